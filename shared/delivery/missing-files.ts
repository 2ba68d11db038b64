/** Finds deliveries whose files are not in the bucket: after a table was restored, or an engine forgot its files. */
import { commandLine } from '../audit/audit.ts';
import { listLetters } from '../letter/storage.ts';
import { type Bucket, listKeys } from '../platform/bucket/bucket.ts';
import type { Store } from '../platform/store/store.ts';
import type { Delivery } from './delivery.ts';
import { madePrefix } from './files.ts';
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
