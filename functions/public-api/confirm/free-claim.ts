/** Whether the place of a duplicate is free, as far as its owner may know about the signature that held it. */
import type { Store } from '../../../shared/platform/store/store.ts';
import { blocksClaim } from '../../../shared/signature/claims/claim-key.ts';
import type { SignatureRecord } from '../../../shared/signature/record.ts';
import { readSignature } from '../../../shared/signature/storage.ts';

/**
 * One read for a duplicate, none for others.
 *
 * @returns whether it duplicates a signature that has given up its place, or now hides its name: the two look the same
 */
export async function isClaimFree(store: Store, record: SignatureRecord): Promise<boolean> {
  if (record.duplicateOf === undefined || record.mergedAt) return false;
  const holder = await readSignature(store, record.duplicateOf);
  return !(holder && blocksClaim(holder, record));
}
