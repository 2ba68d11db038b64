/**
 * Files in the bucket that nothing can make again: uploads that were written anew, and the copies of logos that a
 * delivery keeps. A backup has them, and the local stack keeps them when it stops.
 */
import type { LetterSlug } from '../ids.ts';
import { listLetters } from '../letter/storage.ts';
import { evidencePartition } from '../platform/store/keys.ts';
import { queryAll } from '../platform/store/query.ts';
import type { Store } from '../platform/store/store.ts';
import { table } from '../platform/store/table.ts';
import { readUploads } from '../upload/storage.ts';
import { isKept, upload } from '../upload/upload.ts';
import { logoCopyKey } from './files.ts';
import { readDeliveries } from './storage.ts';

/** Every file of evidence for signatures that were added by hand. */
const readEvidence = (store: Store, slug: LetterSlug) =>
  queryAll(store, table, evidencePartition(slug), { consistency: 'consistent' }, upload);

/** Four Queries for each letter. @returns the keys of all such files that the table knows */
export async function keptFileKeys(store: Store): Promise<string[]> {
  const keys: string[] = [];
  for (const { slug } of await listLetters(store)) {
    const [uploads, logos, evidence, { deliveries }] = await Promise.all([
      readUploads(store, slug, 'upload'),
      readUploads(store, slug, 'logo'),
      readEvidence(store, slug),
      readDeliveries(store, slug),
    ]);
    keys.push(...[...uploads, ...logos, ...evidence].filter(isKept).map(({ progress }) => progress.file.key));
    keys.push(...deliveries.filter(({ frozen }) => frozen?.logo !== undefined).map(logoCopyKey));
  }
  return keys;
}
