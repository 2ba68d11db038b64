/** What proves a co-signatory, and what follows from it. */
import { atLeast, type Evidence, highestLevel, type VerificationLevel } from '../verification/level.ts';
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
export function proven(record: SignatureRecord, publishedFrom: VerificationLevel): SignatureRecord {
  const verification = highestLevel(evidenceOf(record));
  const next: SignatureRecord = { ...record, verification };
  // What the secretariat decided, or a displacement put before it, is not the policy's to undo.
  if (record.moderation === 'rejected' || (record.reviewBecause ?? 'level') !== 'level') return next;
  // Levels speak about organisations: an individual who has confirmed has proven all that there is to prove.
  const enough = record.kind === 'individual' || atLeast(verification, publishedFrom);
  // Whoever was approved stays so: more evidence takes nothing away.
  return enough || record.moderation === 'approved'
    ? { ...next, moderation: 'approved', reviewBecause: undefined }
    : { ...next, moderation: 'held', reviewBecause: 'level' };
}
