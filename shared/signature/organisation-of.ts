/** Which organisation a signature names. Apart from the claim: it brings the Public Suffix List, which confirming needs not. */
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
