/** Decisions of the secretariat about a confirmed signature. Pure steps, like those in `../transitions.ts`. */

import type { SignatureId } from '../../ids.ts';
import { withChapter, withoutChapter } from '../claims/claim.ts';
import { withMail } from '../due-mail.ts';
import type { SignatureRecord } from '../record.ts';
import { addToHistory } from '../transitions.ts';

/**
 * Accepts the signature, regardless of the policy. It takes its claim if that is free; a holder with a better proof
 * keeps it.
 */
export function approved(record: SignatureRecord, now: Date, { tell = false } = {}): SignatureRecord {
  if (record.moderation === 'approved' && !record.duplicateOf) return record;
  const next: SignatureRecord = {
    ...record,
    moderation: 'approved',
    reviewBecause: undefined,
    rejectedBecause: undefined,
    told: undefined,
    proofAskedAt: undefined,
    duplicateOf: undefined,
    mergedAt: undefined,
    displacedAt: undefined,
  };
  const done = addToHistory(next, 'approved', now);
  return tell ? withMail(done, 'listed', now) : done;
}

/**
 * Holds the signature for review, out of list and count. Its name is hidden meanwhile, so it gives up the public claim.
 */
export function held(record: SignatureRecord, now: Date): SignatureRecord {
  if (record.moderation === 'held' && record.reviewBecause === 'secretariat') return record;
  const next: SignatureRecord = {
    ...record,
    moderation: 'held',
    reviewBecause: 'secretariat',
    rejectedBecause: undefined,
    accepted: 'no',
  };
  return addToHistory(next, 'held', now);
}

/**
 * Rejects the signature: removes it from list and count, and frees its claim. The signer is told when a member asks for
 * it, and again only with other words.
 *
 * @param why for the secretariat only
 */
export function rejected(
  record: SignatureRecord,
  why: string,
  now: Date,
  { tell = false, words = '' }: { readonly tell?: boolean | undefined; readonly words?: string | undefined } = {},
): SignatureRecord {
  const isKnown = record.moderation === 'rejected';
  const next: SignatureRecord = isKnown
    ? { ...record, rejectedBecause: why }
    : addToHistory(
        {
          ...record,
          moderation: 'rejected',
          reviewBecause: undefined,
          rejectedBecause: why,
          proofAskedAt: undefined,
          accepted: 'no',
        },
        'rejected',
        now,
      );
  if (!tell || record.told === words) return next;
  return withMail({ ...next, told: words }, 'not-listed', now);
}

const day = 24 * 3600 * 1000;

/**
 * Holds the signature until its signer has shown more proof, and asks for it, at most once a day. Proof from the
 * organisation's domain then releases it, as where the letter's policy asks for it.
 */
export function proofAsked(record: SignatureRecord, now: Date): SignatureRecord {
  const { proofAskedAt, moderation } = record;
  const isAsked = moderation === 'held' && proofAskedAt && now.getTime() - Date.parse(proofAskedAt) < day;
  if (isAsked) return record;
  const next: SignatureRecord = {
    ...record,
    moderation: 'held',
    reviewBecause: record.reviewBecause ?? 'level',
    rejectedBecause: undefined,
    accepted: 'no',
    proofAskedAt: now.toISOString(),
  };
  return withMail(moderation === 'held' ? next : addToHistory(next, 'held', now), 'proof-asked', now);
}

/** Marks it as a second signature of the same co-signatory, although nothing in it says so: its claim is free. */
export function merged(record: SignatureRecord, into: SignatureId, now: Date): SignatureRecord {
  if (record.duplicateOf === into && record.mergedAt) return record;
  return addToHistory({ ...record, duplicateOf: into, mergedAt: now.toISOString() }, 'merged', now);
}

/** Gives it a chapter of its own; without one, it signs for the whole organisation. It then tries to get that claim. */
export function split(record: SignatureRecord, chapter: string | undefined, now: Date): SignatureRecord {
  if (record.claimant === undefined || record.chapter === chapter) return record;
  const claimant = withChapter(withoutChapter(record.claimant), chapter);
  const free = { duplicateOf: undefined, mergedAt: undefined, displacedAt: undefined };
  return addToHistory({ ...record, ...free, chapter, claimant }, 'split', now);
}

/** Sets its rank among the featured signatures of the letter; without a rank it is not featured. */
export function featured(record: SignatureRecord, rank: number | undefined): SignatureRecord {
  return { ...record, featured: rank };
}

/** Declines the change that the signer requested: the current fields stay. A new receipt tells the signer. */
export function declined(record: SignatureRecord, now: Date): SignatureRecord {
  if (!record.proposal) return record;
  return withMail(addToHistory({ ...record, proposal: undefined }, 'declined', now), 'receipt', now);
}
