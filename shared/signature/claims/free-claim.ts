/** Whether a duplicate can have its place: what its owner may be told of whoever held it. */
import type { Store } from '../../platform/store/store.ts';
import type { SignatureRecord } from '../record.ts';
import { readSignature } from '../storage.ts';
import { keepsOut } from './claim-key.ts';

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
