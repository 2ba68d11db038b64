/** Candidates for merging a signature: others that may be the same. */

import type { SignatureId } from '../../../shared/ids.ts';
import type { Store } from '../../../shared/platform/store/store.ts';
import type { SignatureRecord } from '../../../shared/signature/record.ts';
import { holdsClaim } from '../../../shared/signature/states.ts';
import { readSignature } from '../../../shared/signature/storage.ts';
import type { Signal } from '../review/signals.ts';
import { findByDomain } from './find.ts';

/**
 * @param signals of the signature: they name its look-alikes, and the holder of its place
 * @returns the signatures that it can be merged into, at most six: look-alikes, and the holder of its website's place
 */
export async function mergeCandidates(
  store: Store,
  record: SignatureRecord,
  signals: readonly Signal[],
): Promise<SignatureRecord[]> {
  const { id, letter, kind, organisationWebsite, duplicateOf } = record;
  const ids = new Set<SignatureId>([
    ...(duplicateOf ? [duplicateOf] : []),
    ...signals.flatMap(({ other }) => other ?? []),
  ]);
  const [ofDomain, ...others] = await Promise.all([
    organisationWebsite ? findByDomain(store, letter, organisationWebsite) : [],
    ...[...ids].map((one) => readSignature(store, one)),
  ]);
  const found = [...others, ...ofDomain].filter((one) => one !== undefined);
  const fits = found.filter((one) => one.id !== id && one.letter === letter && one.kind === kind && holdsClaim(one));
  return fits.filter((one, index) => fits.findIndex((other) => other.id === one.id) === index).slice(0, 6);
}
