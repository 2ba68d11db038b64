/**
 * Files in the bucket that nothing can make again: uploads that were written anew, and the copies of logos that a
 * delivery keeps. A backup has them, and the local stack keeps them when it stops.
 */
import { listLetters } from '../letter/storage.ts';
import type { Store } from '../platform/store/store.ts';
import { readUploads } from '../upload/storage.ts';
import { isKept } from '../upload/upload.ts';
import { logoCopyKey } from './files.ts';
import { readDeliveries } from './storage.ts';

/** Three Queries for each letter. @returns the keys of all such files that the table knows */
export async function keptFileKeys(store: Store): Promise<string[]> {
  const keys: string[] = [];
  for (const { slug } of await listLetters(store)) {
    const [uploads, logos, { deliveries }] = await Promise.all([
      readUploads(store, slug, 'upload'),
      readUploads(store, slug, 'logo'),
      readDeliveries(store, slug),
    ]);
    keys.push(...[...uploads, ...logos].filter(isKept).map(({ progress }) => progress.file.key));
    keys.push(...deliveries.filter(({ frozen }) => frozen?.logo !== undefined).map(logoCopyKey));
  }
  return keys;
}
