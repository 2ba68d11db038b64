/** Bodies that the secretariat's API accepts, for routes to which `bodyFor` sends less. */
export const wholeBodies: Readonly<Record<string, () => unknown>> = {
  'post /v1/admin/letters': () => ({
    slug: 'by-machine',
    text: {
      language: 'en',
      title: 'By machine',
      date: '2026-03-02',
      addressees: [{ name: 'The Mayor', lines: [] }],
      salutation: 'Dear Mayor,',
      body: 'Please.',
      closing: 'Yours,',
      convener: { organisation: 'Harbour Neighbours', signatory: 'Jo Example', role: 'Chair' },
    },
  }),
  'put /v1/admin/letters/{letter}': () => ({ revision: 1, settings: { goal: 70 }, dryRun: true }),
  'put /v1/admin/letters/{letter}/words/{language}': () => ({ strings: { 'letter.sign': 'Sign here' } }),
  'post /v1/admin/letters/{letter}/state': () => ({ state: 'open' }),
  'post /v1/admin/letters/{letter}/deliveries': () => ({ kind: 'interim' }),
  'post /v1/admin/letters/{letter}/copies': () => ({ slug: 'a-copy' }),
  'post /v1/admin/letters/{letter}/signatures/find': () => ({ email: 'person1@org-1.example' }),
  'post /v1/admin/letters/{letter}/imports': () => ({
    csv: 'Name,Country\nWilhelmina Quayside,KZ\n,KZ\n',
    settings: { mode: 'paper', kind: 'individual', publish: false },
  }),
  'put /v1/admin/letters/{letter}/imports/{import}': () => ({
    settings: { mode: 'mail', kind: 'organisation', publish: true, note: 'Fair', language: 'fr' },
  }),
  'post /v1/admin/letters/{letter}/bulk': () => ({ wanted: { do: 'hold' }, filter: {} }),
  'post /v1/admin/letters/{letter}/export': () => ({ format: 'json' }),
  'post /v1/admin/letters/{letter}/partners': () => ({ id: 'harbour-radio', name: 'Harbour Radio', origins: [] }),
  'put /v1/admin/letters/{letter}/partners/{partner}': () => ({ name: 'Another name', origins: [] }),
  'post /v1/admin/lists': () => ({ do: 'deny', what: 'spam.example' }),
  'put /v1/admin/letters/{letter}/pauses': () => ({ what: 'list', paused: false }),
  'put /v1/admin/pauses': () => ({ what: 'list', paused: false }),
  'post /v1/admin/members': () => ({ name: 'Invited', email: 'invited@secretariat.example', role: 'viewer' }),
  'post /v1/admin/keys': () => ({ name: 'Another', scopes: ['audit.read'], days: 3 }),
};
