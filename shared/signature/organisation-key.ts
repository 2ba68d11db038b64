/**
 * Determines the organisation of a signature. Apart from the claim, because it loads the Public Suffix List, which
 * confirming does not need.
 */
import { mailboxDomainOf } from '../mailbox/provider.ts';
import { organisationKey } from '../organisation/key.ts';
import type { SignatureRecord } from './record.ts';

/** @returns the key of the organisation that the record names */
export function keyOf({
  organisationName = '',
  organisationWebsite,
  country,
}: Pick<SignatureRecord, 'organisationName' | 'organisationWebsite' | 'country'>): string {
  return organisationKey({ name: organisationName, website: organisationWebsite, country });
}

/** @returns the organisation's key, and how the mailbox's domain relates to it; nothing for an individual */
export async function findOrganisation(
  record: SignatureRecord,
): Promise<Pick<SignatureRecord, 'organisationKey' | 'mailboxDomain'>> {
  if (record.kind !== 'organisation') return {};
  const found = keyOf(record);
  return { organisationKey: found, mailboxDomain: await mailboxDomainOf(record.email, found) };
}
