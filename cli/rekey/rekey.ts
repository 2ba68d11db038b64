/**
 * Brings the hashes of a table on to another master key. Nobody else writes meanwhile: every writer asks for the keys first,
 * and the keys rest. What is to be done is read from a backup, so that after an interruption it can be done once more.
 */

import type { Store } from '../../shared/platform/store/store.ts';
import type { Rekey } from '../../shared/platform/token/keys.ts';
import { digestOf, nameOf, type StoredItem } from '../backup/item.ts';
import { batchWriter, scanItems } from '../backup/table.ts';
import { rekeyed } from './item.ts';

/** Digests of the items that change, by their names before and after. */
interface Change {
  readonly before: ReadonlyMap<string, string>;
  readonly after: ReadonlyMap<string, string>;
}

/** @param items those of the backup */
export async function changeOf(items: AsyncIterable<StoredItem>, rekey: Rekey): Promise<Change> {
  const before = new Map<string, string>();
  const after = new Map<string, string>();
  for await (const item of items) {
    const fresh = rekeyed(item, rekey);
    if (digestOf(fresh) === digestOf(item)) continue;
    before.set(nameOf(item), digestOf(item));
    after.set(nameOf(fresh), digestOf(fresh));
  }
  return { before, after };
}

/** @returns names of items that somebody has changed since the backup: they would be lost */
export async function changedSince(store: Store, { before, after }: Change): Promise<string[]> {
  const changed: string[] = [];
  for await (const item of scanItems(store)) {
    const known = [before.get(nameOf(item)), after.get(nameOf(item))].filter((digest) => digest !== undefined);
    if (known.length > 0 && !known.includes(digestOf(item))) changed.push(nameOf(item));
  }
  return changed;
}

/** Writes what changes; asked again it writes the same once more. @returns how many items that are */
export async function rekeyTable(store: Store, items: AsyncIterable<StoredItem>, rekey: Rekey): Promise<number> {
  const writer = batchWriter(store);
  let changed = 0;
  for await (const item of items) {
    const Item = rekeyed(item, rekey);
    if (digestOf(Item) === digestOf(item)) continue;
    changed += 1;
    await writer.add({ PutRequest: { Item } });
    if (nameOf(Item) !== nameOf(item)) await writer.add({ DeleteRequest: { Key: { pk: item.pk, sk: item.sk } } });
  }
  await writer.end();
  return changed;
}

/** @returns names of items that are not as they must be afterwards; rows that end by themselves may be gone */
export async function leftUndone(store: Store, { before, after }: Change): Promise<string[]> {
  const faults: string[] = [];
  for await (const item of scanItems(store)) {
    const wanted = after.get(nameOf(item));
    if (wanted === undefined ? before.has(nameOf(item)) : wanted !== digestOf(item)) faults.push(nameOf(item));
  }
  return faults;
}
