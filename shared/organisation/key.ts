/** What makes two endorsements come from the same organisation (DESIGN rule 6). */
import { parse } from 'tldts';
import { foldName } from '../text/fold.ts';

/**
 * Sites on which many organisations live under one registrable domain: there the path tells them apart. Hosts where
 * each has a subdomain of its own (blogspot.com, github.io) are in the private part of the Public Suffix List.
 */
const sharedHosts = new Set([
  'facebook.com',
  'instagram.com',
  'linkedin.com',
  'linktr.ee',
  'medium.com',
  't.me',
  'threads.net',
  'tiktok.com',
  'twitter.com',
  'vk.com',
  'x.com',
  'youtube.com',
  'google.com',
  'notion.site',
  'github.com',
]);

/** Words before the name of a page on such a site: `linkedin.com/company/x` is `x` all the same. */
const pathPrefixes = new Set(['company', 'school', 'pages', 'pg', 'groups', 'channel', 'c', 'user', 'in', 'p', 'view']);

/** @returns the domain that is the key; undefined where the key is a name, or a page on a host that many share */
export function domainOfKey(key: string): string | undefined {
  return key.startsWith('domain:') && !key.includes('/') ? key.slice('domain:'.length) : undefined;
}

/**
 * @param organisation its name, website and country as submitted
 * @returns the registrable domain of the website (`a.example.org.uk` → `example.org.uk`), with the page's name on
 *   shared hosts; without a usable website the folded name and the country
 */
export function organisationKey(organisation: {
  name: string;
  website?: string | undefined;
  country?: string | undefined;
}): string {
  const byName = `name:${organisation.country ?? ''}:${foldName(organisation.name)}`;
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
