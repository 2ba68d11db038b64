/**
 * Files in the bucket that nothing can make again: rewritten uploads, and the copies of logos that a delivery keeps. A
 * backup has them, and the local stack keeps them when it stops.
 */
import type { LetterSlug } from '../ids.ts';
import { listLetters } from '../letter/storage.ts';
import { evidencePartition } from '../platform/store/keys.ts';
import { queryAll } from '../platform/store/query.ts';
import type { Store } from '../platform/store/store.ts';
import { table } from '../platform/store/table.ts';
import { readUploads } from '../upload/storage.ts';
import { isKept, upload } from '../upload/upload.ts';
import type { Delivery } from './delivery.ts';
import { logoCopyKey, organisationLogoKey } from './files.ts';
import { readFrozenNames } from './frozen-names.ts';
import { readDeliveries } from './storage.ts';

/** Every file of evidence for signatures that were added by hand. */
const readEvidence = (store: Store, slug: LetterSlug) =>
  queryAll(store, table, evidencePartition(slug), { consistency: 'consistent' }, upload);

/** The documents of a delivery that was cancelled are never made again. */
async function organisationLogos(store: Store, delivery: Delivery): Promise<string[]> {
  const { id, attempt, frozen, options, cancelledAt } = delivery;
  if (!options.logos || !frozen || cancelledAt) return [];
  const keys: string[] = [];
  for await (const name of readFrozenNames(store, id)) {
    if (name.attempt === attempt && name.logo) keys.push(organisationLogoKey(delivery, name.logo));
  }
  return keys;
}

/**
 * Four Queries for each letter, and the frozen list of each delivery that shows logos of organisations.
 *
 * @returns the keys of all such files that the table knows
 */
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
    for (const delivery of deliveries) keys.push(...(await organisationLogos(store, delivery)));
  }
  return keys;
}
