/** Corrections by the signer: at once, or proposed where the secretariat has accepted the signature. */

import { isDeepStrictEqual } from 'node:util';
import type { PublicationPolicy } from '../verification/level.ts';
import { withoutChapter } from './claims/claim.ts';
import { withVerification } from './evidence.ts';
import { publicFieldsOf } from './public-fields.ts';
import type { Proposal, SignatureRecord } from './record.ts';
import { acceptedAs } from './states.ts';
import { addToHistory } from './transitions.ts';
import type { CorrectableField } from './typed-fields.ts';

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
 * for the fields that it saw.
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
    accepted: 'no',
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
