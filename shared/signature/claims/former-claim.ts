/**
 * Claims that the previous release made by another folding, or by other rules for websites. They move to current keys
 * with `npm run upgrade`, or earlier when a new signature would collide with one
 * (docs/decisions/026-claims-move-to-new-keys.md).
 */
import { type LetterSlug, type SignatureId, signatureId } from '../../ids.ts';
import { claimKey, hiddenClaimKey } from '../../platform/store/keys.ts';
import { readItem } from '../../platform/store/read.ts';
import { backOff, type Store } from '../../platform/store/store.ts';
import type { Keys } from '../../platform/token/keys.ts';
import { commit, maxAttempts } from '../commit.ts';
import type { SignatureRecord } from '../record.ts';
import { isOnPaper } from '../states.ts';
import { readSignature } from '../storage.ts';
import { markedClaimant, unmarkedClaimant } from './claim.ts';
import { currentClaimant, formerClaimant, isPlainDomain, type Named } from './former-claimant.ts';

/**
 * Moves a claim that blocks a signature, if it is stored under the key of the previous release. One read when the two
 * keys differ; none for most names.
 *
 * @param claimant of the signature, by current rules
 */
export async function moveBlockingFormerClaim(
  { store, keys }: ClaimMoveContext,
  letter: LetterSlug,
  named: Named & { readonly claimant: string },
): Promise<void> {
  const { claimant } = named;
  // A line on paper collides only with the very same line.
  if (isPlainDomain(unmarkedClaimant(claimant), named.organisationWebsite) || claimant.startsWith('paper:')) return;
  const former = await formerClaimant(keys, named);
  if (former === claimant) return;
  const { provenBy } = named;
  const places = [claimKey(letter, former), ...(provenBy ? [hiddenClaimKey(letter, former, provenBy)] : [])];
  for (const row of await Promise.all(places.map((key) => readItem(store, key)))) {
    const holder = signatureId.safeParse(row?.['signature']);
    if (holder.success) await moveToCurrentKey({ store, keys }, holder.data);
  }
}

/**
 * - `moved`: its claim is now stored under the other key
 * - `beside`: another signature holds that key, so it keeps a claim of its own, under a key marked as such. Both stay
 *   counted, and the secretariat is told (`signalsOf`)
 */
export type ClaimMoveOutcome = 'moved' | 'beside';

interface ClaimMoveContext {
  readonly store: Store;
  readonly keys: Keys;
}

/** Moves the claim of a signature to its current key. @returns the outcome; undefined when there was nothing to do */
export function moveToCurrentKey(bringing: ClaimMoveContext, id: SignatureId): Promise<ClaimMoveOutcome | undefined> {
  return moveClaim(bringing, id, (record) => currentClaimant(bringing.keys, record));
}

/** Moves the claim to the key of the previous release. */
export function moveToFormerKey(bringing: ClaimMoveContext, id: SignatureId): Promise<ClaimMoveOutcome | undefined> {
  return moveClaim(bringing, id, (record) => formerClaimant(bringing.keys, record));
}

async function moveClaim(
  { store }: ClaimMoveContext,
  id: SignatureId,
  claimantOfRecord: (record: SignatureRecord) => Promise<string>,
): Promise<ClaimMoveOutcome | undefined> {
  for (let attempt = 1; attempt <= maxAttempts; attempt += 1) {
    const before = await readSignature(store, id);
    if (before?.claimant === undefined || !isKnown(before)) return undefined;
    const claimant = await claimantOfRecord(before);
    if (before.claimant === claimant) return undefined;
    const moved = await commit(store, [{ before, after: { ...before, claimant } }]);
    if (moved.outcome === 'done') return 'moved';
    if (moved.outcome === 'claimed') {
      const beside = { ...before, claimant: markedClaimant(claimant, id) };
      if ((await commit(store, [{ before, after: beside }])).outcome === 'done') return 'beside';
    }
    await backOff(attempt);
  }
  throw new Error('a claim could not be moved because its signature kept changing');
}

/** The key cannot be made again when the mailbox was erased or the signature is on paper; it collides with no other. */
function isKnown(record: SignatureRecord): boolean {
  if (record.kind === 'organisation') return record.organisationName !== undefined;
  return record.email !== '' && record.signatoryName !== '' && !isOnPaper(record);
}
