/** Who a signature stands for, and which of two for the same holds the place (DESIGN rule 6). */

import type { SignatureId } from '../../ids.ts';
import { canonicalMailbox } from '../../mailbox/address.ts';
import { hashMailbox } from '../../mailbox/record.ts';
import { domainOfKey } from '../../organisation/domain-of-key.ts';
import type { Keys } from '../../platform/token/keys.ts';
import { foldName } from '../../text/fold.ts';
import { atLeast } from '../../verification/level.ts';
import type { SignatureRecord } from '../record.ts';

/**
 * Who may stand under a letter only once: for an organisation its key, for an individual a keyed hash of mailbox and
 * folded name, so that no key holds a mailbox.
 *
 * @throws for an organisation that nobody has looked for yet: the first mail does (see `keyOf` in organisation-of.ts)
 */
export function claimantOf(
  keys: Keys,
  record: Pick<SignatureRecord, 'kind' | 'email' | 'signatoryName' | 'organisationKey' | 'chapter' | 'claimant'>,
): string {
  const found = plainClaimant(keys, record);
  // One that stands beside the holder goes on doing so, as long as it is for the same co-signatory.
  return record.claimant !== undefined && withoutMark(record.claimant) === found ? record.claimant : found;
}

function plainClaimant(keys: Keys, record: Parameters<typeof claimantOf>[1]): string {
  if (record.kind === 'individual') {
    return `individual:${keys.hash('individual', canonicalMailbox(record.email), foldName(record.signatoryName))}`;
  }
  if (record.organisationKey === undefined)
    throw new Error('no mail went out yet, so nobody has found the organisation');
  return withChapter(record.organisationKey, record.chapter);
}

/** @returns who the signature stands for, and of an organisation's the hash of the mailbox: see `provenBy` in the record */
export function standingFor(keys: Keys, record: Parameters<typeof claimantOf>[1] & Pick<SignatureRecord, 'provenBy'>) {
  const hash = record.email === '' ? record.provenBy : hashMailbox(keys, record.email);
  return { claimant: claimantOf(keys, record), provenBy: record.kind === 'organisation' ? hash : undefined };
}

/**
 * One that stays counted beside the holder of its claim, since both were counted before the folding changed: each has a mark
 * of its own, which no name and no website can have at its end.
 */
const mark = /~[0-9a-hjkmnp-tv-z]{20}$/;

/** @returns the claimant with the mark of that signature */
export function besideOthers(claimant: string, id: SignatureId): string {
  return `${claimant}~${id}`;
}

/** @returns the claimant whose holder it stands beside; itself where it stands beside nobody */
export function withoutMark(claimant: string): string {
  return claimant.replace(mark, '');
}

/** @returns the key of one chapter of an organisation: the secretariat tells those apart that share a domain */
export function withChapter(organisationKey: string, chapter: string | undefined): string {
  return chapter === undefined ? organisationKey : `${organisationKey}#${chapter}`;
}

/** @returns the key of the organisation as a whole, whichever chapter holds the claim */
export function withoutChapter(claimant: string): string {
  const end = claimant.indexOf('#');
  return withoutMark(end < 0 ? claimant : claimant.slice(0, end));
}

/** @returns the domain of which the owner of a confirmed signature can show control: that of its organisation, if any */
export function provableDomain(record: SignatureRecord): string | undefined {
  if (record.kind !== 'organisation' || !record.confirmedAt || record.withdrawnAt) return undefined;
  return record.claimant === undefined ? undefined : domainOfKey(withoutChapter(record.claimant));
}

/**
 * A better proof wins: what the organisation's own domain shows (by a mailbox on it, or by control of it), or the
 * secretariat vouches for, takes the place of a claim that was made from elsewhere. Two that are both proven do not push
 * each other out: the first stays.
 */
export function displaces(later: SignatureRecord, holder: SignatureRecord): boolean {
  return later.kind === 'organisation' && isProven(later) && !isProven(holder);
}

function isProven({ verification = 'mailbox' }: SignatureRecord): boolean {
  return atLeast(verification, 'mailbox-domain');
}
