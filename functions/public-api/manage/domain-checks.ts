/** Limits how often we check an organisation's domain, so that nobody can use us to probe a site. */
import type { SignatureRecord } from '../../../shared/signature/record.ts';

/** Checks that the owner of a signature can request within an hour. */
const maxChecks = 10;
const hour = 3600 * 1000;

function recentChecks({ domainChecks }: SignatureRecord, now: Date): string[] {
  return domainChecks.filter((at) => new Date(at).getTime() > now.getTime() - hour);
}

export function mayCheckDomain(record: SignatureRecord, now: Date): boolean {
  return recentChecks(record, now).length < maxChecks;
}

/** Pure. Records that another site is about to be checked. */
export function domainChecked(record: SignatureRecord, now: Date): SignatureRecord {
  return { ...record, domainChecks: [...recentChecks(record, now), now.toISOString()] };
}
