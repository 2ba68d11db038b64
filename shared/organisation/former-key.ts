/** The organisation key of the previous release. Claims under it are found until `npm run upgrade` has moved them. */
import { parse } from 'tldts';
import { formerFold } from '../text/former-fold.ts';
import { organisationNameKey } from './name-key.ts';

const sharedHosts = new Set(
  (
    'facebook.com instagram.com linkedin.com linktr.ee medium.com t.me threads.net tiktok.com twitter.com vk.com x.com ' +
    'youtube.com google.com notion.site github.com'
  ).split(' '),
);
const pathPrefixes = new Set(['company', 'school', 'pages', 'pg', 'groups', 'channel', 'c', 'user', 'in', 'p', 'view']);

/** @returns the key under which the previous release would have stored the claim */
export function formerOrganisationKey(organisation: {
  name: string;
  website?: string | undefined;
  country?: string | undefined;
}): string {
  const byName = organisationNameKey(organisation.name, organisation.country, formerFold);
  if (!organisation.website || !URL.canParse(organisation.website)) return byName;
  const url = new URL(organisation.website);
  const { domain, isIp } = parse(url.hostname, { allowPrivateDomains: true });
  if (isIp || !domain) return byName;
  if (!sharedHosts.has(domain)) return `domain:${domain}`;
  const page = url.pathname
    .split('/')
    .filter((part) => part !== '' && !pathPrefixes.has(part.toLowerCase()))
    .at(0);
  return page ? `domain:${domain}/${page.toLowerCase()}` : byName;
}
