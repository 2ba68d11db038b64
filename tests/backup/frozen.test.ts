/** Frozen lists are checked by a verification, and a new master key changes nothing in them. */
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import type { StoredItem } from '../../cli/backup/item.ts';
import { scanItems } from '../../cli/backup/table.ts';
import { verifyItems } from '../../cli/backup/verify.ts';
import { rekeyedItems } from '../../cli/rekey/item.ts';
import { deriveKeys } from '../../shared/platform/token/keys.ts';
import { freshBucket } from '../fixtures/bucket.ts';
import { deliverNow, start } from '../fixtures/deliveries.ts';
import { ask, sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { endorsement, makeWorld, masterKey, openTestLetter } from '../fixtures/world.ts';

let whole: StoredItem[];
beforeAll(async () => {
  const world = makeWorld(await freshStore());
  await openTestLetter(world.store);
  await sign(world, endorsement(1));
  await sign(world, endorsement(2));
  const gone = await sign(world, endorsement(3));
  await deliverNow(world, await freshBucket(), 'interim');
  await ask(world, gone, { action: 'forget', sure: true });
  await start(world, 'interim');
  whole = [];
  for await (const item of scanItems(world.store)) whole.push(item);
});

async function* of(items: readonly StoredItem[]) {
  yield* items;
}
const isNamed = (item: StoredItem) => item.pk.S.startsWith('FROZEN#') && item['listed'] !== undefined;
const faultsIn = async (items: readonly StoredItem[]) => (await verifyItems(of(items))).faults;
const changed = (change: Readonly<Record<string, AttributeValue>>, which = isNamed) => {
  const index = whole.findIndex(which);
  return whole.map((item, place) => (place === index ? { ...item, ...change } : item));
};

it('finds nothing wrong with lists that the code froze, before and after an erasure', async () => {
  expect(whole.filter(isNamed)).toHaveLength(2);
  expect(whole.filter(({ pk }) => pk.S.startsWith('FROZEN#'))).toHaveLength(3);
  expect(await faultsIn(whole)).toEqual([]);
});

describe('finds', () => {
  it.each([
    ['a name that was changed', () => changed({ listed: { S: '{"name":"Another"}' } }), /does not have the name/],
    ['a salt that was changed', () => changed({ salt: { S: 'ab'.repeat(32) } }), /does not have the name/],
    [
      'a salt without its name',
      () => whole.map((item) => (isNamed(item) ? without(item, 'listed') : item)),
      /the name/,
    ],
    ['a commitment that was changed', () => changed({ commitment: { S: 'ab'.repeat(32) } }), /does not have the hash/],
    ['a row that is gone', () => whole.toSpliced(whole.findIndex(isNamed), 1), /froze 3 names, and 2 are there/],
    [
      'a name that was to be erased',
      () => [...whole, { ...asNamed(whole.find(isNamed)), pk: { S: 'FROZEN#x#0' }, ...forgotten() }],
      /was erased, not in a frozen list/,
    ],
  ])('%s', async (_, items, fault) => {
    expect((await faultsIn(items())).join('\n')).toMatch(fault);
  });
});

it('are the same rows after a new master key', async () => {
  const rekey = deriveKeys('another master key, for tests', [masterKey]).since(deriveKeys(masterKey).hash('backup'));
  if (!rekey) throw new Error('the key before is known');
  const after: StoredItem[] = [];
  for await (const item of rekeyedItems(of(whole), rekey)) after.push(item);
  const frozen = (items: readonly StoredItem[]) => items.filter(({ pk }) => /^(FROZEN|DELIVERIES)#/.test(pk.S));
  expect(frozen(after)).toEqual(frozen(whole));
  expect(await faultsIn(after)).toEqual([]);
});

function without(item: StoredItem, name: string): StoredItem {
  const { pk, sk, ...others } = item;
  return { pk, sk, ...Object.fromEntries(Object.entries(others).filter(([key]) => key !== name)) };
}
const forgotten = () => {
  const found = whole.find(({ pk, forgottenAt }) => pk.S.startsWith('SIGNATURE#') && forgottenAt !== undefined);
  if (!found) throw new Error('nobody was erased');
  return { sk: { S: found.pk.S.slice('SIGNATURE#'.length) } };
};
const asNamed = (item: StoredItem | undefined) => {
  if (!item) throw new Error('nobody is named');
  const { pk: _pk, sk: _sk, ...fields } = item;
  return { ...fields, id: forgotten().sk };
};
