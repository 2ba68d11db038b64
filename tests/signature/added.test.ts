/** Co-signatories whom the secretariat adds by hand: listed, marked, counted as a figure of their own, never twice. */
import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { letterSlug } from '../../shared/ids.ts';
import { setState } from '../../shared/letter/lifecycle.ts';
import { recount } from '../../shared/signature/lists/recount.ts';
import { correctableFields } from '../../shared/signature/typed-fields.ts';
import { importLines } from '../fixtures/import-lines.ts';
import { addTestMember, type Browser, grantsOf, signIn } from '../fixtures/members.ts';
import { recordsOf } from '../fixtures/records.ts';
import { ask, mailsTo, manageTokenIn, organisationFrom, sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { endorsement, makeWorld, openTestLetter, type World } from '../fixtures/world.ts';

const slug = letterSlug.parse('clean-air');
const home = `/console/letters/${slug}`;
const clock = { now: 0 };
let world: World;
let editor: Browser;
beforeEach(async () => {
  clock.now = Date.parse('2026-05-04T09:00:00Z');
  world = makeWorld(await freshStore(), clock);
  await openTestLetter(world.store);
  await addTestMember(world, 'edits@secretariat.example', grantsOf('editor', slug));
  editor = await signIn(world, 'edits@secretariat.example');
});

const agreed = { evidence: 'By email of 3 May, to Rita', agreed: 'true' };
const choir = {
  kind: 'organisation',
  organisationName: 'Quayside Choir',
  organisationWebsite: 'https://quaysidechoir.example',
  country: 'KZ',
  ...agreed,
};
const add = (fields: Readonly<Record<string, string>>) => editor.send(`${home}/add`, fields);

const list = z.object({
  items: z.array(
    z.object({
      organisation: z.object({ name: z.string() }).optional(),
      added: z.boolean().optional(),
      verification: z.string(),
    }),
  ),
});
const counts = z.object({ total: z.int(), added: z.int(), organisations: z.int(), individuals: z.int() });
const count = async () => counts.parse(await world.json(`/v1/letters/${slug}/count`));
const listed = async () =>
  list
    .parse(await world.json(`/v1/letters/${slug}/signatures`))
    .items.map(({ organisation, added }) => `${organisation?.name}${added ? ', added' : ''}`);
const isExact = async () =>
  (await recount(world.store, slug, { now: new Date(clock.now), pause: async () => undefined })).outcome;

it('are listed at once, marked in public, and counted as a figure of their own', async () => {
  await sign(world, endorsement(1));
  clock.now += 1000;
  expect((await add(choir)).status).toBe(303);
  expect(await listed()).toEqual(['Quayside Choir, added', 'Organisation 1']);
  expect(await count()).toEqual({ total: 2, added: 1, organisations: 2, individuals: 0 });
  const page = await (await world.app.request(`/${slug}`)).text();
  expect(page).toContain('Added by the secretariat');
  expect(page).toContain('1 added by the secretariat');
  expect(page).not.toContain('Rita');
  expect(await editor.page(home)).toContain('of these added by the secretariat');
  expect(await isExact()).toBe('exact');
});

it('have given no consent to updates, and the note is only for the secretariat', async () => {
  await add(choir);
  const [record] = await recordsOf(world.store);
  expect(record).toMatchObject({
    consents: { publication: true, updates: false, partner: false },
    confirmedBy: 'added',
  });
  expect(await editor.page(`${home}/signatures/${record?.id}`)).toContain('By email of 3 May, to Rita');
});

it('need a name, a country and how they agreed, and the form keeps what was typed', async () => {
  const answer = await add({ kind: 'organisation', organisationName: 'Quayside Choir', agreed: 'true' });
  const page = await answer.text();
  expect(answer.status).toBe(422);
  expect(page).toContain('Choose a country.');
  expect(page).toContain('Say how they agreed');
  expect(page).toContain('value="Quayside Choir"');
  expect(await listed()).toEqual([]);
});

it('are added once, however often the form is sent', async () => {
  await add(choir);
  const again = await add({ ...choir, organisationName: 'The Quayside Choir' });
  expect([again.status, await again.text()]).toEqual([422, expect.stringContaining('already listed')]);
  const person = { kind: 'individual', signatoryName: 'Wilhelmina Quayside', country: 'KZ', ...agreed };
  await add(person);
  expect((await add(person)).status).toBe(422);
  expect(await count()).toEqual({ total: 2, added: 2, organisations: 1, individuals: 1 });
  expect(await recordsOf(world.store)).toHaveLength(2);
});

it('are told by mail, and can object with the link in it', async () => {
  const email = 'singer@quaysidechoir.example';
  await add({ ...choir, email });
  await world.sendMails();
  const [mail] = mailsTo(world, email);
  expect(mail?.subject).toContain('You are listed as a co-signatory');
  expect(mail?.text).toContain('Withdraw the signature on your page');
  const token = mail ? manageTokenIn(mail) : '';
  expect((await ask(world, { token }, { action: 'withdraw' })).status).toBe(200);
  expect(await listed()).toEqual([]);
  expect(await count()).toMatchObject({ total: 0, added: 0 });
  expect(await isExact()).toBe('exact');
});

describe('the first signature by form', () => {
  const signsItself = (email: string, display: 'public' | 'withheld' = 'public') =>
    sign(world, { ...organisationFrom('quaysidechoir.example', email, 'Quayside Choir'), display });

  it.each([
    ['from the same mailbox', 'singer@quaysidechoir.example', 'public', ['Quayside Choir']],
    ['from another mailbox', 'board@quaysidechoir.example', 'public', ['Quayside Choir']],
    ['from a free mailbox', 'quaysidechoir@gmail.com', 'public', ['Quayside Choir']],
    ['from the same mailbox, which withholds the name', 'singer@quaysidechoir.example', 'withheld', []],
  ] as const)('takes the place: %s', async (_, email, display, shown) => {
    await add({ ...choir, email: 'singer@quaysidechoir.example' });
    await world.sendMails();
    await signsItself(email, display);
    expect(await listed()).toEqual(shown);
    expect(await count()).toMatchObject({ total: 1, added: 0 });
    expect(await isExact()).toBe('exact');
  });

  it('keeps it when the secretariat adds the same organisation later', async () => {
    await signsItself('board@quaysidechoir.example');
    expect((await add(choir)).status).toBe(422);
    expect(await count()).toMatchObject({ total: 1, added: 0 });
  });
});

it('leave the place to one that awaits review only when that is approved', async () => {
  world = makeWorld(await freshStore(), clock);
  await openTestLetter(world.store, { 'goal: 50': 'goal: 50\npublishedFrom: mailbox-domain' });
  await addTestMember(world, 'edits@secretariat.example', grantsOf('editor', slug));
  editor = await signIn(world, 'edits@secretariat.example');
  await add(choir);
  const own = await sign(world, organisationFrom('quaysidechoir.example', 'quaysidechoir@gmail.com', 'Quayside Choir'));
  expect(await listed()).toEqual(['Quayside Choir, added']);
  const page = await editor.page(`${home}/signatures/${own.id}`);
  const fieldsVersion = /name="fieldsVersion" value="([^"]+)/.exec(page)?.[1] ?? '';
  await editor.send(`${home}/signatures/${own.id}/act`, { do: 'approve', fieldsVersion });
  expect(await listed()).toEqual(['Quayside Choir']);
  expect(await count()).toMatchObject({ total: 1, added: 0 });
});

it('can come from a list', async () => {
  await importLines(world, slug, 'Name;Country\nBartholomew Pierhead;KZ\nWilhelmina Quayside;KZ\n', 'added');
  expect(await count()).toEqual({ total: 2, added: 2, organisations: 0, individuals: 2 });
  expect(await isExact()).toBe('exact');
});

it('are refused under a letter that is not open yet or was delivered', async () => {
  await setState(world.store, slug, 'closed', new Date(clock.now));
  expect((await add(choir)).status).toBe(303);
  await setState(world.store, slug, 'delivered', new Date(clock.now));
  const answer = await add({
    ...choir,
    organisationName: 'Other Choir',
    organisationWebsite: 'https://otherchoir.example',
  });
  expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('nobody can be added')]);
  expect(await recordsOf(world.store)).toHaveLength(1);
});

it('are added by members who may import, and by no others', async () => {
  await addTestMember(world, 'moderates@secretariat.example', grantsOf('moderator', slug));
  const moderator = await signIn(world, 'moderates@secretariat.example');
  expect((await moderator.send(`${home}/add`, choir)).status).toBe(403);
  expect(await listed()).toEqual([]);
});

it('are entered in a form that has every field of the table of fields', async () => {
  const form = await editor.page(`${home}/add`);
  const names = [...form.matchAll(/<(?:input|select) id="\w+" name="(\w+)"/g)].map(([, name]) => name);
  expect(names).toEqual(expect.arrayContaining([...correctableFields, 'email']));
});
