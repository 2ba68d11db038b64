/** Uploads in the table, and their changes. */
import { type Actor, type AuditAction, auditPut } from '../audit/audit.ts';
import { type LetterSlug, makeUploadId, type UploadId, uploadId } from '../ids.ts';
import { changeIf } from '../platform/store/change.ts';
import { fileStart, handoversPartition, logosPartition, uploadKey } from '../platform/store/keys.ts';
import { queryAll } from '../platform/store/query.ts';
import { readItem } from '../platform/store/read.ts';
import type { Store } from '../platform/store/store.ts';
import { table } from '../platform/store/table.ts';
import { transact } from '../platform/store/transaction.ts';
import { type DueUpload, partitionKind, uploadDue } from './due.ts';
import { uploadRemoval } from './removal.ts';
import { type Upload, type UploadTarget, upload } from './upload.ts';

/** Maximum number of files for one place. */
export const maxUploads = 10;

/** Lifetime of a form, and of a file that nobody said has arrived, in milliseconds (`infra/files.ts`). */
const waitsFor = 24 * 3600 * 1000;

/** @returns the upload, or undefined. One strongly consistent read */
export async function readUpload(
  store: Store,
  slug: LetterSlug,
  kind: DueUpload['kind'],
  id: string,
): Promise<Upload | undefined> {
  const known = uploadId.safeParse(id);
  if (!known.success) return undefined;
  const item = await readItem(store, uploadKey(slug, kind, known.data));
  return item && upload.parse(item);
}

/** @returns the files of a letter, oldest first: those of the secretariat, or the logos. One strongly consistent Query */
export async function readUploads(store: Store, slug: LetterSlug, kind: 'upload' | 'logo'): Promise<Upload[]> {
  const isLogo = kind === 'logo';
  const [partition, keys] = isLogo ? [logosPartition(slug)] : [handoversPartition(slug), { prefix: fileStart }];
  const found = await queryAll(store, table, partition, { keys, consistency: 'consistent' }, upload);
  return found.toSorted((a, b) => a.at.localeCompare(b.at));
}

/** @returns a new upload, not stored yet, for which nothing has arrived */
export function newUpload(letter: LetterSlug, target: UploadTarget, now: Date, by?: Actor): Upload {
  const progress = { state: 'waiting' } as const;
  return {
    ...{ id: makeUploadId(), letter, target, at: now.toISOString(), progress, isPublic: false },
    ...(by ? { by } : {}),
  };
}

/** @returns the transaction item that stores a new upload. While it waits, it expires */
export function uploadPut(store: Store, one: Upload, now: Date) {
  const ttl = one.progress.state === 'waiting' ? { ttl: Math.ceil((now.getTime() + waitsFor) / 1000) } : {};
  const Item = { ...keyOf(one), ...one, ...ttl };
  return { Put: { TableName: store.table, Item, ConditionExpression: 'attribute_not_exists(pk)' } };
}

/** The file has arrived: it is checked next. @returns whether it was waiting */
export async function uploadArrived(store: Store, one: Upload, by: Actor, now: Date): Promise<boolean> {
  const { written } = await transact(store, [
    {
      Update: {
        TableName: store.table,
        Key: keyOf(one),
        UpdateExpression: 'SET progress = :checking REMOVE #ttl',
        ConditionExpression: 'progress.#state = :waiting',
        ExpressionAttributeNames: { '#ttl': 'ttl', '#state': 'state' },
        ExpressionAttributeValues: {
          ':checking': { state: 'checking', since: now.toISOString() },
          ':waiting': 'waiting',
        },
      },
    },
    uploadDue(store, one, 'clean', now),
    trail(store, one, 'upload.added', by, now),
  ]);
  return written;
}

/** Shows the file to the public, or no longer. @returns whether it could be */
export async function setUploadPublic(
  store: Store,
  one: Upload,
  isPublic: boolean,
  by: Actor,
  now: Date,
): Promise<boolean> {
  const { written } = await transact(store, [
    {
      Update: {
        TableName: store.table,
        Key: keyOf(one),
        UpdateExpression: 'SET isPublic = :public',
        ConditionExpression: 'progress.#state = :kept',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: { ':public': isPublic, ':kept': 'kept' },
      },
    },
    trail(store, one, isPublic ? 'upload.published' : 'upload.hidden', by, now),
  ]);
  return written;
}

/** Records what came of the check, unless the upload was removed meanwhile. @returns whether it was recorded */
export function recordUpload(store: Store, one: Upload, progress: Upload['progress']): Promise<boolean> {
  return changeIf(store, {
    Key: keyOf(one),
    UpdateExpression: 'SET progress = :progress',
    ConditionExpression: 'progress.#state = :checking',
    ExpressionAttributeNames: { '#state': 'state' },
    ExpressionAttributeValues: { ':progress': progress, ':checking': 'checking' },
  });
}

export async function removeUpload(store: Store, one: Upload, by: Actor, now: Date): Promise<void> {
  await transact(store, [...uploadRemoval(store, one, now), trail(store, one, 'upload.removed', by, now)]);
}

function keyOf({ letter, id, target }: Pick<Upload, 'letter' | 'id' | 'target'>) {
  return uploadKey(letter, partitionKind(target), id);
}

function trail(store: Store, { letter, id, target }: Upload, did: AuditAction, by: Actor, now: Date) {
  return auditPut(store, { by, did, scope: letter, subject: id satisfies UploadId, after: { kind: target.kind } }, now);
}
