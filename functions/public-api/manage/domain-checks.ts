/** How often we look at the domain of an organisation: bounded, so that nobody uses us to knock at a site. */
import type { SignatureRecord } from '../../../shared/signature/record.ts';

/** Looks that the owner of a signature can ask for within an hour. */
const maxChecks = 10;
const hour = 3600 * 1000;

function recentChecks({ domainChecks }: SignatureRecord, now: Date): string[] {
  return domainChecks.filter((at) => new Date(at).getTime() > now.getTime() - hour);
}

export function mayCheckDomain(record: SignatureRecord, now: Date): boolean {
  return recentChecks(record, now).length < maxChecks;
}

/** A pure step: somebody else's site is about to be looked at. */
export function domainChecked(record: SignatureRecord, now: Date): SignatureRecord {
  return { ...record, domainChecks: [...recentChecks(record, now), now.toISOString()] };
}
