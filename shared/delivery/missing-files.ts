/**
 * Finds deliveries whose files are not in the bucket, and files that the table does not know: after a table was
 * restored, or an engine forgot its files.
 */
import { commandLine } from '../audit/audit.ts';
import { listLetters } from '../letter/storage.ts';
import { type Bucket, deleteObjects, listKeys } from '../platform/bucket/bucket.ts';
import type { Store } from '../platform/store/store.ts';
import { keptStart } from '../upload/upload.ts';
import type { Delivery } from './delivery.ts';
import { deliveryPrefix, madePrefix } from './files.ts';
import { keptFileKeys } from './kept-files.ts';
import { retryDelivery } from './start.ts';
import { readDeliveries } from './storage.ts';

/** One Query for each letter, and a list of keys for each delivery. @returns deliveries that lack a file */
export async function findMissing(store: Store, bucket: Bucket): Promise<Delivery[]> {
  const missing: Delivery[] = [];
  for (const { slug } of await listLetters(store)) {
    for (const delivery of (await readDeliveries(store, slug)).deliveries) {
      if (delivery.progress.state !== 'ready' || delivery.cancelledAt) continue;
      const keys = new Set(await listKeys(bucket, madePrefix(delivery)));
      if (delivery.progress.files.some(({ key }) => !keys.has(key))) missing.push(delivery);
    }
  }
  return missing;
}

/** Makes their documents due again, with the same bytes as before. @returns how many there are */
export async function remakeMissing(store: Store, bucket: Bucket, now: Date): Promise<number> {
  const missing = await findMissing(store, bucket);
  for (const { letter, id } of missing) await retryDelivery(store, letter, id, { by: commandLine, now });
  return missing.length;
}

/**
 * Deletes the files of deliveries, and uploaded files, that the table does not know: they hold names, and no erasure
 * would find them. The bucket is read first, so that a delivery that starts meanwhile keeps its files.
 *
 * @returns how many files were deleted
 */
export async function deleteUnknown(store: Store, bucket: Bucket): Promise<number> {
  const keys = [...(await listKeys(bucket, 'deliveries/')), ...(await listKeys(bucket, keptStart))];
  const kept = new Set(await keptFileKeys(store));
  const prefixes: string[] = [];
  for (const { slug } of await listLetters(store)) {
    prefixes.push(...(await readDeliveries(store, slug)).deliveries.map(deliveryPrefix));
  }
  const unknown = keys.filter((key) => !kept.has(key) && !prefixes.some((prefix) => key.startsWith(prefix)));
  await deleteObjects(bucket, unknown);
  return unknown.length;
}
