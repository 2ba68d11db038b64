/** Whether a duplicate can have its place: what its owner may be told of whoever held it. */
import type { Store } from '../../../shared/platform/store/store.ts';
import { keepsOut } from '../../../shared/signature/claims/claim-key.ts';
import type { SignatureRecord } from '../../../shared/signature/record.ts';
import { readSignature } from '../../../shared/signature/storage.ts';

/**
 * One read for a duplicate, none for others.
 *
 * @returns whether the signature is a duplicate of one that has left the place, or hides its name by now: both look the same
 */
export async function isPlaceFree(store: Store, record: SignatureRecord): Promise<boolean> {
  if (record.duplicateOf === undefined || record.mergedAt) return false;
  const holder = await readSignature(store, record.duplicateOf);
  return !(holder && keepsOut(holder, record));
}
