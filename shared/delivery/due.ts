/**
 * Deliveries that the document function must process. Each has a row, written together with the change that makes the
 * work due, and deleted when it is done. The relay starts the function for a new row; housekeeping finds those that are
 * left over (rule 1).
 */

import * as z from 'zod';
import { deliveryId, letterSlug } from '../ids.ts';
import { changeOnce } from '../platform/store/change.ts';
import { DeleteCommand, QueryCommand } from '../platform/store/commands.ts';
import { documentDueKey, documentsDuePartition } from '../platform/store/keys.ts';
import { readItem } from '../platform/store/read.ts';
import { isConditionFailed, type Store } from '../platform/store/store.ts';
import { isoTimestamp } from '../time.ts';
import type { Delivery } from './delivery.ts';

/** The input of the document function. */
export const documentRequest = z.object({ letter: letterSlug, delivery: deliveryId });
export type DocumentRequest = z.infer<typeof documentRequest>;

const dueRow = documentRequest.extend({
  since: isoTimestamp,
  /** When housekeeping starts the function again, if the row still exists. */
  lookAt: isoTimestamp,
  tries: z.int(),
});
export type DueDocument = z.infer<typeof dueRow>;

/** Longer than the function runs, in milliseconds. */
const runsFor = 16 * 60 * 1000;
/** A function that was never started is started again after this time, in milliseconds. */
const startsWithin = 2 * 60 * 1000;

/** @returns the transaction item that makes work on a delivery due */
export function documentDue(store: Store, { letter, id }: Pick<Delivery, 'letter' | 'id'>, now: Date) {
  const lookAt = new Date(now.getTime() + startsWithin).toISOString();
  const row: DueDocument = { letter, delivery: id, since: now.toISOString(), lookAt, tries: 0 };
  return { Put: { TableName: store.table, Item: { ...documentDueKey(letter, id), ...row } } };
}

/** @returns everything that is due. One strongly consistent Query; the partition is normally empty */
export async function listDueDocuments({ client, table }: Store): Promise<DueDocument[]> {
  const { Items } = await client.send(
    new QueryCommand({
      TableName: table,
      KeyConditionExpression: 'pk = :due',
      ExpressionAttributeValues: { ':due': documentsDuePartition },
      ConsistentRead: true,
    }),
  );
  // The same partition names uploaded files.
  return z.array(dueRow).parse((Items ?? []).filter((item) => item['delivery'] !== undefined));
}

/** @returns the row of a delivery, if anything is due. One strongly consistent read */
export async function readDue(store: Store, { letter, delivery }: DocumentRequest): Promise<DueDocument | undefined> {
  const item = await readItem(store, documentDueKey(letter, delivery));
  return item && dueRow.parse(item);
}

/** Postpones the next look while the function runs. @returns whether the row still exists as it was read */
export function lookAgain(store: Store, due: DueDocument, now: Date): Promise<boolean> {
  return changeOnce(store, {
    Key: documentDueKey(due.letter, due.delivery),
    UpdateExpression: 'SET lookAt = :next, tries = :tries',
    ConditionExpression: 'lookAt = :seen',
    ExpressionAttributeValues: {
      ':seen': due.lookAt,
      ':next': new Date(now.getTime() + runsFor).toISOString(),
      ':tries': due.tries + 1,
    },
  });
}

/** Deletes the row when the work is done, unless more became due since. */
export async function documentDone(store: Store, { letter, delivery, since }: DueDocument): Promise<void> {
  try {
    await store.client.send(
      new DeleteCommand({
        TableName: store.table,
        Key: documentDueKey(letter, delivery),
        ConditionExpression: 'since = :since',
        ExpressionAttributeValues: { ':since': since },
      }),
    );
  } catch (error) {
    if (!isConditionFailed(error)) throw error;
  }
}
