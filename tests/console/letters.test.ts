/** Running a letter from the console: it is written, opened, changed with its signers in view, closed and delivered. */
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { listAudit } from '../../shared/audit/audit.ts';
import { agreedTo } from '../../shared/consent/wording.ts';
import { letterSlug } from '../../shared/ids.ts';
import { importLetter, readLetterWithTexts } from '../../shared/letter/lifecycle.ts';
import { readOwnWording } from '../../shared/letter/storage.ts';
import { type Browser, signIn } from '../fixtures/members.ts';
import { freshStore } from '../fixtures/store.ts';
import { endorsement, makeWorld, openTestLetter, tokenIn, type World } from '../fixtures/world.ts';

const clock = { now: Date.parse('2026-11-02T10:00:00Z') };
let world: World;
let browser: Browser;
beforeAll(async () => {
  world = makeWorld(await freshStore(), clock);
});
beforeEach(async () => {
  clock.now += 86_400_000;
  browser = await signIn(world);
});

const fields = {
  language: 'en',
  title: 'Let the river run',
  date: '2026-11-20',
  addressees: 'The Minister\nGreat Square 1\n\nThe Mayor\nTown Hall',
  salutation: 'Dear both,',
  body: 'Keep **the river** open.\n\n<script>alert(1)</script>',
  closing: 'Yours,',
  'convener.signatory': 'Jo Example',
  'convener.role': 'Chair',
  'convener.organisation': 'River Friends',
  'convener.offices': 'Head office\nQuay 3\nTelephone: +1 555 0100\nEmail: office@river.example',
};
const settings = {
  accepts: 'both',
  goal: '50',
  timeZone: 'Europe/Berlin',
  closes: '2027-03-01T18:00',
  publishedFrom: 'mailbox',
  individualsPublishedFrom: 'mailbox',
  confirmWithinDays: '7',
  'privacy.controller': 'River Friends',
  'privacy.contact': 'privacy@river.example',
};
const known = async (slug: string) => {
  const found = await readLetterWithTexts(world.store, letterSlug.parse(slug));
  if (!found) throw new Error(`no letter ${slug}`);
  return found;
};
const revision = async (slug: string) => String((await known(slug)).letter.revision);
const at = (slug: string, part = '') => `/console/letters/${slug}${part}`;
const save = async (slug: string, part: string, sent: Record<string, string | readonly string[]>) =>
  browser.send(at(slug, part), { revision: await revision(slug), ...sent });

/** Confirms the preview of the letter. */
async function confirmPreview(slug: string) {
  const [version] = (await known(slug)).letter.versions;
  return browser.send(at(slug, '/preview/confirm'), { version: version.id });
}

/** Writes a letter and opens it. */
async function open(slug: string): Promise<void> {
  await browser.send('/console/new-letter', { ...fields, slug, do: 'save' });
  await save(slug, '/settings', settings);
  await confirmPreview(slug);
  expect((await browser.send(at(slug, '/state'), { state: 'open' })).status).toBe(303);
}

async function sign(slug: string, number: number, change: Record<string, unknown> = {}): Promise<void> {
  expect((await world.submit(slug, endorsement(number, change))).status).toBe(202);
  await world.sendMails();
  const mail = world.mails.findLast(({ text }) => text.includes('/confirm/'));
  if (!mail) throw new Error('no mail');
  expect((await world.confirm(tokenIn(mail))).status).toBe(200);
}

it('is written as a draft, previewed as it will appear, and opened once a data controller is named', async () => {
  const preview = await browser.send('/console/new-letter', { ...fields, do: 'preview' });
  expect(await preview.text()).toContain('<p>Keep <strong>the river</strong> open.</p>');
  expect((await browser.send('/console/new-letter', { ...fields, slug: 'river', do: 'save' })).status).toBe(303);
  expect((await world.app.request('/river')).status).toBe(404);
  expect(await browser.page(at('river'))).toContain('You need them to open the letter');
  const refused = await browser.send(at('river', '/state'), { state: 'open' });
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain('Add a controller and a contact to the privacy notice');
  expect((await save('river', '/settings', settings)).status).toBe(303);
  expect((await known('river')).letter.settings).toMatchObject({
    closes: '2027-03-01T17:00:00.000Z',
    timeZone: 'Europe/Berlin',
    goal: 50,
  });
  expect((await confirmPreview('river')).status).toBe(303);
  expect((await browser.send(at('river', '/state'), { state: 'open' })).status).toBe(303);
  clock.now += 60_000;
  const page = await (await world.app.request('/river')).text();
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(page).toContain('+1 555 0100');
});

it('shows each error at its field, and keeps the input', async () => {
  const answer = await browser.send('/console/new-letter', {
    ...fields,
    slug: 'Not A Slug',
    date: '2026-02-30',
    addressees: '',
    title: 'Kept & shown',
    do: 'save',
  });
  const page = await answer.text();
  expect(answer.status).toBe(422);
  expect(page).toContain('Addressees: is missing');
  expect(page).toContain('<a href="#date">Date: ');
  expect(page).toContain('value="Kept &amp; shown"');
});

it('changes a draft without asking', async () => {
  await browser.send('/console/new-letter', { ...fields, slug: 'sketch', do: 'save' });
  expect((await save('sketch', '/text', { ...fields, body: 'Another body.', do: 'save' })).status).toBe(303);
  const { letter } = await known('sketch');
  expect(letter.versions).toHaveLength(1);
});

it('shows the difference and the number of signers before a change is saved, and requires an answer', async () => {
  await open('brook');
  clock.now += 60_000;
  await sign('brook', 1);
  const changed = { ...fields, body: fields.body.replace('open', 'wide open') };
  const review = await save('brook', '/text', { ...changed, do: 'review' });
  const page = await review.text();
  expect(page).toContain('<ins>wide </ins>');
  expect(page).toContain('<b>1</b> counted now: 1 organisation, 0 individuals');
  expect((await known('brook')).letter.versions).toHaveLength(1);
  expect((await save('brook', '/text', { ...changed, do: 'save' })).status).toBe(422);
  expect((await save('brook', '/text', { ...changed, do: 'save', kind: 'correction' })).status).toBe(422);
  await save('brook', '/text', { ...changed, do: 'save', kind: 'correction', why: 'the usual word' });
  expect((await known('brook')).letter).toMatchObject({ versions: [{}], corrections: [{ why: 'the usual word' }] });
  await save('brook', '/text', { ...changed, title: 'A new demand', do: 'save', kind: 'new-version' });
  expect((await known('brook')).letter.versions).toHaveLength(2);
  const trail = await listAudit(world.store, {
    scope: letterSlug.parse('brook'),
    month: new Date(clock.now).toISOString().slice(0, 7),
  });
  expect(trail.entries.map(({ did }) => did).toSorted()).toEqual(
    [
      'letter.created',
      'letter.saved',
      'letter.saved',
      'letter.saved',
      'letter.opened',
      'letter.corrected',
      'letter.new-version',
    ].toSorted(),
  );
  expect(JSON.stringify(trail.entries)).not.toContain('wide');
  expect(trail.entries.find(({ did }) => did === 'letter.corrected')?.fields).toEqual(['en.body']);
});

it("does not overwrite somebody else's change, and keeps the input", async () => {
  await browser.send('/console/new-letter', { ...fields, slug: 'shared-one', do: 'save' });
  const seen = await revision('shared-one');
  await save('shared-one', '/text', { ...fields, title: 'Theirs', do: 'save' });
  const mine = { ...fields, title: 'Mine', revision: seen };
  // Viewing the preview does not count as having seen the other member's change.
  const preview = await (await browser.send(at('shared-one', '/text'), { ...mine, do: 'preview' })).text();
  expect(preview).toContain(`name="revision" value="${seen}"`);
  const answer = await browser.send(at('shared-one', '/text'), { ...mine, do: 'save' });
  const page = await answer.text();
  expect(answer.status).toBe(409);
  expect(page).toContain('value="Mine"');
  expect(page).toMatch(/<del>Theirs<\/del><ins>Mine<\/ins>/);
  expect((await known('shared-one')).letter.title).toBe('Theirs');
  const late = await browser.send(at('shared-one', '/settings'), { ...settings, revision: seen, goal: '7' });
  expect(late.status).toBe(409);
  expect(await late.text()).toContain('value="7"');
});

it('refuses a time that does not exist on the clock', async () => {
  await browser.send('/console/new-letter', { ...fields, slug: 'hours', do: 'save' });
  const answer = await save('hours', '/settings', { ...settings, closes: '2027-03-28T02:30' });
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain('clocks change at that time in Europe/Berlin');
});

it('is closed and delivered, and everybody is told', async () => {
  await open('creek');
  expect((await browser.send(at('creek', '/state'), { state: 'delivered' })).status).toBe(422);
  await browser.send(at('creek', '/state'), { state: 'closed' });
  expect((await browser.send(at('creek', '/state'), { state: 'open' })).status).toBe(422);
  await browser.send(at('creek', '/state'), { state: 'delivered', deliveredOn: '2026-11-03' });
  clock.now += 60_000;
  expect(await (await world.app.request('/creek')).text()).toContain('This letter was delivered on 3 November 2026.');
  expect(await world.json('/v1/letters/creek')).toMatchObject({ state: 'closed', deliveredOn: '2026-11-03' });
  expect((await world.submit('creek', endorsement(9))).status).toBe(409);
  expect(await browser.page(at('creek'))).toContain('Delivered');
});

it('names the opening day in its time zone', async () => {
  const opens = 'timeZone: Pacific/Auckland\nopens: 2999-01-01T12:00:00Z';
  await openTestLetter(world.store, { 'slug: clean-air': 'slug: far-east', 'goal: 50': opens });
  expect(await (await world.app.request('/far-east')).text()).toContain('2 January 2999');
  expect(await world.json('/v1/letters/far-east')).toMatchObject({ timeZone: 'Pacific/Auckland', deliveredOn: null });
});

it('is duplicated under another address, as a draft', async () => {
  await open('first-one');
  expect((await browser.send(at('first-one', '/duplicate'), { slug: 'first-one' })).status).toBe(422);
  expect((await browser.send(at('first-one', '/duplicate'), { slug: 'second-one' })).status).toBe(303);
  const { letter, texts } = await known('second-one');
  expect(letter).toMatchObject({ state: 'draft', settings: { goal: 50 } });
  expect(letter.settings.closes).toBeUndefined();
  expect(texts.get('en')?.title).toBe(fields.title);
});

it('is translated beside the original, and only matching parts stay with a new version', async () => {
  await open('canal');
  const to = (language: string) => `/translations/${language}`;
  const added = await browser.request(at('canal', '/translations?add=FR'));
  expect(added.headers.get('location')).toBe(at('canal', to('fr')));
  const french = { title: 'Que coule la rivière', salutation: 'Chers tous deux,', body: 'Gardez-la ouverte.' };
  const side = await (await save('canal', to('fr'), { ...french, do: 'preview' })).text();
  expect(side).toContain('Keep **the river** open.');
  expect(side).toContain('<p>Gardez-la ouverte.</p>');
  expect((await save('canal', to('fr'), { ...french, do: 'save' })).status).toBe(303);
  await save('canal', to('de'), { ...french, title: 'Lasst den Fluss fließen', do: 'save' });
  expect((await known('canal')).texts.get('fr')).toMatchObject({ ...french, date: '2026-11-20' });

  const review = await save('canal', to('fr'), { ...french, title: 'Que coule le fleuve', do: 'review' });
  expect(await review.text()).toMatch(/Que coule <del>la<\/del><ins>le<\/ins> <del>rivière<\/del><ins>fleuve<\/ins>/);
  const correction = { kind: 'correction', why: 'a river, not a stream' };
  expect(
    (await save('canal', to('fr'), { ...french, title: 'Que coule le fleuve', do: 'save', ...correction })).status,
  ).toBe(303);

  const next = { ...fields, addressees: 'The Queen', do: 'save', kind: 'new-version' };
  const unanswered = await save('canal', '/text', { ...next, 'translation.fr': 'still-fits' });
  expect(unanswered.status).toBe(422);
  expect(await unanswered.text()).toContain('Choose what happens to the translation: German.');
  expect((await known('canal')).letter.versions).toHaveLength(1);
  await save('canal', '/text', { ...next, 'translation.fr': 'still-fits', 'translation.de': 'hide' });
  const { letter, texts } = await known('canal');
  expect(Object.keys(letter.versions.at(-1)?.texts ?? {}).toSorted()).toEqual(['en', 'fr']);
  expect(texts.get('fr')).toMatchObject({ title: 'Que coule le fleuve', addressees: [{ name: 'The Queen' }] });
  expect(await browser.page(at('canal', '/translations'))).toContain('out of date, hidden');
  // The previous translation is the starting point for the new version.
  expect(await browser.page(at('canal', to('de')))).toContain('value="Lasst den Fluss fließen"');
});

it('publishes translations together with a new version, or keeps the older ones on the page, marked', async () => {
  await open('lagoon');
  const french = { title: 'La lagune', salutation: 'Chers tous,', body: 'Gardez-la ouverte.', closing: '' };
  const german = { title: 'Die Lagune', salutation: 'Liebe alle,', body: 'Haltet sie offen.', closing: '' };
  await save('lagoon', '/translations/fr', { ...french, do: 'save' });
  await save('lagoon', '/translations/de', { ...german, do: 'save' });
  const [first] = (await known('lagoon')).letter.versions;
  const next = { ...fields, body: 'Keep **all rivers** open.' };
  const review = await (await save('lagoon', '/text', { ...next, do: 'review' })).text();
  expect(review).toContain('Keep the older translation, marked.');
  // The updated translation begins as the text that readers get now.
  expect(review).toMatch(/name="translation\.fr\.body"[^>]*>Gardez-la ouverte\.</);
  const choices = {
    'translation.fr': 'updated',
    'translation.de': 'keep-older',
    'translation.fr.title': 'Les lagunes',
    'translation.fr.salutation': 'Chers tous,',
  };
  const missing = await save('lagoon', '/text', {
    ...next,
    ...choices,
    'translation.fr.body': '',
    do: 'save',
    kind: 'new-version',
  });
  expect([missing.status, await missing.text()]).toEqual([422, expect.stringContaining('translation-fr-body')]);
  // Somebody who goes on editing loses none of it.
  const edited = await (await save('lagoon', '/text', { ...next, ...choices, do: 'edit' })).text();
  expect(edited).toContain('name="translation.fr.title" value="Les lagunes"');
  const published = await save('lagoon', '/text', {
    ...next,
    ...choices,
    'translation.fr.body': 'Gardez-les toutes ouvertes.',
    do: 'save',
    kind: 'new-version',
  });
  expect(published.status).toBe(303);
  const { letter, texts } = await known('lagoon');
  const [, second] = letter.versions;
  expect(second).toMatchObject({ older: { de: first.id } });
  expect(Object.keys(second?.texts ?? {}).toSorted()).toEqual(['en', 'fr']);
  expect(texts.get('fr')).toMatchObject({ title: 'Les lagunes', body: 'Gardez-les toutes ouvertes.' });
  expect(await browser.page(at('lagoon', '/translations'))).toContain('out of date, shown with a note');
  clock.now += 60_000;
  const read = async (lang: string) => (await world.app.request(`/lagoon?lang=${lang}`)).text();
  expect(await read('de')).toContain('Haltet sie offen.');
  expect(await read('de')).toContain('Dies ist eine Übersetzung der Fassung vom');
  expect(await read('fr')).not.toContain('Ceci est une traduction de la version');
  // Saved on its own, it becomes the translation of the current version, even unchanged.
  expect((await save('lagoon', '/translations/de', { ...german, do: 'save' })).status).toBe(303);
  expect((await known('lagoon')).letter.versions[1]).not.toHaveProperty('older');
  expect((await known('lagoon')).texts.get('de')).toMatchObject({ body: 'Haltet sie offen.' });
});

it('does not ask about changes to text that is not signed', async () => {
  await open('pond');
  const offices = { ...fields, 'convener.offices': 'Other office' };
  const review = await (await save('pond', '/text', { ...offices, do: 'review' })).text();
  expect(review).toContain('The signed text does not change');
  expect((await save('pond', '/text', { ...offices, do: 'save' })).status).toBe(303);
  expect((await known('pond')).letter).toMatchObject({ versions: [{}], corrections: [] });
});

it('loses a translation only after a confirmation; the signed text stays readable', async () => {
  await open('weir');
  const french = { title: 'Que coule la rivière', salutation: 'Chers tous deux,', body: 'Gardez-la ouverte.' };
  await save('weir', '/translations/fr', { ...french, do: 'save' });
  const hash = (await known('weir')).letter.versions[0].texts['fr'];
  clock.now += 60_000;
  await sign('weir', 20, { language: 'fr' });
  await sign('weir', 21);
  await world.submit('weir', endorsement(22, { language: 'fr' }));
  await browser.send(at('weir', '/figures'));
  const remove = '/translations/fr/remove';
  expect(await browser.page(at('weir', '/translations/fr'))).toContain(`href="${at('weir', remove)}"`);
  expect(await browser.page(at('weir', remove))).toMatch(/<b>1<\/b> counted signer reads/);
  const stale = await browser.send(at('weir', remove), { revision: '1' });
  expect([stale.status, await stale.text()]).toEqual([409, expect.stringContaining('Nothing was removed')]);
  expect((await save('weir', remove, {})).status).toBe(303);
  const { letter, texts } = await known('weir');
  expect(texts.has('fr')).toBe(false);
  expect(letter.removed).toMatchObject([{ language: 'fr', text: hash }]);
  expect((await browser.request(at('weir', remove))).status).toBe(404);
  expect((await browser.request(at('weir', '/translations/en/remove'))).status).toBe(404);
  clock.now += 60_000;
  const read = await world.app.request(`/weir/changes?version=${hash}`, { headers: { 'accept-language': 'fr' } });
  expect(await read.text()).toContain('Gardez-la ouverte.');
  // Readers who have not been asked to confirm yet still are.
  await world.sendMails();
  expect(world.mails.findLast(({ text }) => text.includes('/confirm/'))?.text).toContain('Organisation 22');
  const trail = await listAudit(world.store, { scope: letterSlug.parse('weir'), month: letter.updatedAt.slice(0, 7) });
  expect(trail.entries).toContainEqual(
    expect.objectContaining({ did: 'letter.translation-removed', scope: 'weir', fields: ['fr'] }),
  );
});

it('replaces its own strings by language; wordings that signers saw are kept', async () => {
  await open('marsh');
  const french = { title: 'Que coule la rivière', salutation: 'Chers tous deux,', body: 'Gardez-la ouverte.' };
  await save('marsh', '/translations/fr', { ...french, do: 'save' });
  const slug = letterSlug.parse('marsh');
  const before = await known('marsh');
  const [text, translation] = [before.texts.get('en'), before.texts.get('fr')];
  if (!text || !translation) throw new Error('no text');
  const said = { ...translation, ownPrivacy: { purpose: 'Sauver la rivière' } };
  const file = { slug, text, settings: before.letter.settings };
  await importLetter(world.store, file, [said], { now: new Date(clock.now), open: true });
  expect((await browser.request(at('marsh', '/words'))).headers.get('location')).toBe(at('marsh', '/words/en'));
  expect((await browser.request(at('marsh', '/words/de'))).status).toBe(404);
  const form = await browser.page(at('marsh', '/words/fr'));
  expect(form).toContain('name="letter.sign"');
  expect(form).not.toContain('name="link.');
  const wrong = await save('marsh', '/words/fr', { 'letter.goal': 'Notre but', 'form.attestation': 'Oui.' });
  expect(wrong.status).toBe(422);
  const answer = await wrong.text();
  expect(answer).toContain(': must hold {goal}');
  expect(answer).toContain('signers agree to these as a whole');
  expect(answer).toContain('value="Notre but"');
  const stale = await browser.send(at('marsh', '/words/fr'), { revision: '1', 'letter.sign': 'Pour la rivière' });
  expect(stale.status).toBe(409);
  const agreed = Object.fromEntries(agreedTo.map((key) => [key, `Mots de ${key}`]));
  expect((await save('marsh', '/words/fr', { ...agreed, 'letter.sign': 'Pour la rivière' })).status).toBe(303);
  const worded = (await known('marsh')).letter;
  expect(worded.ownTexts).toEqual({ fr: { ...agreed, 'letter.sign': 'Pour la rivière' } });
  clock.now += 60_000;
  const page = await world.app.request('/marsh', { headers: { 'accept-language': 'fr' } });
  expect(await page.text()).toContain('Pour la rivière');
  // An empty field restores our wording.
  expect((await save('marsh', '/words/fr', { 'letter.sign': '' })).status).toBe(303);
  const { letter } = await known('marsh');
  expect(letter).toMatchObject({ ownTexts: {}, wordings: worded.wordings, ownPrivacy: { fr: said.ownPrivacy } });
  expect(await readOwnWording(world.store, slug, worded.wordings[0] ?? '')).toMatchObject({ strings: agreed });
  const trail = await listAudit(world.store, { scope: slug, month: letter.updatedAt.slice(0, 7) });
  expect(trail.entries.filter(({ fields: changed }) => changed?.includes('texts'))).toHaveLength(2);
});
