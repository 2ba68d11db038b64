/**
 * The claimant by the rules of the previous release, which folded names and read websites in another way
 * (docs/decisions/026-claims-move-to-new-keys.md).
 */
import { canonicalMailbox } from '../../mailbox/address.ts';
import { organisationNameKey } from '../../organisation/name-key.ts';
import type { Keys } from '../../platform/token/keys.ts';
import { formerFold } from '../../text/former-fold.ts';
import type { SignatureRecord } from '../record.ts';
import { claimantOf, withChapter } from './claim.ts';

/** The fields that determine a claimant. */
export type Named = Pick<
  SignatureRecord,
  | 'kind'
  | 'email'
  | 'signatoryName'
  | 'organisationName'
  | 'organisationWebsite'
  | 'country'
  | 'chapter'
  | 'claimant'
  | 'provenBy'
>;

/** @returns the record with its current key, if its mail was sent before the deployment; otherwise unchanged */
export async function withCurrentKey(record: SignatureRecord): Promise<SignatureRecord> {
  const { kind, organisationKey, organisationWebsite } = record;
  if (kind !== 'organisation' || organisationKey === undefined) return record;
  if (isPlainDomain(organisationKey, organisationWebsite)) return record;
  return { ...record, organisationKey: await presentKey(record) };
}

/** The plain domain of a site has the same key in every release, unlike a subdomain or a page on the site. */
export const isPlainDomain = (key: string, website = '') => {
  const [, host = '', path = ''] = /^https?:\/\/(?:www\.)?([^/?#:]+)[^/]*(\/[@~])?/.exec(website) ?? [];
  return key === `domain:${host}` && path === '' && !host.endsWith('.wixsite.com');
};

/** Loads the list that websites need only for a record that has one. */
async function presentKey(record: Named): Promise<string> {
  const { organisationName = '', organisationWebsite, country } = record;
  if (!organisationWebsite) return organisationNameKey(organisationName, country);
  const { keyOf } = await import('../organisation-key.ts');
  return keyOf(record);
}

/** @returns the claimant by the rules of today */
export async function currentClaimant(keys: Keys, record: Named): Promise<string> {
  return claimantOf(keys, {
    ...record,
    organisationKey: record.kind === 'organisation' ? await presentKey(record) : undefined,
  });
}

/** @returns the claimant by the rules of the previous release */
export async function formerClaimant(keys: Keys, record: Named): Promise<string> {
  const { kind, email, signatoryName, organisationName = '', organisationWebsite, country, chapter } = record;
  if (kind === 'individual') {
    return `individual:${keys.hash('individual', canonicalMailbox(email), formerFold(signatoryName))}`;
  }
  if (!organisationWebsite) return withChapter(organisationNameKey(organisationName, country, formerFold), chapter);
  const { formerOrganisationKey } = await import('../../organisation/former-key.ts');
  const key = formerOrganisationKey({ name: organisationName, website: organisationWebsite, country });
  return withChapter(key, chapter);
}
