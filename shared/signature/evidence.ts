/** What proves a co-signatory, and what follows from it. */
import { atLeast, type Evidence, highestLevel, type PublicationPolicy } from '../verification/level.ts';
import type { SignatureRecord } from './record.ts';

type Shown = Pick<SignatureRecord, 'confirmedAt' | 'confirmedBy' | 'kind' | 'mailboxDomain' | 'evidence'>;

/** @returns all evidence. What the confirmation showed by itself follows from the record; `evidence` holds what came later */
export function evidenceOf({ confirmedAt: at, confirmedBy, kind, mailboxDomain, evidence }: Shown): Evidence[] {
  if (at === undefined) return [];
  // A paper proves no mailbox.
  if (confirmedBy === 'paper') return [...evidence];
  const onDomain = kind === 'organisation' && mailboxDomain === 'organisation';
  const noted = evidence.some(({ method }) => method === 'mailbox-domain');
  return [
    { level: 'mailbox', method: 'mailbox', at },
    ...(onDomain && !noted ? [{ level: 'mailbox-domain', method: 'mailbox-domain', at } as const] : []),
    ...evidence,
  ];
}

/** The level is that of the best evidence; the policy of the letter says what follows. */
export function proven(record: SignatureRecord, policy: PublicationPolicy): SignatureRecord {
  const verification = highestLevel(evidenceOf(record));
  const next: SignatureRecord = { ...record, verification };
  // What the secretariat decided, or a displacement put before it, is not the policy's to undo.
  if (record.moderation === 'rejected' || (record.reviewBecause ?? 'level') !== 'level') return next;
  const enough = atLeast(verification, policy[record.kind]);
  // Whoever was approved stays so: more evidence takes nothing away.
  return enough || record.moderation === 'approved'
    ? { ...next, moderation: 'approved', reviewBecause: undefined }
    : { ...next, moderation: 'held', reviewBecause: 'level' };
}

/** @returns what a pending signature keeps of the letter's policy as its mail goes out (decision 007): the part for its kind */
export function notePolicy(
  { kind }: Pick<SignatureRecord, 'kind'>,
  policy: PublicationPolicy,
): Pick<SignatureRecord, 'publishedFrom' | 'individualsPublishedFrom'> {
  return kind === 'individual'
    ? { individualsPublishedFrom: policy.individual }
    : { publishedFrom: policy.organisation };
}

/** @returns the policy that a pending signature keeps */
export function notedPolicy({
  publishedFrom = 'mailbox',
  individualsPublishedFrom = 'mailbox',
}: SignatureRecord): PublicationPolicy {
  return { organisation: publishedFrom, individual: individualsPublishedFrom };
}

/** @returns whether a pending signature will await review once it is confirmed, as far as its own proof and the policy say */
export function willAwaitReview(record: SignatureRecord): boolean {
  const confirmed = { ...record, confirmedAt: record.submittedAt };
  return record.confirmedAt === undefined && proven(confirmed, notedPolicy(record)).moderation === 'held';
}
