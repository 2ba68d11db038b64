/** Sites that embed the form: added, changed by members with the right, and shown their own figures by a link. */
import { beforeAll, expect, it } from 'vitest';
import { listAudit } from '../../shared/audit/audit.ts';
import { letterSlug } from '../../shared/ids.ts';
import { readLetter } from '../../shared/letter/storage.ts';
import { addTestMember, type Browser, grantsOf, signIn } from '../fixtures/members.ts';
import { freshStore } from '../fixtures/store.ts';
import { endorsement, makeWorld, openTestLetter, type World } from '../fixtures/world.ts';

const clock = { now: Date.parse('2026-11-02T10:00:00Z') };
const slug = letterSlug.parse('clean-air');
const base = '/console/letters/clean-air/partners';
const radio = 'https://valley-radio.example';
let world: World;
let owner: Browser;
let editor: Browser;
beforeAll(async () => {
  world = makeWorld(await freshStore(), clock);
  await openTestLetter(world.store);
  await openTestLetter(world.store, { 'slug: clean-air': 'slug: other-letter' });
  owner = await signIn(world);
  const member = await addTestMember(world, 'editor@secretariat.example', grantsOf('editor', 'clean-air'));
  editor = await signIn(world, member.email);
});

const partnersOf = async (of = slug) => (await readLetter(world.store, of))?.partners;
const linkIn = (page: string) => /https:\/\/sign\.example\.org(\/console\/partner\/[^<\s]+)/.exec(page)?.[1] ?? '';

it('adds a partner whose sites may embed the form at once, and gives the lines to copy', async () => {
  const wrong = await editor.send(base, { id: 'valley-radio', name: 'Valley Radio', origins: 'http://plain.example' });
  expect(wrong.status).toBe(422);
  expect(await wrong.text()).toContain('enter the address of a website');
  const added = await editor.send(base, { id: 'valley-radio', name: 'Valley Radio', origins: radio });
  expect(added.headers.get('location')).toBe(`${base}/valley-radio`);
  expect(await partnersOf()).toEqual([{ id: 'valley-radio', origins: [radio] }]);
  const page = await editor.page(`${base}/valley-radio`);
  expect(page).toContain('src=&quot;https://sign.example.org/embed/v1.js&quot;');
  expect(page).toContain('partner=&quot;valley-radio&quot;');
});

it('shows its signatures, also to the partner by a link that can be revoked', async () => {
  const source = { page: `${radio}/letter`, utm: { source: 'newsletter' } };
  expect((await world.submit('clean-air', endorsement(1, { partner: 'valley-radio', source }))).status).toBe(202);
  await world.sendMails();
  const made = await (await editor.send(`${base}/valley-radio/link`)).text();
  const link = linkIn(made);
  const look = (path: string) => world.secretariat.app.request(path);
  const shown = await look(link);
  const page = await shown.text();
  expect(shown.headers.get('referrer-policy')).toBe('no-referrer');
  expect(page).toMatch(/<b>1<\/b> form sent so far/);
  expect(page).toContain(`${radio}/letter`);
  expect(page).toContain('newsletter');
  expect(page).not.toMatch(/Organisation 1|Person 1|org-1/);
  expect(await editor.page(`${base}/valley-radio`)).not.toContain(link);
  const other = link.replace('/clean-air/', '/other-letter/');
  expect([(await look(other)).status, (await look(`${link}x`)).status]).toEqual([404, 404]);
  const next = linkIn(await (await editor.send(`${base}/valley-radio/link`)).text());
  expect([(await look(link)).status, (await look(next)).status]).toEqual([404, 200]);
  await editor.send(`${base}/valley-radio/link/revoke`);
  expect((await look(next)).status).toBe(404);
});

it('only lets members who may change all letters of a shared partner change it', async () => {
  await owner.send('/console/letters/other-letter/partners', { id: 'valley-radio' });
  const change = { name: 'Mine now', origins: 'https://mine.example' };
  expect((await editor.send(`${base}/valley-radio`, change)).status).toBe(422);
  expect((await editor.send(base, { id: 'valley-radio', origins: 'https://mine.example' })).status).toBe(422);
  expect((await partnersOf())?.[0]?.origins).toEqual([radio]);
  await owner.send(`${base}/valley-radio`, {
    name: 'Valley Radio',
    origins: `${radio}\nhttps://www.valley-radio.example`,
  });
  expect((await partnersOf(letterSlug.parse('other-letter')))?.[0]?.origins).toHaveLength(2);
});

it('does not find a partner of another letter', async () => {
  await owner.send('/console/letters/other-letter/partners', { id: 'harbour', name: 'Harbour', origins: '' });
  expect((await editor.request(`${base}/harbour`)).status).toBe(404);
  expect((await editor.send(`${base}/harbour/link`)).status).toBe(404);
  expect((await editor.request('/console/letters/other-letter/partners')).status).toBe(404);
});

it('removes a partner with its link from the letter, and records the actions', async () => {
  const link = linkIn(await (await editor.send(`${base}/valley-radio/link`)).text());
  expect((await editor.send(`${base}/valley-radio/remove`)).status).toBe(303);
  expect(await partnersOf()).toEqual([]);
  expect((await world.secretariat.app.request(link)).status).toBe(404);
  const trail = await listAudit(world.store, { scope: slug, month: '2026-11' });
  const lines = trail.entries.filter(({ subject }) => subject === 'valley-radio');
  // The trail has no order within one moment.
  expect(lines.map(({ did, fields = [] }) => [did, ...fields].join(' ')).toSorted()).toEqual([
    'partner.added',
    ...Array.from({ length: 4 }, () => 'partner.changed figuresLink'),
    'partner.changed origins',
    'partner.removed',
  ]);
});

it('names all errors at once, takes pasted pages, and offers partners of other letters', async () => {
  const wrong = await owner.send(base, { id: 'Not A Name', origins: 'nonsense' });
  const page = await wrong.text();
  for (const error of ['Short name: use at most', 'Enter the name of the partner', 'nonsense: enter the address']) {
    expect(page).toContain(error);
  }
  await owner.send('/console/letters/other-letter/partners', {
    id: 'harbour-news',
    name: 'Harbour News',
    origins: 'harbour-news.example/letters?x=1',
    www: 'true',
  });
  const sites = ['https://harbour-news.example', 'https://www.harbour-news.example'];
  expect(
    (await partnersOf(letterSlug.parse('other-letter')))?.find(({ id }) => id === 'harbour-news')?.origins,
  ).toEqual(sites);
  expect(await owner.page(base)).toContain('<option value="harbour-news">Harbour News</option>');
  // Members of one letter are not told of partners of others.
  expect(await editor.page(base)).not.toContain('Harbour News');
  await owner.send(base, { existing: 'harbour-news' });
  expect((await partnersOf())?.find(({ id }) => id === 'harbour-news')?.origins).toEqual(sites);
  const mail = await owner.page(`${base}/harbour-news`);
  expect(mail).toContain('Email for the webmaster');
  expect(mail).toContain('Please paste these lines into the page');
});
