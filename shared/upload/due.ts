/**
 * Uploaded files that the document function must clean, or delete because nobody should see them any more. Each has a
 * row, written together with the change that makes the work due. The relay starts the function for a new row;
 * housekeeping finds those that are left over (rule 1).
 */

import * as z from 'zod';
import { letterSlug, uploadId } from '../ids.ts';
import { changeOnce } from '../platform/store/change.ts';
import { DeleteCommand } from '../platform/store/commands.ts';
import { uploadDueKey, uploadsDue } from '../platform/store/keys.ts';
import { queryAll } from '../platform/store/query.ts';
import { readItem } from '../platform/store/read.ts';
import { isConditionFailed, type Store } from '../platform/store/store.ts';
import { table } from '../platform/store/table.ts';
import { isoTimestamp } from '../time.ts';
import type { Upload } from './upload.ts';

/** The input of the document function. */
export const uploadRequest = z.object({ letter: letterSlug, upload: uploadId });
export type UploadRequest = z.infer<typeof uploadRequest>;

export const uploadWork = z.enum(['clean', 'delete']);

const dueRow = uploadRequest.extend({
  work: uploadWork,
  /** In which partition its row is. */
  kind: z.enum(['upload', 'logo', 'evidence']),
  since: isoTimestamp,
  /** When housekeeping starts the function again, if the row still exists. */
  lookAt: isoTimestamp,
  tries: z.int(),
});
export type DueUpload = z.infer<typeof dueRow>;

/** Longer than the function runs, in milliseconds. */
const runsFor = 16 * 60 * 1000;
/** A function that was never started is started again after this time, in milliseconds. */
const startsWithin = 2 * 60 * 1000;

export function partitionKind({ kind }: Upload['target']): DueUpload['kind'] {
  return kind === 'logo' || kind === 'evidence' ? kind : 'upload';
}

/** @returns the transaction item that makes work on an upload due, in place of other work on it */
export function uploadDue(
  store: Store,
  { letter, id, target }: Pick<Upload, 'letter' | 'id' | 'target'>,
  work: DueUpload['work'],
  now: Date,
) {
  const since = now.toISOString();
  const lookAt = new Date(now.getTime() + startsWithin).toISOString();
  const row: DueUpload = { letter, upload: id, work, kind: partitionKind(target), since, lookAt, tries: 0 };
  return { Put: { TableName: store.table, Item: { ...uploadDueKey(letter, id), ...row } } };
}

/** @returns the row of an upload, if anything is due. One strongly consistent read */
export async function readDueUpload(store: Store, { letter, upload }: UploadRequest): Promise<DueUpload | undefined> {
  const item = await readItem(store, uploadDueKey(letter, upload));
  return item && dueRow.parse(item);
}

/** @returns everything that is due. One strongly consistent Query; normally nothing is */
export function listDueUploads(store: Store): Promise<DueUpload[]> {
  const range = { keys: { prefix: uploadsDue.start }, consistency: 'consistent' } as const;
  return queryAll(store, table, uploadsDue.pk, range, dueRow);
}

/** Postpones the next look while the function runs. @returns whether the row still exists as it was read */
export function lookAgain(store: Store, due: DueUpload, now: Date): Promise<boolean> {
  return changeOnce(store, {
    Key: uploadDueKey(due.letter, due.upload),
    UpdateExpression: 'SET lookAt = :next, tries = :tries',
    ConditionExpression: 'lookAt = :seen',
    ExpressionAttributeValues: {
      ':seen': due.lookAt,
      ':next': new Date(now.getTime() + runsFor).toISOString(),
      ':tries': due.tries + 1,
    },
  });
}

/** Deletes the row when the work is done, unless other work became due since. */
export async function uploadDone(store: Store, { letter, upload, since, work }: DueUpload): Promise<void> {
  try {
    await store.client.send(
      new DeleteCommand({
        TableName: store.table,
        Key: uploadDueKey(letter, upload),
        ConditionExpression: 'since = :since AND #work = :work',
        ExpressionAttributeNames: { '#work': 'work' },
        ExpressionAttributeValues: { ':since': since, ':work': work },
      }),
    );
  } catch (error) {
    if (!isConditionFailed(error)) throw error;
  }
}
