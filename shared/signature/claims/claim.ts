/** The claimant of a signature, and which of two signatures for the same claimant gets the claim (rule 6). */

import type { SignatureId } from '../../ids.ts';
import { canonicalMailbox } from '../../mailbox/address.ts';
import { hashMailbox } from '../../mailbox/record.ts';
import { domainOfKey } from '../../organisation/domain-of-key.ts';
import type { Keys } from '../../platform/token/keys.ts';
import { foldName } from '../../text/fold.ts';
import { atLeast } from '../../verification/level.ts';
import type { SignatureRecord } from '../record.ts';

/**
 * Returns the identity that may be under a letter only once: for an organisation its key, for an individual a keyed
 * hash of mailbox and folded name, so that no key contains a mailbox.
 *
 * @throws for an organisation whose key is not determined yet; the first mail does that (see `keyOf` in
 *   organisation-key.ts)
 */
export function claimantOf(
  keys: Keys,
  record: Pick<SignatureRecord, 'kind' | 'email' | 'signatoryName' | 'organisationKey' | 'chapter' | 'claimant'>,
): string {
  const found = plainClaimant(keys, record);
  // A signature that is counted beside the holder stays so, as long as its co-signatory is the same.
  return record.claimant !== undefined && unmarkedClaimant(record.claimant) === found ? record.claimant : found;
}

function plainClaimant(keys: Keys, record: Parameters<typeof claimantOf>[1]): string {
  if (record.kind === 'individual') {
    return `individual:${keys.hash('individual', canonicalMailbox(record.email), foldName(record.signatoryName))}`;
  }
  if (record.organisationKey === undefined)
    throw new Error('no mail went out yet, so nobody has found the organisation');
  return withChapter(record.organisationKey, record.chapter);
}

/** @returns the claimant, and for an organisation the hash of the mailbox: see `provenBy` in the record */
export function claimFieldsFor(
  keys: Keys,
  record: Parameters<typeof claimantOf>[1] & Pick<SignatureRecord, 'provenBy'>,
) {
  const hash = record.email === '' ? record.provenBy : hashMailbox(keys, record.email);
  return { claimant: claimantOf(keys, record), provenBy: record.kind === 'organisation' ? hash : undefined };
}

/**
 * Mark of a signature that stays counted beside the holder of its claim, because both were counted before the folding
 * changed. Each mark is unique, and no name and no website can end like one.
 */
const mark = /~[0-9a-hjkmnp-tv-z]{20}$/;

/** @returns the claimant with the mark of that signature */
export function markedClaimant(claimant: string, id: SignatureId): string {
  return `${claimant}~${id}`;
}

/** @returns the claimant without the mark, whose holder it is counted beside */
export function unmarkedClaimant(claimant: string): string {
  return claimant.replace(mark, '');
}

/** @returns the key of a chapter of an organisation: the secretariat separates chapters that share a domain */
export function withChapter(organisationKey: string, chapter: string | undefined): string {
  return chapter === undefined ? organisationKey : `${organisationKey}#${chapter}`;
}

/** @returns the key of the whole organisation, whichever chapter holds the claim */
export function withoutChapter(claimant: string): string {
  const end = claimant.indexOf('#');
  return unmarkedClaimant(end < 0 ? claimant : claimant.slice(0, end));
}

/**
 * @returns the domain that the owner of a confirmed signature can prove control of: that of its organisation, if any
 */
export function provableDomain(record: SignatureRecord): string | undefined {
  if (record.kind !== 'organisation' || !record.confirmedAt || record.withdrawnAt) return undefined;
  return record.claimant === undefined ? undefined : domainOfKey(withoutChapter(record.claimant));
}

/**
 * A better proof wins. A signature proven by the organisation's own domain (by a mailbox on it, or by control of it),
 * or vouched for by the secretariat, displaces one that is not. Of two that are both proven, the first keeps the claim.
 */
export function displaces(later: SignatureRecord, holder: SignatureRecord): boolean {
  return later.kind === 'organisation' && isProven(later) && !isProven(holder);
}

function isProven({ verification = 'mailbox' }: SignatureRecord): boolean {
  return atLeast(verification, 'mailbox-domain');
}
