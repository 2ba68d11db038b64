/** Snapshots in the table: the last complete one of each letter. */

import * as z from 'zod';
import type { LetterSlug } from '../ids.ts';
import { GetCommand, PutCommand } from '../platform/store/commands.ts';
import { snapshotKey } from '../platform/store/keys.ts';
import { isConditionFailed, type Store } from '../platform/store/store.ts';
import { isoTimestamp } from '../time.ts';
import { breakdowns } from './breakdown.ts';

const snapshot = z.object({
  /** When counting began: later signatures may or may not be included. */
  asOf: isoTimestamp,
  organisations: z.int(),
  individuals: z.int(),
  total: z.int(),
  by: breakdowns,
});
export type Snapshot = z.infer<typeof snapshot>;

/** @returns the last complete snapshot of the letter, if there is one. One read. */
export async function readSnapshot(store: Store, letter: LetterSlug): Promise<Snapshot | undefined> {
  const { Item } = await store.client.send(new GetCommand({ TableName: store.table, Key: snapshotKey(letter) }));
  return Item ? snapshot.parse(Item) : undefined;
}

/** Stores a snapshot, unless a newer one is stored. */
export async function writeSnapshot(store: Store, letter: LetterSlug, taken: Snapshot): Promise<void> {
  try {
    await store.client.send(
      new PutCommand({
        TableName: store.table,
        Item: { ...snapshotKey(letter), ...taken },
        ConditionExpression: 'attribute_not_exists(pk) OR asOf < :asOf',
        ExpressionAttributeValues: { ':asOf': taken.asOf },
      }),
    );
  } catch (error) {
    if (!isConditionFailed(error)) throw error;
  }
}
