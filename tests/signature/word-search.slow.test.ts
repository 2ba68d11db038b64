/** A search finds any word of a name, in the public list and in the console, and nothing that the public may not see. */

import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { countMoves } from '../../shared/count/count.ts';
import { letterSlug, makeSignatureId, type SignatureId } from '../../shared/ids.ts';
import { PutCommand } from '../../shared/platform/store/commands.ts';
import { signatureKey, wordIndexKey, wordRowKey } from '../../shared/platform/store/keys.ts';
import { readItem } from '../../shared/platform/store/read.ts';
import { transact } from '../../shared/platform/store/transaction.ts';
import { type SignatureRecord, signatureRecord } from '../../shared/signature/record.ts';
import { storedForm } from '../../shared/signature/stored.ts';
import { matchesWords, wordStarts } from '../../shared/text/name-words.ts';
import { runTask } from '../fixtures/functions.ts';
import { housekeepingContextOf } from '../fixtures/housekeeping-context.ts';
import { type Browser, signIn } from '../fixtures/members.ts';
import { freshStore } from '../fixtures/store.ts';
import { makeWorld, openTestLetter, type World } from '../fixtures/world.ts';

const hour = 3600 * 1000;
const letter = letterSlug.parse('clean-air');
const answer = z.object({
  items: z.array(z.object({ organisation: z.object({ name: z.string() }).optional() })),
  nextCursor: z.string().nullable(),
});

let world: World;
let office: Browser;
beforeEach(async () => {
  world = makeWorld(await freshStore(), { now: Date.parse('2026-11-02T10:00:00Z') });
  await openTestLetter(world.store);
  office = await signIn(world);
});

const stored = new Map<string, SignatureRecord>();

async function write(record: SignatureRecord): Promise<void> {
  stored.set(record.organisationName ?? '', record);
  const Item = { ...signatureKey(record.id), ...storedForm(record) };
  await world.store.client.send(new PutCommand({ TableName: world.store.table, Item }));
}

/** A counted organisation of that name. */
async function add(name: string, change: Partial<SignatureRecord> = {}, id: SignatureId = makeSignatureId()) {
  world.clock.now += 1000;
  const at = new Date(world.clock.now).toISOString();
  const record = signatureRecord.parse({
    id,
    letter,
    letterVersion: 'a'.repeat(64),
    language: 'en',
    textSeen: 'a'.repeat(64),
    kind: 'organisation',
    organisationName: name,
    country: 'KZ',
    signatoryName: 'Somebody',
    email: 'a@b.example',
    display: 'public',
    consents: { publication: true, updates: false, partner: false },
    attestation: true,
    wording: 'en-1',
    submittedAt: at,
    confirmedAt: at,
    moderation: 'approved',
    verification: 'mailbox',
    ...change,
  });
  await write(record);
  await transact(world.store, countMoves(world.store, [{ letter, id, as: 'organisations', change: 1 }]));
}

const known = (name: string) => z.custom<SignatureRecord>((found) => found !== undefined).parse(stored.get(name));
const build = () => runTask(housekeepingContextOf(world), { task: 'snapshots' });

async function found(q: string, more = ''): Promise<string[]> {
  const path = `/v1/letters/${letter}/signatures?q=${encodeURIComponent(q)}${more}`;
  const { items, nextCursor } = answer.parse(await world.json(path));
  const names = items.map(({ organisation }) => organisation?.name ?? '');
  return nextCursor === null
    ? names
    : [...names, ...(await found(q, `&limit=${items.length || 1}&cursor=${nextCursor}`))];
}

async function foundInOffice(q: string, more = ''): Promise<string[]> {
  const page = await office.page(`/console/letters/${letter}/signatures?q=${encodeURIComponent(q)}${more}`);
  return [...stored.keys()].filter((name) => page.includes(`>${name}<`));
}

const names = [
  'Lawyers for Rivers',
  'Bishkek Lawyers’ Club',
  'Union of Young Lawyers',
  'Ecole des Réfugiés',
  'Фонд «Свобода слова»',
  '中国人权律师团',
  'มูลนิธิสิทธิมนุษยชน',
  'River Friends',
];

/** Words that people search for, and the names that they find. */
const searches: readonly (readonly [q: string, expected: readonly string[]])[] = [
  ['lawyers', ['Bishkek Lawyers’ Club', 'Lawyers for Rivers', 'Union of Young Lawyers']],
  ['LAWY', ['Bishkek Lawyers’ Club', 'Lawyers for Rivers', 'Union of Young Lawyers']],
  ['young lawyers', ['Union of Young Lawyers']],
  ['lawyers young', ['Union of Young Lawyers']],
  ['river law', ['Lawyers for Rivers']],
  ['refugies', ['Ecole des Réfugiés']],
  ['слов', ['Фонд «Свобода слова»']],
  ['律师', ['中国人权律师团']],
  ['人权律师', ['中国人权律师团']],
  ['สิทธิ', ['มูลนิธิสิทธิมนุษยชน']],
  ['awyers', []],
  ['🎉', []],
];

describe('any word of a name', () => {
  it('finds it at once, and by the index', async () => {
    const expectFound = async () => {
      for (const [q, expected] of searches) {
        expect((await found(q)).toSorted(), q).toEqual(expected.toSorted());
        expect((await foundInOffice(q)).toSorted(), q).toEqual(expected.toSorted());
      }
    };
    for (const name of names) await add(name);
    await expectFound();
    expect(await build()).toMatchObject({ indexed: 1 });
    world.clock.now += hour;
    await expectFound();
    for (const [q] of searches) expect(await found(q, '&limit=1'), q).toEqual(await found(q));
    // One that signs after it was built.
    await add('Retired Lawyers');
    expect(await found('lawyers')).toContain('Retired Lawyers');
  });

  it('is asked for together with a country and a kind', async () => {
    await add('Union of Lawyers');
    await add('Club of Lawyers', { country: 'FR' });
    await build();
    expect(await found('lawyers', '&country=FR')).toEqual(['Club of Lawyers']);
    expect(await found('lawyers', '&kind=individual')).toEqual([]);
    expect(await foundInOffice('lawyers', '&country=FR')).toEqual(['Club of Lawyers']);
  });

  it('is found in a corrected name, and no more in the former one, when the index is older', async () => {
    await add('Union of Lawyers');
    await build();
    await write({ ...known('Union of Lawyers'), organisationName: 'Union of Bakers' });
    expect(await found('lawyers')).toEqual([]);
    world.clock.now += 25 * hour;
    await build();
    expect(await found('bakers')).toEqual(['Union of Bakers']);
  });
});

describe('a name that leaves', () => {
  const at = '2026-11-03T00:00:00Z';
  it.each<[string, Partial<SignatureRecord>]>([
    ['withheld', { display: 'withheld' }],
    ['withdrawn', { withdrawnAt: at }],
    ['rejected', { moderation: 'rejected' }],
    ['held', { moderation: 'held' }],
  ])('is not found from that moment: %s', async (_, change) => {
    await add('Union of Lawyers');
    await add('Club of Lawyers');
    await build();
    await write({ ...known('Union of Lawyers'), ...change });
    expect(await found('lawyers')).toEqual(['Club of Lawyers']);
    const path = `/v1/letters/${letter}/signatures?q=lawyers&limit=1`;
    expect(await world.json(path)).toMatchObject({ items: [{}], nextCursor: null });
    // The secretariat finds it wherever it is.
    expect(await foundInOffice('union law')).toEqual(['Union of Lawyers']);
  });

  it('leaves the same answer as if it had never been there', async () => {
    for (const name of ['A of Lawyers', 'B of Lawyers', 'C of Lawyers', 'D of Lawyers']) await add(name);
    await build();
    const gone = ['B of Lawyers', 'D of Lawyers'];
    for (const name of gone) await write({ ...known(name), display: 'withheld' });
    const path = (limit: number) => `/v1/letters/${letter}/signatures?q=lawyers&limit=${limit}`;
    expect(await world.json(path(2))).toMatchObject({ items: [{}, {}], nextCursor: null });
    const { nextCursor } = answer.parse(await world.json(path(1)));
    expect(Buffer.from(nextCursor ?? '', 'base64url').toString()).toMatch(/a of lawyers/);
    const other = makeWorld(await freshStore(), { now: world.clock.now });
    await openTestLetter(other.store);
    const before = world;
    world = other;
    for (const name of ['A of Lawyers', 'C of Lawyers'])
      await add(name, {}, before === world ? undefined : known(name).id);
    await build();
    const shape = (page: unknown) => JSON.stringify(page).replaceAll(/"signedAt":"[^"]+"/g, '');
    expect(shape(await world.json(path(1)))).toBe(shape(await before.json(path(1))));
  });
});

describe('the index', () => {
  it('is built when much has changed or some time has passed, and takes writes only for changes', async () => {
    await add('Union of Lawyers');
    expect(await build()).toMatchObject({ indexed: 1 });
    expect(await build()).toMatchObject({ indexed: 0 });
    await add('Club of Lawyers');
    expect(await build()).toMatchObject({ indexed: 0 });
    world.clock.now += 2 * hour;
    expect(await build()).toMatchObject({ indexed: 1 });
    const state = await readItem(world.store, wordIndexKey(letter, 'public'));
    world.clock.now += 25 * hour;
    expect(await build()).toMatchObject({ indexed: 1 });
    expect(await readItem(world.store, wordIndexKey(letter, 'public'))).toMatchObject({ build: state?.['build'] });
  });

  it('forgets the names of those who left: within two builds no row has them', async () => {
    await add('Union of Lawyers');
    await build();
    await write({ ...known('Union of Lawyers'), organisationName: 'Bakers', withdrawnAt: '2026-11-03T00:00:00Z' });
    for (let day = 0; day < 2; day += 1) {
      world.clock.now += 25 * hour;
      await build();
    }
    const rows = await Promise.all(
      ['a', 'b'].map((slot) => readItem(world.store, wordRowKey(letter, 'public', slot, 0))),
    );
    expect(rows).toEqual([undefined, undefined]);
  });
});

it('a name is searched by its words, and by each letter of scripts without spaces', () => {
  expect(wordStarts('L’Écho – Été 2026')).toEqual(['l', 'echo', 'ete', '2026']);
  expect(wordStarts('人权 Watch')).toEqual(['人权', '权', 'watch']);
  expect(matchesWords('東京アムネスティ', 'アムネ')).toBe(true);
  expect(matchesWords('Amnesty', 'mnesty')).toBe(false);
});
