/**
 * What can happen to a signature after it was submitted. Each is a pure step from one record to the next; `commit.ts`
 * writes the step, with the claim and the count that follow from it.
 */
import { isDeepStrictEqual } from 'node:util';
import type { SignatureId } from '../ids.ts';
import { atLeast, type Evidence, type PublicationPolicy } from '../verification/level.ts';
import { withoutChapter } from './claims/claim.ts';
import { withMail, withoutMail } from './due-mail.ts';
import { proven } from './evidence.ts';
import { publicFieldsOf } from './public-fields.ts';
import { acceptedAs, type Deliverability, type HistoryEvent, type Proposal, type SignatureRecord } from './record.ts';

/** The latest so many entries of a history are kept, so that nobody can make a record grow without end. */
const longestHistory = 50;

/** @returns the record with one more entry in its history */
export function remember(record: SignatureRecord, did: HistoryEvent, now: Date): SignatureRecord {
  return { ...record, history: [...record.history, { at: now.toISOString(), did }].slice(-longestHistory) };
}

/** What a confirmation needs to know besides the record. */
export interface Confirmation {
  readonly by: 'link' | 'code';
  readonly claimant: string;
  readonly provenBy: string | undefined;
  readonly policy: PublicationPolicy;
  readonly now: Date;
}

/** The mailbox is proven. What its domain proves of the organisation counts at once. */
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
    // These were for this very moment, and a record is the cheaper the shorter.
    organisationKey: undefined,
    publishedFrom: undefined,
    individualsPublishedFrom: undefined,
    screening: undefined,
    firstMail: undefined,
  };
  // Whatever else was due asked for this very confirmation.
  return { ...proven(next, policy), due: 'receipt', dueAt: at, dueNext: [] };
}

/**
 * Somebody else holds the claim: kept, in no list and no count. One that was displaced and has now a proof of its own is
 * still a dispute between two, so it waits for the secretariat again.
 */
export function duplicateOf(record: SignatureRecord, holder: SignatureId): SignatureRecord {
  const next = { ...record, duplicateOf: holder };
  const disputed = record.displacedAt && record.moderation !== 'rejected';
  return disputed ? { ...next, moderation: 'held', reviewBecause: 'displaced' } : next;
}

/**
 * A second signature for the same website by quite another name is hardly the same organisation: nobody drops it unseen. The
 * secretariat tells them apart, or leaves it a duplicate.
 */
export function otherName(record: SignatureRecord): SignatureRecord {
  if (record.moderation === 'rejected' || (record.reviewBecause ?? 'level') !== 'level') return record;
  return { ...record, moderation: 'held', reviewBecause: 'other-name' };
}

/** A better proof took the claim: the signature goes to review, and its signer is told. */
export function displaced(record: SignatureRecord, by: SignatureId, now: Date): SignatureRecord {
  const next: SignatureRecord = {
    ...record,
    duplicateOf: by,
    displacedAt: now.toISOString(),
    moderation: 'held',
    reviewBecause: 'displaced',
  };
  return withMail(remember(next, 'displaced', now), 'displaced', now);
}

/** A person whom a list on paper names with a mailbox signed with that mailbox, too: that one counts. */
export function replaced(record: SignatureRecord, by: SignatureId, now: Date): SignatureRecord {
  return remember({ ...record, duplicateOf: by }, 'displaced', now);
}

/** The first signer hears of the second, at most once a day. */
export function notedDuplicate(record: SignatureRecord, now: Date): SignatureRecord {
  const day = 24 * 3600 * 1000;
  if (record.notedAt && now.getTime() - new Date(record.notedAt).getTime() < day) return record;
  return withMail({ ...record, notedAt: now.toISOString() }, 'duplicate-note', now);
}

/** The claim is free again: a duplicate takes the place. What a displacement held for review waits on. */
export function tookPlace(record: SignatureRecord, now: Date): SignatureRecord {
  if (record.duplicateOf === undefined || record.mergedAt) return record;
  return remember({ ...record, duplicateOf: undefined }, 'took-place', now);
}

/** Out of the list and the count at once; a mail says that it happened. */
export function withdrawn(record: SignatureRecord, now: Date): SignatureRecord {
  if (record.withdrawnAt) return record;
  const next = remember({ ...record, withdrawnAt: now.toISOString(), proposal: undefined }, 'withdrawn', now);
  // Nothing else is to be said to somebody who has left.
  return withMail({ ...next, due: undefined, dueAt: undefined, dueNext: [] }, 'withdrawn', now);
}

/**
 * More was shown. Evidence of the same kind replaces the older one. A duplicate goes for the claim again, and what a
 * displacement had put before the secretariat, for want of proof, is again for the policy to say: whoever writes this
 * finds out whether the claim can be had.
 */
export function verified(
  record: SignatureRecord,
  shown: Evidence,
  { policy, now }: { policy: PublicationPolicy; now: Date },
): SignatureRecord {
  const settled = record.reviewBecause === 'displaced' && atLeast(shown.level, 'mailbox-domain');
  const next: SignatureRecord = {
    ...record,
    // A proof of who it is does not say that the secretariat was wrong.
    duplicateOf: record.mergedAt ? record.duplicateOf : undefined,
    reviewBecause: settled ? undefined : record.reviewBecause,
  };
  const others = record.evidence.filter(({ method }) => method !== shown.method);
  return remember(proven({ ...next, evidence: [...others, shown] }, policy), 'verified', now);
}

/** Name, role or organisation as the signer wants them from now on. */
export type Correction = Pick<
  SignatureRecord,
  | 'kind'
  | 'organisationName'
  | 'organisationWebsite'
  | 'country'
  | 'signatoryName'
  | 'signatoryRole'
  | 'attestation'
  | 'attestedIn'
>;

/** What a correction needs to know besides the record. */
export interface AboutCorrection extends Pick<SignatureRecord, 'mailboxDomain'> {
  /** Who it stands for as it is called now. */
  readonly standingOf: (record: SignatureRecord) => { claimant: string; provenBy: string | undefined };
  readonly organisationKey: string | undefined;
  readonly policy: PublicationPolicy;
  /** The secretariat, which corrects it, still vouches for it. */
  readonly vouchStands: boolean;
  readonly now: Date;
}

/**
 * A correction, and the change between "for the organisation" and "for myself". An organisation that is another one
 * now (`claimant` tells) is verified anew, from the mailbox up. A voucher of the secretariat was for what it saw.
 *
 * @param about.mailboxDomain what the mailbox says about the organisation as it is called now
 */
export function corrected(record: SignatureRecord, correction: Correction, about: AboutCorrection): SignatureRecord {
  const { organisationKey, policy, vouchStands, now, mailboxDomain } = about;
  const did = correction.kind === record.kind ? 'corrected' : 'switched';
  // A chapter is one of its organisation, and of no other.
  const isSameOrganisation = record.claimant !== undefined && withoutChapter(record.claimant) === organisationKey;
  const chapter = isSameOrganisation ? record.chapter : undefined;
  const renamed = remember({ ...record, ...correction, mailboxDomain, chapter }, did, now);
  const { claimant, provenBy } = about.standingOf(renamed);
  const next = { ...renamed, provenBy };
  if (claimant === record.claimant) {
    const isSeen = vouchStands || isDeepStrictEqual(publicFieldsOf(record), publicFieldsOf(next));
    const evidence = record.evidence.filter(({ method }) => method !== 'secretariat');
    return isSeen || evidence.length === record.evidence.length ? next : proven({ ...next, evidence }, policy);
  }
  // What the secretariat merged does not come back by another name without a look.
  const keptBack = isHeldByUs(record) || (record.mergedAt && record.moderation !== 'rejected') ? 'held' : undefined;
  const onDomain = correction.kind === 'organisation' && mailboxDomain === 'organisation';
  const at = now.toISOString();
  // Another claim: whatever was decided about the former one says nothing about this one.
  const fresh: SignatureRecord = {
    ...next,
    claimant,
    duplicateOf: undefined,
    displacedAt: undefined,
    mergedAt: undefined,
    featured: undefined,
    accepted: undefined,
    moderation: keptBack ?? (record.moderation === 'rejected' ? 'rejected' : undefined),
    reviewBecause: keptBack && 'secretariat',
    evidence: onDomain ? [{ level: 'mailbox-domain', method: 'mailbox-domain', at }] : [],
  };
  return proven(fresh, policy);
}

/**
 * The signer corrects what the secretariat has accepted: list and count stay as they are until it accepts the change, too.
 * Whoever goes back to what stands there asks for nothing any more.
 */
export function proposed(record: SignatureRecord, correction: Correction, now: Date): SignatureRecord {
  const { attestation, attestedIn } = correction;
  const isSame = isDeepStrictEqual(publicFieldsOf(record), publicFieldsOf({ ...record, ...correction }));
  const next = isSame
    ? withProposal({ ...record, attestation, attestedIn }, { correction: undefined }, now)
    : withProposal(record, { correction }, now);
  return remember(next, 'proposed', now);
}

function withProposal(record: SignatureRecord, asked: Omit<Proposal, 'at'>, now: Date): SignatureRecord {
  const { at, ...parts } = { at: now.toISOString(), ...record.proposal, ...asked };
  const isEmpty = Object.values(parts).every((part) => part === undefined);
  return { ...record, proposal: isEmpty ? undefined : { at, ...parts } };
}

/** The secretariat keeps it back itself: no proof and no correction lets it go. */
const isHeldByUs = ({ moderation, reviewBecause }: SignatureRecord) =>
  moderation === 'held' && reviewBecause === 'secretariat';

/**
 * Shown by name, or counted without one. Hiding happens at once. Showing names that the secretariat did not see when it
 * accepted the signature waits for it.
 */
export function displayed(record: SignatureRecord, display: SignatureRecord['display'], now: Date): SignatureRecord {
  if (display === 'withheld') {
    const next = record.proposal ? withProposal(record, { display: undefined }, now) : record;
    if (record.display === 'withheld') return next;
    // Only a signature that is shown can be a second one.
    const duplicateOf = record.mergedAt ? record.duplicateOf : undefined;
    return remember({ ...next, display, duplicateOf }, 'hidden', now);
  }
  if (record.display === 'public' || record.proposal?.display === 'public') return record;
  if (acceptedAs(record) === 'unnamed') return remember(withProposal(record, { display }, now), 'proposed', now);
  return remember({ ...record, display }, 'shown', now);
}

/** Consents as they are from now on. */
export function consented(
  record: SignatureRecord,
  { consents, wording, now }: { consents: SignatureRecord['consents']; wording: string; now: Date },
): SignatureRecord {
  const first = record.consentLog[0] ?? { at: record.submittedAt, wording: record.wording, consents: record.consents };
  const later = [...record.consentLog.slice(1), { at: now.toISOString(), wording, consents }];
  const consentLog = [first, ...later.slice(-longestHistory)];
  return remember({ ...record, consents, consentLog }, 'consents', now);
}

/** The signer was asked, once for each version, whether the signature shall stand under the new text. */
export function askedToCarry(record: SignatureRecord, version: string, now: Date): SignatureRecord {
  if (record.letterVersion === version || record.carryAsked === version) return record;
  return withMail({ ...record, carryAsked: version }, 'new-version', now);
}

/** The signer has seen the new text and carries the signature over to it. */
export function carriedOver(
  record: SignatureRecord,
  seen: Pick<SignatureRecord, 'letterVersion' | 'textSeen'>,
  now: Date,
): SignatureRecord {
  if (record.letterVersion === seen.letterVersion) return record;
  // Whoever was faster than the mail that asks is not asked any more.
  return withoutMail(remember({ ...record, ...seen }, 'carried-over', now), 'new-version', now);
}

/**
 * Mail to the mailbox of a confirmed signature came back. It stays in list and count: nobody loses a name to a mail
 * server. In whatever order the news arrive, and however often, the record ends up the same: a complaint outweighs a
 * bounce, and that a refusal of SES; the first of its kind gives the time.
 */
export function undeliverable(record: SignatureRecord, news: Deliverability): SignatureRecord {
  const known = record.deliverability;
  if (known && gravity[known.state] > gravity[news.state]) return record;
  if (known?.state === news.state && known.at <= news.at) return record;
  return { ...record, deliverability: news };
}

const gravity = { refused: 0, bounced: 1, complained: 2 } as const satisfies Record<Deliverability['state'], number>;

/** The secretariat lets mail go to the mailbox again. */
export function deliverable(record: SignatureRecord): SignatureRecord {
  return { ...record, deliverability: undefined };
}
