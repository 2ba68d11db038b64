import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type LetterSlug, letterSlug, makeSignatureId } from '../../shared/ids.ts';
import { PutCommand } from '../../shared/platform/store/commands.ts';
import { signatureKey } from '../../shared/platform/store/keys.ts';
import { signatureRecord } from '../../shared/signature/record.ts';
import { storedForm } from '../../shared/signature/stored.ts';
import { freshStore } from '../fixtures/store.ts';
import { makeWorld, openTestLetter, type World } from '../fixtures/world.ts';

const names = ['Ärzte', 'Zorro', 'apple', 'Яблоко', 'جمعية', '人权', '𞤊𞤵𞤤', 'Apfel', 'zebra', 'Écho'];
const page = z.object({
  items: z.array(
    z.object({
      kind: z.string(),
      organisation: z.object({ name: z.string() }).optional(),
      signatory: z.object({ name: z.string() }).optional(),
      country: z.string(),
    }),
  ),
  nextCursor: z.string().nullable(),
});

let world: World;
let letter: LetterSlug;
beforeAll(async () => {
  world = makeWorld(await freshStore());
  letter = letterSlug.parse((await openTestLetter(world.store)).slug);
  for (let number = 0; number < 60; number += 1) await addConfirmed(number);
});

/** Every third is an individual, every tenth withheld, every fifteenth from Chad. */
async function addConfirmed(number: number): Promise<void> {
  const id = makeSignatureId();
  const at = new Date(Date.UTC(2026, 0, 1) + number * 1000).toISOString();
  const name = `${names[number % names.length]} ${number}`;
  const record = signatureRecord.parse({
    id,
    letter,
    letterVersion: 'a'.repeat(64),
    language: 'en',
    textSeen: 'a'.repeat(64),
    kind: number % 3 === 0 ? 'individual' : 'organisation',
    organisationName: number % 3 === 0 ? undefined : name,
    country: number % 15 === 0 ? 'TD' : 'KZ',
    signatoryName: number % 3 === 0 ? name : 'Somebody',
    email: 'a@b.example',
    display: number % 10 === 9 ? 'withheld' : 'public',
    consents: { publication: true, updates: false, partner: false },
    attestation: true,
    wording: 'en-1',
    submittedAt: at,
    confirmedAt: at,
    moderation: 'approved',
    verification: 'mailbox',
  });
  const Item = { ...signatureKey(id), ...storedForm(record) };
  await world.store.client.send(new PutCommand({ TableName: world.store.table, Item }));
}

/** Follows the cursor to the end. */
async function walk(query: string): Promise<string[]> {
  const all: string[] = [];
  let cursor = '';
  for (let pages = 0; pages < 100; pages += 1) {
    const found = page.parse(await world.json(`/v1/letters/${letter}/signatures?${query}${cursor}`));
    all.push(...found.items.map(({ organisation, signatory }) => organisation?.name ?? signatory?.name ?? ''));
    if (found.nextCursor === null) return all;
    cursor = `&cursor=${encodeURIComponent(found.nextCursor)}`;
  }
  throw new Error('the list does not end');
}

describe('the public list', () => {
  it.each(['limit=1', 'limit=7', 'limit=53', 'limit=54', 'limit=200'])(
    'shows each once, newest first, %s',
    async (query) => {
      const all = await walk(query);
      expect(all).toHaveLength(54);
      expect(new Set(all).size).toBe(54);
      const numbers = all.map((name) => Number(name.split(' ')[1]));
      expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
    },
  );

  it.each([1, 5, 54])('shows each once by name, %i at a time, in every script', async (limit) => {
    const all = await walk(`order=name&limit=${limit}`);
    expect(all).toHaveLength(54);
    expect(all.indexOf('Apfel 7')).toBeLessThan(all.indexOf('zebra 8'));
    expect(all.indexOf('Ärzte 10')).toBeLessThan(all.indexOf('Zorro 1'));
  });

  it('filters by kind and country, page by page', async () => {
    expect(await walk('kind=individual&limit=4')).toHaveLength(18);
    expect(await walk('kind=organisation')).toHaveLength(36);
    expect(await walk('country=TD&limit=2')).toHaveLength(4);
    expect(await walk('country=TD&kind=organisation')).toEqual([]);
    expect(await walk('country=TD&order=name&limit=1')).toHaveLength(4);
  });

  it('finds by the start of a name, ignoring accents and case', async () => {
    expect(await walk('q=ech')).toEqual([]); // all numbers that end in 9 are withheld
    expect((await walk('q=%C3%84RZ')).every((name) => name.startsWith('Ärzte'))).toBe(true);
    expect(await walk('q=arzte%201&limit=1')).toEqual(['Ärzte 10']);
    expect(await walk('q=%D1%8F%D0%B1&limit=2')).toHaveLength(6);
    expect(await walk('q=%F0%9F%8E%89')).toEqual([]);
  });

  it('never reveals the withheld', async () => {
    expect((await walk('limit=200')).some((name) => name.startsWith('Écho'))).toBe(false);
  });

  it('only accepts a cursor for the order that it was made for', async () => {
    const { nextCursor } = page.parse(await world.json(`/v1/letters/${letter}/signatures?limit=1`));
    const path = `/v1/letters/${letter}/signatures?order=name&cursor=${nextCursor}`;
    expect((await world.app.request(path)).status).toBe(400);
  });

  it('only holds the fields that it names', async () => {
    const text = await (await world.app.request(`/v1/letters/${letter}/signatures?limit=200`)).text();
    expect(text).not.toMatch(/b\.example|"id"|email|consent|partner/);
  });
});
