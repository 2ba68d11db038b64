import type { LetterSlug, SignatureId } from '../ids.ts';
import { atLeast, type Evidence, type PublicationPolicy } from '../verification/level.ts';
import { withMail, withoutMail } from './due-mail.ts';
import { withVerification } from './evidence.ts';
import type { Deliverability, HistoryEvent, SignatureRecord } from './record.ts';

/** Maximum number of history entries: the latest are kept, so that nobody can make a record grow without end. */
const longestHistory = 50;

/** @returns the record with one more entry in its history */
export function addToHistory(record: SignatureRecord, did: HistoryEvent, now: Date): SignatureRecord {
  return { ...record, history: [...record.history, { at: now.toISOString(), did }].slice(-longestHistory) };
}

/** Input of a confirmation besides the record. */
export interface Confirmation {
  readonly by: 'link' | 'code';
  readonly claimant: string;
  readonly provenBy: string | undefined;
  readonly policy: PublicationPolicy;
  readonly now: Date;
}

/** Confirms the signature: its mailbox is proven. Proof of the organisation by the mailbox's domain counts at once. */
export function confirmed(
  record: SignatureRecord,
  { by, claimant, provenBy, policy, now }: Confirmation,
): SignatureRecord {
  const at = now.toISOString();
  const next: SignatureRecord = {
    ...record,
    confirmedAt: at,
    confirmedBy: by,
    claimant,
    provenBy,
    // Only needed until the confirmation, and shorter records are cheaper.
    organisationKey: undefined,
    publishedFrom: undefined,
    individualsPublishedFrom: undefined,
    screening: undefined,
    firstMail: undefined,
  };
  // Drops pending confirmation mails and reminders.
  return { ...withVerification(next, policy), due: 'receipt', dueAt: at, dueNext: [] };
}

/**
 * Marks it as a duplicate, because another signature holds the claim: in no list and no count. A displaced signature
 * with a new proof of its own is still disputed between two, so it awaits review again.
 */
export function duplicateOf(record: SignatureRecord, holder: SignatureId): SignatureRecord {
  const next = { ...record, duplicateOf: holder };
  const disputed = record.displacedAt && record.moderation !== 'rejected';
  return disputed ? { ...next, moderation: 'held', reviewBecause: 'displaced' } : next;
}

/**
 * Sends a second signature with the same website but a very different name to review: it is probably another
 * organisation, and should not be dropped unseen. The secretariat separates the two, or keeps it as a duplicate.
 */
export function heldForOtherName(record: SignatureRecord): SignatureRecord {
  if (record.moderation === 'rejected' || (record.reviewBecause ?? 'level') !== 'level') return record;
  return { ...record, moderation: 'held', reviewBecause: 'other-name' };
}

/** Displaces the signature, because a better proof took the claim: it goes to review, and its signer is told. */
export function displaced(record: SignatureRecord, by: SignatureId, now: Date): SignatureRecord {
  const next: SignatureRecord = {
    ...record,
    duplicateOf: by,
    displacedAt: now.toISOString(),
    moderation: 'held',
    reviewBecause: 'displaced',
  };
  return withMail(addToHistory(next, 'displaced', now), 'displaced', now);
}

/** Replaces a signature on paper by a confirmed one of the same co-signatory, which then counts instead. */
export function replaced(record: SignatureRecord, by: SignatureId, now: Date): SignatureRecord {
  return addToHistory({ ...record, duplicateOf: by }, 'displaced', now);
}

/** Tells the first signer about the second, at most once a day. */
export function notedDuplicate(record: SignatureRecord, now: Date): SignatureRecord {
  const day = 24 * 3600 * 1000;
  if (record.notedAt && now.getTime() - new Date(record.notedAt).getTime() < day) return record;
  return withMail({ ...record, notedAt: now.toISOString() }, 'duplicate-note', now);
}

/** Lets a duplicate take the claim, which is free again. A signature held after a displacement remains held. */
export function tookClaim(record: SignatureRecord, now: Date): SignatureRecord {
  if (record.duplicateOf === undefined || record.mergedAt) return record;
  return addToHistory({ ...record, duplicateOf: undefined }, 'took-place', now);
}

/** Takes the signature out of list and count at once; a mail confirms it. */
export function withdrawn(record: SignatureRecord, now: Date): SignatureRecord {
  if (record.withdrawnAt) return record;
  const next = addToHistory({ ...record, withdrawnAt: now.toISOString(), proposal: undefined }, 'withdrawn', now);
  // A withdrawn signature gets no other mail.
  return withMail({ ...next, due: undefined, dueAt: undefined, dueNext: [] }, 'withdrawn', now);
}

/**
 * Adds evidence, which replaces older evidence of the same kind. A duplicate tries to get the claim again, and the
 * policy decides again about a signature that awaited review because it was displaced for lack of proof. Whether the
 * claim is free turns out when this is written.
 */
export function verified(
  record: SignatureRecord,
  shown: Evidence,
  { policy, now }: { policy: PublicationPolicy; now: Date },
): SignatureRecord {
  const settled = record.reviewBecause === 'displaced' && atLeast(shown.level, 'mailbox-domain');
  const next: SignatureRecord = {
    ...record,
    // A proof of identity does not revise a merge by the secretariat.
    duplicateOf: record.mergedAt ? record.duplicateOf : undefined,
    reviewBecause: settled ? undefined : record.reviewBecause,
  };
  const others = record.evidence.filter(({ method }) => method !== shown.method);
  const evidence = record.evidence.includes(shown) ? record.evidence : [...others, shown];
  return addToHistory(withVerification({ ...next, evidence }, policy), 'verified', now);
}

/** Replaces the consents. */
export function withConsents(
  record: SignatureRecord,
  { consents, wording, now }: { consents: SignatureRecord['consents']; wording: string; now: Date },
): SignatureRecord {
  const first = record.consentLog[0] ?? { at: record.submittedAt, wording: record.wording, consents: record.consents };
  const later = [...record.consentLog.slice(1), { at: now.toISOString(), wording, consents }];
  const consentLog = [first, ...later.slice(-longestHistory)];
  return addToHistory({ ...record, consents, consentLog }, 'consents', now);
}

/** Asks the signer, once per version, whether the signature should also apply to the new text. */
export function askedToCarryOver(record: SignatureRecord, version: string, now: Date): SignatureRecord {
  if (record.letterVersion === version || record.carryAsked === version) return record;
  return withMail({ ...record, carryAsked: version }, 'new-version', now);
}

/** Maximum number of letters of which a signature keeps that its signer was asked about them. */
const maxFollowing = 50;

/**
 * Asks the signer, once per letter, to sign a letter that follows this one.
 *
 * @param isMailed false when another signature of the same mailbox was asked
 */
export function askedToFollow(
  record: SignatureRecord,
  slug: LetterSlug,
  { isMailed, now }: { isMailed: boolean; now: Date },
): SignatureRecord {
  const { followAsked = [] } = record;
  if (followAsked.includes(slug)) return record;
  const next = { ...record, followAsked: [...followAsked, slug].slice(-maxFollowing) };
  return isMailed ? withMail(next, 'follow-up', now) : next;
}

/** Carries the signature over to the new text, which the signer has seen. */
export function carriedOver(
  record: SignatureRecord,
  seen: Pick<SignatureRecord, 'letterVersion' | 'textSeen'>,
  now: Date,
): SignatureRecord {
  if (record.letterVersion === seen.letterVersion) return record;
  // A signer who carries over before that mail was sent is no longer asked.
  return withoutMail(addToHistory({ ...record, ...seen }, 'carried-over', now), 'new-version', now);
}

/**
 * Records that mail to a confirmed signature failed. It stays in list and count: nobody loses a name to a mail server.
 * The result does not depend on the order and number of notifications: a complaint outweighs a bounce, and a bounce a
 * refusal by SES; the first of its kind gives the time.
 */
export function undeliverable(record: SignatureRecord, news: Deliverability): SignatureRecord {
  const known = record.deliverability;
  if (known && severity[known.state] > severity[news.state]) return record;
  if (known?.state === news.state && known.at <= news.at) return record;
  return { ...record, deliverability: news };
}

const severity = { refused: 0, bounced: 1, complained: 2 } as const satisfies Record<Deliverability['state'], number>;

/** Allows mail to the mailbox again, by decision of the secretariat. */
export function deliverable(record: SignatureRecord): SignatureRecord {
  return { ...record, deliverability: undefined };
}
