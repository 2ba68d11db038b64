/**
 * Transitions of a signature after its submission. Each is a pure step from one record to the next; `commit.ts` writes
 * the step with the resulting claim and count.
 */
import { isDeepStrictEqual } from 'node:util';
import type { SignatureId } from '../ids.ts';
import { atLeast, type Evidence, type PublicationPolicy } from '../verification/level.ts';
import { withoutChapter } from './claims/claim.ts';
import { withMail, withoutMail } from './due-mail.ts';
import { withVerification } from './evidence.ts';
import { publicFieldsOf } from './public-fields.ts';
import { acceptedAs, type Deliverability, type HistoryEvent, type Proposal, type SignatureRecord } from './record.ts';
import type { CorrectableField } from './typed-fields.ts';

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
 * Sends a second signature with the same website but quite another name to review: it is hardly the same organisation,
 * and should not be dropped unseen. The secretariat separates the two, or leaves it a duplicate.
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
  return addToHistory(withVerification({ ...next, evidence: [...others, shown] }, policy), 'verified', now);
}

/** Name, role or organisation as the signer wants them from now on. */
export type Correction = Pick<SignatureRecord, 'kind' | CorrectableField | 'attestation' | 'attestedIn'>;

/** Input of a correction besides the record. */
export interface CorrectionContext extends Pick<SignatureRecord, 'mailboxDomain'> {
  /** Returns the claimant of the corrected record. */
  readonly standingOf: (record: SignatureRecord) => { claimant: string; provenBy: string | undefined };
  readonly organisationKey: string | undefined;
  readonly policy: PublicationPolicy;
  /** The correction is by the secretariat, whose voucher stays valid. */
  readonly vouchStands: boolean;
  readonly now: Date;
}

/**
 * Corrects a signature, or switches between "for the organisation" and "for myself". If that makes it another
 * organisation (`claimant` tells), verification starts again with the mailbox. A voucher of the secretariat was only
 * for what it saw.
 *
 * @param about.mailboxDomain relation of the mailbox to the organisation under its new name
 */
export function corrected(record: SignatureRecord, correction: Correction, about: CorrectionContext): SignatureRecord {
  const { organisationKey, policy, vouchStands, now, mailboxDomain } = about;
  const did = correction.kind === record.kind ? 'corrected' : 'switched';
  // A chapter belongs to one organisation only.
  const isSameOrganisation = record.claimant !== undefined && withoutChapter(record.claimant) === organisationKey;
  const chapter = isSameOrganisation ? record.chapter : undefined;
  const renamed = addToHistory({ ...record, ...correction, mailboxDomain, chapter }, did, now);
  const { claimant, provenBy } = about.standingOf(renamed);
  const next = { ...renamed, provenBy };
  if (claimant === record.claimant) {
    const isSeen = vouchStands || isDeepStrictEqual(publicFieldsOf(record), publicFieldsOf(next));
    const evidence = record.evidence.filter(({ method }) => method !== 'secretariat');
    return isSeen || evidence.length === record.evidence.length
      ? next
      : withVerification({ ...next, evidence }, policy);
  }
  // A signature that the secretariat merged does not return under another name without review.
  const keptBack = isHeldByUs(record) || (record.mergedAt && record.moderation !== 'rejected') ? 'held' : undefined;
  const onDomain = correction.kind === 'organisation' && mailboxDomain === 'organisation';
  const at = now.toISOString();
  // It is another claim, so decisions about the former one do not apply.
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
  return withVerification(fresh, policy);
}

/**
 * Proposes a correction of a signature that the secretariat has accepted: list and count stay unchanged until it
 * accepts the change, too. Going back to the current fields withdraws the request.
 */
export function proposed(record: SignatureRecord, correction: Correction, now: Date): SignatureRecord {
  const { attestation, attestedIn } = correction;
  const isSame = isDeepStrictEqual(publicFieldsOf(record), publicFieldsOf({ ...record, ...correction }));
  const next = isSame
    ? withProposal({ ...record, attestation, attestedIn }, { correction: undefined }, now)
    : withProposal(record, { correction }, now);
  return addToHistory(next, 'proposed', now);
}

function withProposal(record: SignatureRecord, asked: Omit<Proposal, 'at'>, now: Date): SignatureRecord {
  const { at, ...parts } = { at: now.toISOString(), ...record.proposal, ...asked };
  const isEmpty = Object.values(parts).every((part) => part === undefined);
  return { ...record, proposal: isEmpty ? undefined : { at, ...parts } };
}

/** Whether the secretariat itself holds the signature: no proof and no correction releases it. */
const isHeldByUs = ({ moderation, reviewBecause }: SignatureRecord) =>
  moderation === 'held' && reviewBecause === 'secretariat';

/**
 * Shows the name, or counts the signature without it. Hiding takes effect at once. Showing a name that the secretariat
 * did not see when it accepted the signature awaits review.
 */
export function withDisplay(record: SignatureRecord, display: SignatureRecord['display'], now: Date): SignatureRecord {
  if (display === 'withheld') {
    const next = record.proposal ? withProposal(record, { display: undefined }, now) : record;
    if (record.display === 'withheld') return next;
    // Only a signature that is shown can be a duplicate.
    const duplicateOf = record.mergedAt ? record.duplicateOf : undefined;
    return addToHistory({ ...next, display, duplicateOf }, 'hidden', now);
  }
  if (record.display === 'public' || record.proposal?.display === 'public') return record;
  if (acceptedAs(record) === 'unnamed') return addToHistory(withProposal(record, { display }, now), 'proposed', now);
  return addToHistory({ ...record, display }, 'shown', now);
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

/** Asks the signer, once per version, whether the signature should also stand under the new text. */
export function askedToCarryOver(record: SignatureRecord, version: string, now: Date): SignatureRecord {
  if (record.letterVersion === version || record.carryAsked === version) return record;
  return withMail({ ...record, carryAsked: version }, 'new-version', now);
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
 * The result is the same in whatever order and however often the news arrive: a complaint outweighs a bounce, and a
 * bounce a refusal by SES; the first of its kind gives the time.
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
