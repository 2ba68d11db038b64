/** Anything removed from a table, or added to it, is found. */
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import type { StoredItem } from '../../cli/backup/item.ts';
import { scanItems } from '../../cli/backup/table.ts';
import { listFaults, verifyItems } from '../../cli/backup/verify.ts';
import { ask, sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { endorsement, makeWorld, openTestLetter, type World } from '../fixtures/world.ts';

let world: World;
let whole: StoredItem[];
beforeAll(async () => {
  world = makeWorld(await freshStore());
  await openTestLetter(world.store);
  await sign(world, endorsement(1));
  await sign(world, endorsement(2, { display: 'withheld' }));
  await ask(world, await sign(world, endorsement(3)), { action: 'forget', sure: true });
  await world.submit('clean-air', endorsement(4));
  whole = [];
  for await (const item of scanItems(world.store)) whole.push(item);
});

async function* of(items: readonly StoredItem[]) {
  yield* items;
}
const is = (start: string) => (item: StoredItem) => `${item.pk.S} ${item.sk.S}`.startsWith(start);
const without = (start: string, which = (_: StoredItem) => true) =>
  whole.toSpliced(
    whole.findIndex((item) => is(start)(item) && which(item)),
    1,
  );
const changed = (start: string, change: Readonly<Record<string, AttributeValue>>, which = (_: StoredItem) => true) => {
  const index = whole.findIndex((item) => is(start)(item) && which(item));
  return whole.map((item, at) => (at === index ? { ...item, ...change } : item));
};
const listed = (item: StoredItem) => item['nameSort'] !== undefined;

it('finds nothing wrong with data that the code wrote', async () => {
  const { inventory, faults, ...numbers } = await verifyItems(of(whole));
  expect(faults).toEqual([]);
  expect(numbers).toEqual({ letters: 1, signatures: 3, counted: 2, claims: 2, forgotten: 1 });
  expect(await listFaults(world.store, inventory, async () => {})).toEqual([]);
});

describe('finds', () => {
  const cases: [string, () => StoredItem[], RegExp][] = [
    [
      'a claim that is gone',
      () => without('CLAIM#', (item) => item['signature'] !== undefined),
      /does not hold its claim/,
    ],
    ['the claim of a hidden one that is gone', () => without('HIDDEN#'), /does not hold its claim/],
    [
      'a signature that is gone',
      () => without('SIGNATURE#', listed),
      /has no right to it[\s\S]*its signatures are 1 org/,
    ],
    [
      'a letter that is gone',
      () => without('LETTER#clean-air LETTER'),
      /belongs to the letter clean-air, which does not exist/,
    ],
    ['a text that is gone', () => without('LETTER#clean-air TEXT#'), /lacks a text in en/],
    ['a letter missing from the list of letters', () => without('LETTERS '), /is missing from the list of letters/],
    ['a ledger that lost an entry', () => without('ERASURES'), /is in no ledger/],
    [
      'a count that is too high',
      () => changed('COUNT#', { organisations: { N: '7' } }, (item) => item['organisations'] !== undefined),
      /counts \d organisations and 0 individuals, its signatures are 2 organisations/,
    ],
    ['a signature off the list', () => changed('SIGNATURE#', { listKey: { S: 'LIST#other' } }, listed), /in the list/],
    [
      'a mail that would never be sent',
      () => changed('SIGNATURE#', { dueShard: { S: '' } }, (i) => 'due' in i),
      /what is due/,
    ],
    [
      'a version that never was',
      () => {
        const { M = {} } = whole.find((item) => is('SIGNATURE#')(item) && listed(item))?.['listed'] ?? {};
        return changed('SIGNATURE#', { listed: { M: { ...M, letterVersion: { S: 'a'.repeat(64) } } } }, listed);
      },
      /never had/,
    ],
    [
      'a record that cannot be read',
      () => changed('SIGNATURE#', { display: { S: 'secret' } }, listed),
      /cannot be read: display/,
    ],
    [
      'somebody who was forgotten and is back',
      () => changed('ERASURES', { signature: { S: whole.find(listed)?.pk.S.slice('SIGNATURE#'.length) ?? '' } }),
      /was forgotten and is back/,
    ],
    [
      'a mark that nobody bears',
      () => [...whole, { pk: { S: 'UNDELIVERABLE#clean-air' }, sk: { S: 'a'.repeat(20) } }],
      /undeliverable but does not exist/,
    ],
  ];
  it.each(cases)('%s', async (_, items, what) => {
    expect((await verifyItems(of(items()))).faults.join('\n')).toMatch(what);
  });
});

it('queries the lists themselves to compare them with the records', async () => {
  const { inventory } = await verifyItems(of(whole));
  inventory.listed.set('LIST#clean-air#organisation', { byTime: 2, byName: 1 });
  expect(await listFaults(world.store, inventory, async () => {})).toEqual([
    'LIST#clean-air#organisation shows 1 by time, 2 stand there',
  ]);
});
