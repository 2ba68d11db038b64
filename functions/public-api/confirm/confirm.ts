/** Confirms a signature: the mailbox is proven, the claim is taken and the count changes, all or nothing. */
import { isDelivered } from '../../../shared/count/count.ts';
import type { Store } from '../../../shared/platform/store/store.ts';
import type { Keys } from '../../../shared/platform/token/keys.ts';
import { claimFieldsFor } from '../../../shared/signature/claims/claim.ts';
import { moveBlockingFormerClaim } from '../../../shared/signature/claims/former-claim.ts';
import { withCurrentKey } from '../../../shared/signature/claims/former-claimant.ts';
import { resolveClaim } from '../../../shared/signature/claims/resolve-claim.ts';
import { storedPolicy } from '../../../shared/signature/evidence.ts';
import type { SignatureRecord } from '../../../shared/signature/record.ts';
import { readSignature } from '../../../shared/signature/storage.ts';
import { confirmed } from '../../../shared/signature/transitions.ts';

/**
 * - `confirmed`: now counted, or awaiting review where the letter's policy asks for more proof
 * - `already-confirmed`: it was confirmed before; nothing changed
 * - `duplicate`: kept, but the same organisation or individual had already signed, so not counted
 * - `delivered`: the letter was delivered in the meantime, so nobody more is counted; the signature stays as it is
 * - `gone`: the signature no longer exists
 */
export type ConfirmOutcome = 'confirmed' | 'already-confirmed' | 'duplicate' | 'delivered' | 'gone';

/**
 * Confirms a pending signature. The caller has checked the token or the code against it. Repeated and simultaneous
 * calls change nothing more.
 *
 * @param record as it was read
 * @param known includes data that the mailer has not stored on it yet, when its mail was only just sent
 *
 * Two reads, one after the other, and one TransactWriteItems when there is no contention.
 *
 * @throws what DynamoDB throws when it stays unavailable; no change is left half done
 */
export async function confirm(
  store: Store,
  keys: Keys,
  record: SignatureRecord,
  { by, now, known = record }: { by: 'link' | 'code'; now: Date; known?: SignatureRecord },
): Promise<ConfirmOutcome> {
  if (record.confirmedAt) return outcomeBefore(record);
  const present = await withCurrentKey(known);
  const claimFields = claimFieldsFor(keys, present);
  await moveBlockingFormerClaim({ store, keys }, record.letter, { ...present, ...claimFields });
  const after = confirmed(present, { by, ...claimFields, policy: storedPolicy(known), now });
  const written = await resolveClaim(store, { before: record, after }, now).catch(deliveredInstead);
  if (written === 'delivered') return 'delivered';
  if (written) return written.duplicateOf ? 'duplicate' : 'confirmed';
  // It was no longer pending, so look at its state. This also covers our own write when its answer was lost.
  const found = await readSignature(store, record.id);
  return found?.confirmedAt ? outcomeBefore(found) : 'gone';
}

function deliveredInstead(error: unknown): 'delivered' {
  if (isDelivered(error)) return 'delivered';
  throw error;
}

/** A repeated press gets the result of the first: a duplicate is not later reported as counted. */
function outcomeBefore({ duplicateOf }: SignatureRecord): ConfirmOutcome {
  return duplicateOf ? 'duplicate' : 'already-confirmed';
}
