/** Cleans or deletes one uploaded file, depending on the due work. */
import type { Bucket } from '../../shared/platform/bucket/bucket.ts';
import { deleteObjects, putObject, readIfAllowed } from '../../shared/platform/bucket/bucket.ts';
import type { Store } from '../../shared/platform/store/store.ts';
import { readDueUpload, type UploadRequest, uploadDone } from '../../shared/upload/due.ts';
import { readUpload, recordUpload } from '../../shared/upload/storage.ts';
import { incomingKey, keptKey, type Upload } from '../../shared/upload/upload.ts';
import { type Cleaned, cleanLogo, cleanScan } from './cleaning/clean-file.ts';

export interface Cleaning {
  readonly store: Store;
  readonly bucket: Bucket;
  readonly now: () => Date;
}

/** Twice as large as logos are shown, for screens with small dots and for print. */
const boxes = { logo: { width: 320, height: 160 }, look: { width: 640, height: 320 } } as const;

/**
 * Idempotent: does nothing when nothing is due, and two runs have the same result.
 *
 * @throws the errors of table and bucket; what is due stays due then
 */
export async function cleanUpload({ store, bucket, now }: Cleaning, request: UploadRequest): Promise<void> {
  const due = await readDueUpload(store, request);
  const about = { letter: request.letter, id: request.upload };
  if (!due) {
    // An earlier run may have been killed after the upload was removed.
    const found = await Promise.all(
      (['upload', 'logo', 'evidence'] as const).map((kind) => readUpload(store, request.letter, kind, request.upload)),
    );
    if (found.every((one) => one === undefined)) await deleteObjects(bucket, [incomingKey(about), keptKey(about)]);
    return;
  }
  const upload = due.work === 'clean' ? await readUpload(store, due.letter, due.kind, due.upload) : undefined;
  if (upload?.progress.state === 'checking') {
    await recordUpload(store, upload, await checked(bucket, upload, now()));
  }
  // It may have been removed while it was cleaned.
  const isThere = due.work === 'clean' && (await readUpload(store, due.letter, due.kind, due.upload)) !== undefined;
  await deleteObjects(bucket, [incomingKey(about), ...(isThere ? [] : [keptKey(about)])]);
  await uploadDone(store, due);
}

async function checked(bucket: Bucket, upload: Upload, now: Date): Promise<Upload['progress']> {
  const bytes = await readIfAllowed(bucket, incomingKey(upload));
  if (!bytes) return { state: 'refused', why: 'missing' };
  const clean = await cleaned(upload, bytes);
  if (!clean.ok) return { state: 'refused', why: clean.why };
  const { type, bytes: body, size } = clean.file;
  const key = keptKey(upload);
  await putObject(bucket, { key, body, type });
  return {
    state: 'kept',
    since: now.toISOString(),
    file: { key, type, bytes: body.byteLength, ...(size ? { size } : {}) },
  };
}

function cleaned({ target: { kind } }: Upload, bytes: Uint8Array): Promise<Cleaned> {
  return kind === 'logo' || kind === 'look' ? cleanLogo(bytes, boxes[kind]) : cleanScan(bytes);
}
