/** Evidence for a co-signatory, and the resulting level and moderation. */
import { atLeast, type Evidence, highestLevel, type PublicationPolicy } from '../verification/level.ts';
import type { SignatureRecord } from './record.ts';
import { isAdded, isOnPaper } from './states.ts';

type Shown = Pick<SignatureRecord, 'confirmedAt' | 'confirmedBy' | 'kind' | 'mailboxDomain' | 'evidence'>;

/**
 * @returns all evidence: the part that follows from the confirmation is derived from the record, `evidence` holds later
 *   items
 */
export function evidenceOf(record: Shown): Evidence[] {
  const { confirmedAt: at, kind, mailboxDomain, evidence } = record;
  if (at === undefined) return [];
  // Neither proves a mailbox.
  if (isOnPaper(record) || isAdded(record)) return [...evidence];
  const onDomain = kind === 'organisation' && mailboxDomain === 'organisation';
  const noted = evidence.some(({ method }) => method === 'mailbox-domain');
  return [
    { level: 'mailbox', method: 'mailbox', at },
    ...(onDomain && !noted ? [{ level: 'mailbox-domain', method: 'mailbox-domain', at } as const] : []),
    ...evidence,
  ];
}

/** Sets the level to that of the best evidence, and moderation to the letter's policy for that level. */
export function withVerification(record: SignatureRecord, policy: PublicationPolicy): SignatureRecord {
  const verification = highestLevel(evidenceOf(record));
  const next: SignatureRecord = { ...record, verification };
  // The policy does not override a decision of the secretariat, or a displacement that awaits one.
  if (record.moderation === 'rejected' || (record.reviewBecause ?? 'level') !== 'level') return next;
  const enough = atLeast(verification, policy[record.kind]);
  // An approved signature stays approved: more evidence takes nothing away.
  return enough || record.moderation === 'approved'
    ? { ...next, moderation: 'approved', reviewBecause: undefined }
    : { ...next, moderation: 'held', reviewBecause: 'level' };
}

/**
 * @returns the part of the letter's policy for its kind that a pending signature stores as its mail is sent (decision
 *   007)
 */
export function policyToStore(
  { kind }: Pick<SignatureRecord, 'kind'>,
  policy: PublicationPolicy,
): Pick<SignatureRecord, 'publishedFrom' | 'individualsPublishedFrom'> {
  return kind === 'individual'
    ? { individualsPublishedFrom: policy.individual }
    : { publishedFrom: policy.organisation };
}

/** @returns the policy stored with a pending signature */
export function storedPolicy({
  publishedFrom = 'mailbox',
  individualsPublishedFrom = 'mailbox',
}: SignatureRecord): PublicationPolicy {
  return { organisation: publishedFrom, individual: individualsPublishedFrom };
}

/** @returns whether a pending signature will await review once confirmed, judging by its own proof and the policy */
export function willAwaitReview(record: SignatureRecord): boolean {
  const confirmed = { ...record, confirmedAt: record.submittedAt };
  return record.confirmedAt === undefined && withVerification(confirmed, storedPolicy(record)).moderation === 'held';
}
