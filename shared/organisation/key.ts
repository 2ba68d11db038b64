/** Decides when two endorsements come from the same organisation (rule 6). */
import { parse } from 'tldts';
import { organisationNameKey } from './name-key.ts';
import { sharedPage } from './shared-sites.ts';

/**
 * @param organisation its name, website and country as submitted
 * @returns the registrable domain of the website (`a.example.org.uk` → `example.org.uk`); on a shared site the page,
 *   see `sharedPage`; the folded name and the country when the website does not identify the organisation
 */
export function organisationKey(organisation: {
  name: string;
  website?: string | undefined;
  country?: string | undefined;
}): string {
  const byName = organisationNameKey(organisation.name, organisation.country);
  if (!organisation.website || !URL.canParse(organisation.website)) return byName;
  const url = new URL(organisation.website);
  const page = sharedPage(url);
  if (page !== undefined) return page === 'none' ? byName : `domain:${page}`;
  const { domain, isIp } = parse(url.hostname, { allowPrivateDomains: true });
  return isIp || !domain ? byName : `domain:${domain}`;
}
