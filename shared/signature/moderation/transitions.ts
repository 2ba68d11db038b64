/** What the secretariat decides about a confirmed signature. Pure steps, as those in `transitions.ts`. */

import type { SignatureId } from '../../ids.ts';
import { withChapter, withoutChapter } from '../claims/claim.ts';
import { withMail } from '../due-mail.ts';
import type { SignatureRecord } from '../record.ts';
import { remember } from '../transitions.ts';

/**
 * The secretariat accepts it, whatever the policy asks for. It takes the place if that is free; who holds it with a
 * better proof keeps it.
 */
export function approved(record: SignatureRecord, now: Date): SignatureRecord {
  if (record.moderation === 'approved' && !record.duplicateOf) return record;
  const next: SignatureRecord = {
    ...record,
    moderation: 'approved',
    reviewBecause: undefined,
    rejectedBecause: undefined,
    duplicateOf: undefined,
    mergedAt: undefined,
    displacedAt: undefined,
  };
  return remember(next, 'approved', now);
}

/**
 * The secretariat wants to look at it first: out of the list and the count. Its name is hidden then, so it gives up the
 * place among those that are shown.
 */
export function held(record: SignatureRecord, now: Date): SignatureRecord {
  if (record.moderation === 'held' && record.reviewBecause === 'secretariat') return record;
  const next: SignatureRecord = {
    ...record,
    moderation: 'held',
    reviewBecause: 'secretariat',
    rejectedBecause: undefined,
    accepted: undefined,
  };
  return remember(next, 'held', now);
}

/** The secretariat does not accept it: out of the list and the count, and its claim is free. */
export function rejected(record: SignatureRecord, why: string, now: Date): SignatureRecord {
  if (record.moderation === 'rejected') return { ...record, rejectedBecause: why };
  const next: SignatureRecord = {
    ...record,
    moderation: 'rejected',
    reviewBecause: undefined,
    rejectedBecause: why,
    accepted: undefined,
  };
  return remember(next, 'rejected', now);
}

/** It is a second signature of the same co-signatory, though nothing in it says so: its claim is free. */
export function merged(record: SignatureRecord, into: SignatureId, now: Date): SignatureRecord {
  if (record.duplicateOf === into && record.mergedAt) return record;
  return remember({ ...record, duplicateOf: into, mergedAt: now.toISOString() }, 'merged', now);
}

/** It stands for a chapter of its own; without one, for the organisation as a whole. It goes for the claim again. */
export function split(record: SignatureRecord, chapter: string | undefined, now: Date): SignatureRecord {
  if (record.claimant === undefined || record.chapter === chapter) return record;
  const claimant = withChapter(withoutChapter(record.claimant), chapter);
  const free = { duplicateOf: undefined, mergedAt: undefined, displacedAt: undefined };
  return remember({ ...record, ...free, chapter, claimant }, 'split', now);
}

/** Its place among those that stand first under the letter; without a rank it stands where all others do. */
export function featured(record: SignatureRecord, rank: number | undefined): SignatureRecord {
  return { ...record, featured: rank };
}

/** What the signer wants changed is not accepted: what stands there stays. A fresh receipt says so. */
export function declined(record: SignatureRecord, now: Date): SignatureRecord {
  if (!record.proposal) return record;
  return withMail(remember({ ...record, proposal: undefined }, 'declined', now), 'receipt', now);
}
