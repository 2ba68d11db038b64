/** Snapshots in the table: one for each letter, the last one that was whole. */
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { LetterSlug } from '../ids.ts';
import { snapshotKey } from '../platform/store/keys.ts';
import { isConditionFailed, type Store } from '../platform/store/store.ts';
import { isoTimestamp } from '../time.ts';
import { breakdowns } from './breakdown.ts';

const snapshot = z.object({
  /** When counting began: who signed later may or may not be in it. */
  asOf: isoTimestamp,
  organisations: z.int(),
  individuals: z.int(),
  total: z.int(),
  by: breakdowns,
});
export type Snapshot = z.infer<typeof snapshot>;

/** @returns the last whole snapshot of the letter, if one was taken. One read. */
export async function readSnapshot(store: Store, letter: LetterSlug): Promise<Snapshot | undefined> {
  const { Item } = await store.client.send(new GetCommand({ TableName: store.table, Key: snapshotKey(letter) }));
  return Item ? snapshot.parse(Item) : undefined;
}

/** Keeps a snapshot, unless there is a younger one. */
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
