/**
 * Converts the hashes of a table to another master key. Nobody else writes meanwhile: every writer needs the keys, and
 * they are suspended. The items are read from a backup, so that the change can be repeated after an interruption.
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

/** @param items the items of the backup */
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

/** @returns names of items that were changed since the backup: these changes would be lost */
export async function changedSince(store: Store, { before, after }: Change): Promise<string[]> {
  const changed: string[] = [];
  for await (const item of scanItems(store)) {
    const known = [before.get(nameOf(item)), after.get(nameOf(item))].filter((digest) => digest !== undefined);
    if (known.length > 0 && !known.includes(digestOf(item))) changed.push(nameOf(item));
  }
  return changed;
}

/** Writes the changed items; run again, it writes the same items once more. @returns the number of items */
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

/** @returns names of items that are wrong afterwards; rows that expire may be gone */
export async function leftUndone(store: Store, { before, after }: Change): Promise<string[]> {
  const faults: string[] = [];
  for await (const item of scanItems(store)) {
    const wanted = after.get(nameOf(item));
    if (wanted === undefined ? before.has(nameOf(item)) : wanted !== digestOf(item)) faults.push(nameOf(item));
  }
  return faults;
}
