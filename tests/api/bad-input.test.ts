import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { letterSlug } from '../../shared/ids.ts';
import { importLetter, setState } from '../../shared/letter/lifecycle.ts';
import { ScanCommand } from '../../shared/platform/store/commands.ts';
import { freshStore } from '../fixtures/store.ts';
import { endorsement, letterFile, makeWorld, openTestLetter, type World } from '../fixtures/world.ts';

let world: World;
beforeAll(async () => {
  world = makeWorld(await freshStore());
  const now = new Date();
  await openTestLetter(world.store);
  await importLetter(world.store, letterFile({ 'slug: clean-air': 'slug: draft-letter' }), [], { now, open: false });
  await openTestLetter(world.store, { 'slug: clean-air': 'slug: closed-letter' });
  await setState(world.store, letterSlug.parse('closed-letter'), 'closed', now);
  await openTestLetter(world.store, { 'slug: clean-air': 'slug: later', 'goal: 50': 'opens: 2999-01-01T00:00:00Z' });
  await openTestLetter(world.store, { 'slug: clean-air': 'slug: past', 'goal: 50': 'closes: 2001-01-01T00:00:00Z' });
  const only = { 'slug: clean-air': 'slug: only-people', '[organisation, individual]': '[individual]' };
  await openTestLetter(world.store, only);
});

/** @returns how many signatures are stored, in any state */
async function stored(): Promise<number> {
  const { client, table } = world.store;
  const { Items } = await client.send(new ScanCommand({ TableName: table }));
  return (Items ?? []).filter(({ sk }) => sk === 'SIGNATURE').length;
}

async function refused(answer: Response, status: number, name: string): Promise<unknown> {
  expect(answer.status).toBe(status);
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  const body: unknown = await answer.json();
  expect(body).toMatchObject({ type: `urn:problem-type:undersigned:${name}`, status });
  expect(await stored()).toBe(0);
  return body;
}

const post = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
  world.app.request('/v1/letters/clean-air/signatures', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });

const signatory = { name: 'Person', role: 'Director', email: 'person@org.example' };
const organisation = { name: 'Organisation', website: 'https://org.example', country: 'KZ' };

describe('the letter', () => {
  it.each([
    ['unknown', 'nobody-wrote-this', 404, 'letter-not-found'],
    ['not a slug', '..%2F..%2Fetc', 404, 'letter-not-found'],
    ['a draft', 'draft-letter', 409, 'letter-not-open'],
    ['not yet open', 'later', 409, 'letter-not-open'],
    ['closed', 'closed-letter', 409, 'letter-closed'],
    ['past its date', 'past', 409, 'letter-closed'],
    ['for others', 'only-people', 422, 'kind-not-accepted'],
  ])('is refused when it is %s', async (_, slug, status, name) => {
    await refused(await world.submit(slug, endorsement(1)), status, name);
  });

  it('shows nothing of its text anywhere while it is a draft', async () => {
    for (const path of [
      '/draft-letter',
      '/draft-letter/signatories',
      '/draft-letter/form',
      '/v1/letters/draft-letter',
    ]) {
      const answer = await world.app.request(path);
      expect(answer.status).toBe(404);
      expect(await answer.text()).not.toContain('ferries');
    }
  });
});

describe('the body', () => {
  it.each([
    ['not JSON', '{"kind":', {}, 400, 'malformed-body'],
    ['empty', '', {}, 400, 'malformed-body'],
    ['JSON of another type', '[]', {}, 422, 'invalid-fields'],
    ['null', 'null', {}, 422, 'invalid-fields'],
    ['not UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]), {}, 400, 'malformed-body'],
    ['in another charset', '{}', { 'content-type': 'application/json; charset=utf-16' }, 415, 'unsupported-media-type'],
    ['of another type', '<a/>', { 'content-type': 'application/xml' }, 415, 'unsupported-media-type'],
    ['a megabyte', JSON.stringify({ kind: 'x'.repeat(1024 * 1024) }), {}, 413, 'body-too-large'],
    ['deeply nested', '['.repeat(15_000) + ']'.repeat(15_000), {}, 400, 'malformed-body'],
    ['a polluted object', '{"__proto__":{"kind":"individual"}}', {}, 422, 'invalid-fields'],
  ] as const)('is refused when it is %s', async (_, body, headers, status, name) => {
    await refused(await post(body, headers), status, name);
  });

  it('is never quoted in the answer', async () => {
    const body = await refused(await post(JSON.stringify({ secretive: 'hunter2' })), 422, 'invalid-fields');
    expect(JSON.stringify(body)).not.toContain('hunter2');
  });

  it('is refused with a bad Idempotency-Key', async () => {
    const answer = await world.submit('clean-air', endorsement(1), { 'idempotency-key': 'with space' });
    await refused(answer, 400, 'invalid-idempotency-key');
  });
});

describe('a field', () => {
  const cases: [string, Record<string, unknown>, string][] = [
    ['kind of nothing known', { kind: 'robot' }, '#/kind'],
    ['unknown', { role: 'x' }, '#/role'],
    ['unknown inside', { signatory: { ...signatory, phone: '1' } }, '#/signatory/phone'],
    ['missing organisation', { organisation: undefined }, '#/organisation/name'],
    ['missing country', { organisation: { name: 'X' } }, '#/organisation/country'],
    ['missing name', { signatory: { email: 'a@b.example' } }, '#/signatory/name'],
    ['of wrong type', { signatory: { ...signatory, name: 7 } }, '#/signatory/name'],
    ['null', { signatory: { ...signatory, name: null } }, '#/signatory/name'],
    ['a list', { signatory: { ...signatory, name: ['a'] } }, '#/signatory/name'],
    ['over-long', { signatory: { ...signatory, name: 'x'.repeat(201) } }, '#/signatory/name'],
    ['only spaces', { signatory: { ...signatory, name: ' \u00a0 ' } }, '#/signatory/name'],
    ['with half a character', { signatory: { ...signatory, name: 'A\ud83dB' } }, '#/signatory/name'],
    ['of symbols only', { signatory: { ...signatory, name: '🎉🎉' } }, '#/signatory/name'],
    ['with a character that was lost', { signatory: { ...signatory, role: 'A\ufffdB' } }, '#/signatory/role'],
    ['that says there is none', { organisation: { ...organisation, name: 'n/a' } }, '#/organisation/name'],
    ['with an address', { organisation: { ...organisation, name: 'Buy at http://x.example' } }, '#/organisation/name'],
    [
      'a mailbox with CR LF',
      { signatory: { ...signatory, email: 'a@b.example\r\nBcc: c@d.example' } },
      '#/signatory/email',
    ],
    ['two mailboxes', { signatory: { ...signatory, email: 'a@b.example,c@d.example' } }, '#/signatory/email'],
    ['a mailbox without a domain', { signatory: { ...signatory, email: 'a@localhost' } }, '#/signatory/email'],
    [
      'a website that is none',
      { organisation: { ...organisation, website: 'javascript:alert(1)' } },
      '#/organisation/website',
    ],
    [
      'a website with a password',
      { organisation: { ...organisation, website: 'https://u:p@x.example' } },
      '#/organisation/website',
    ],
    ['a country that is none', { organisation: { ...organisation, country: 'XX' } }, '#/organisation/country'],
    ['no attestation', { attestation: false }, '#/attestation'],
    ['no consent', { consents: { publication: false } }, '#/consents/publication'],
    ['a language that is none', { language: '!!' }, '#/language'],
    ['a version that is none', { letterVersion: 'abc' }, '#/letterVersion'],
    ['a partner that is none', { partner: '../x' }, '#/partner'],
    ['a source that is none', { source: { page: 'ftp://x.example' } }, '#/source/page'],
  ];
  it.each(cases)('%s is named in the error', async (_, change, pointer) => {
    const answer = await world.submit('clean-air', { ...endorsement(1), ...change });
    const body = await refused(answer, 422, 'invalid-fields');
    expect(body).toMatchObject({ errors: expect.arrayContaining([expect.objectContaining({ pointer })]) });
  });

  it('redirect only leads to registered addresses', async () => {
    const answer = await world.submit('clean-air', endorsement(1, { redirect: 'https://evil.example' }));
    await refused(answer, 422, 'redirect-not-registered');
  });

  it('letterVersion must be a version that the letter had', async () => {
    const answer = await world.submit('clean-air', endorsement(1, { letterVersion: 'a'.repeat(64) }));
    await refused(answer, 422, 'unknown-version');
  });

  it('never makes the server fail, in any shape', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ maxDepth: 3 }), async (value) => {
        const body = typeof value === 'object' && value !== null ? { ...endorsement(1), ...value, kind: 'x' } : value;
        expect((await post(JSON.stringify(body))).status).toBe(422);
      }),
      { numRuns: 200 },
    );
    expect(await stored()).toBe(0);
  });
});

describe('headers', () => {
  it('never make the server fail, in any shape', async () => {
    const hostile = fc.string({ unit: fc.constantFrom(...'abz-_;,=.*q019 \t%"\\/'), maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(hostile, async (value) => {
        const answer = await world.app.request('/v1/letters/clean-air', {
          headers: { 'accept-language': value.trim(), accept: value.trim() },
        });
        expect(answer.status).toBe(200);
      }),
      { numRuns: 200 },
    );
  });

  it.each(['en;q=', 'x'.repeat(5000), ',,,;;;q=NaN', 'i-klingon', 'en-'.repeat(99), '\u00ff\u00fe'])(
    'are accepted with Accept-Language %s',
    async (value) => {
      const answer = await world.app.request('/clean-air', { headers: { 'accept-language': value } });
      expect(answer.status).toBe(200);
    },
  );
});

describe('a query', () => {
  it.each(['limit=0', 'limit=999', 'limit=x', 'order=random', 'kind=x', 'country=ZZ', 'cursor=abc', 'cursor=WyJ4Il0'])(
    '%s is refused by the list and ignored by its page',
    async (query) => {
      await refused(await world.app.request(`/v1/letters/clean-air/signatures?${query}`), 400, 'invalid-query');
      expect((await world.app.request(`/clean-air/signatories?${query}`)).status).toBeLessThan(400);
    },
  );
});

describe('an address', () => {
  it.each([
    ['GET', '/v1/nothing', 404, 'not-found'],
    ['DELETE', '/v1/letters/clean-air', 405, 'method-not-allowed'],
    ['PUT', '/v1/letters/clean-air/signatures', 405, 'method-not-allowed'],
  ])('%s %s gets its problem', async (method, path, status, name) => {
    await refused(await world.app.request(path, { method }), status, name);
  });

  it('gets a page for people when it does not exist', async () => {
    const answer = await world.app.request('/nothing/here', { headers: { accept: 'text/html' } });
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('Page not found');
  });
});
