/** What the secretariat decides about a confirmed signature. Pure steps, as those in `transitions.ts`. */
import type { SignatureRecord } from './record.ts';
import { remember } from './transitions.ts';

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
    displacedAt: undefined,
  };
  return remember(next, 'approved', now);
}

/** The secretariat does not accept it: out of the list and the count, and its claim is free. */
export function rejected(record: SignatureRecord, why: string, now: Date): SignatureRecord {
  if (record.moderation === 'rejected') return { ...record, rejectedBecause: why };
  const next: SignatureRecord = {
    ...record,
    moderation: 'rejected',
    reviewBecause: undefined,
    rejectedBecause: why,
  };
  return remember(next, 'rejected', now);
}
