/** Files of the bucket in a backup: those that nothing can make again. */
import { createHash } from 'node:crypto';
import * as z from 'zod';
import { keptFileKeys } from '../../shared/delivery/kept-files.ts';
import { sha256 } from '../../shared/letter/text.ts';
import { type Bucket, listKeys, putObject, readObject } from '../../shared/platform/bucket/bucket.ts';
import type { Store } from '../../shared/platform/store/store.ts';

/** A file in a backup; the hash is the one of the bytes in `data`. */
export const storedFile = z.object({ key: z.string(), type: z.string(), sha256, data: z.base64() });
export type StoredFile = z.infer<typeof storedFile>;

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

const types = { '%PDF': 'application/pdf', '\x89PNG': 'image/png' } as const;

/** By the first bytes: we wrote these files ourselves, and no others. */
function typeOf(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 4)).toString('latin1');
  return Object.entries(types).find(([start]) => head === start)?.[1] ?? 'image/jpeg';
}

/** @returns the files that the table knows and the bucket has. The keys of those that it lacks go into `missing` */
export async function* readFiles(store: Store, bucket: Bucket, missing: string[]): AsyncGenerator<StoredFile> {
  for (const key of await keptFileKeys(store)) {
    const bytes = await readObject(bucket, key);
    if (!bytes) missing.push(key);
    else yield { key, type: typeOf(bytes), sha256: hashOf(bytes), data: Buffer.from(bytes).toString('base64') };
  }
}

/**
 * Restores files that the bucket lacks. Files that the table no longer names are left out: they belonged to somebody
 * who was erased since.
 *
 * @param store the restored table, after the erasures
 * @returns how many were written, and the keys of those that are not as they were
 */
export async function restoreFiles(
  store: Store,
  bucket: Bucket,
  files: AsyncIterable<StoredFile>,
): Promise<{ written: number; damaged: string[] }> {
  const known = new Set(await keptFileKeys(store));
  const there = new Set([...(await listKeys(bucket, 'uploads/')), ...(await listKeys(bucket, 'deliveries/'))]);
  const damaged: string[] = [];
  let written = 0;
  for await (const { key, type, sha256: hash, data } of files) {
    if (!known.has(key) || there.has(key)) continue;
    const body = Buffer.from(data, 'base64');
    if (hashOf(body) !== hash) {
      damaged.push(key);
      continue;
    }
    await putObject(bucket, { key, body, type });
    written += 1;
  }
  return { written, damaged };
}
