/**
 * Limits for corrections by the owner of a signature, and for the mails that follow (decision 031). Changing the
 * organisation could be a way to find out who else has signed, so it has a lower limit of its own.
 */
import { isForLater } from '../../../shared/mail/sweep-time.ts';
import { withoutChapter } from '../../../shared/signature/claims/claim.ts';
import type { Correction } from '../../../shared/signature/corrections.ts';
import { withMailAt } from '../../../shared/signature/due-mail.ts';
import { wantedFields } from '../../../shared/signature/public-fields.ts';
import type { CorrectionMade, SignatureRecord } from '../../../shared/signature/record.ts';

const hour = 3600 * 1000;
const day = 24 * hour;
/** Maximum corrections of one signature within a day, of any kind. */
const maxWithinDay = 20;
/** Maximum number of these that name another organisation. */
const maxOrganisations = 5;
/**
 * Maximum receipts for corrections within an hour. Later corrections are covered by one more receipt when the hour is
 * over.
 */
const maxReceipts = 3;

export interface TooManyCorrections {
  readonly tooMany: 'corrections' | 'organisations';
  /** When the next correction is possible. */
  readonly until: Date;
}

/**
 * @param claimant the claimant after the correction
 * @returns whether the correction names an organisation other than the current one and the one requested last
 */
export function namesOther(record: SignatureRecord, correction: Correction, claimant: string): boolean {
  if (correction.kind !== 'organisation') return false;
  if (record.claimant !== undefined && withoutChapter(record.claimant) === withoutChapter(claimant)) return false;
  const asked = wantedFields(record);
  const fields = ['kind', 'organisationName', 'organisationWebsite', 'country'] as const;
  return fields.some((field) => asked[field] !== correction[field]);
}

/** @returns why the signature cannot be corrected now, if so */
export function tooManyCorrections(
  record: SignatureRecord,
  isOther: boolean,
  now: Date,
): TooManyCorrections | undefined {
  const made = madeSince(record, now, day);
  const others = made.filter(({ other }) => other);
  const limits = [
    { tooMany: 'corrections', counted: made, most: maxWithinDay },
    ...(isOther ? [{ tooMany: 'organisations', counted: others, most: maxOrganisations } as const] : []),
  ] as const;
  for (const { tooMany, counted, most } of limits) {
    const first = counted.at(-most);
    if (counted.length >= most && first) return { tooMany, until: new Date(Date.parse(first.at) + day) };
  }
  return undefined;
}

/** Pure step: notes the correction and makes its receipt due, at once or when the hourly limit allows it. */
export function noteCorrection(record: SignatureRecord, isOther: boolean, now: Date): SignatureRecord {
  const made = madeSince(record, now, day);
  // A receipt that is waiting will cover this correction, too.
  const waits = record.due === 'receipt' && record.dueAt !== undefined && isForLater(record.dueAt, now);
  const receipts = made.flatMap(({ receiptAt }) => (receiptAt === undefined ? [] : [Date.parse(receiptAt)]));
  const limiting = receipts.at(-maxReceipts);
  const receiptAt = new Date(Math.max(now.getTime(), (limiting ?? -hour) + hour));
  const entry: CorrectionMade = {
    at: now.toISOString(),
    ...(isOther ? { other: true } : {}),
    ...(waits ? {} : { receiptAt: receiptAt.toISOString() }),
  };
  const next = { ...record, corrections: [...made, entry] };
  return waits ? next : withMailAt(next, 'receipt', receiptAt, now);
}

function madeSince({ corrections = [] }: SignatureRecord, now: Date, span: number): CorrectionMade[] {
  return corrections.filter(({ at }) => Date.parse(at) > now.getTime() - span);
}
