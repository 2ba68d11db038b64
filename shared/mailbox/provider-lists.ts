/**
 * Domains where anybody can get a mailbox, and domains of disposable mailboxes: lists by others, and our own. In a
 * separate file, because it is large and rarely needed immediately.
 */
import { disposableEmailBlocklistSet } from 'disposable-email-domains-js';
import free from 'email-providers/all.json' with { type: 'json' };
import { brands, liveIn, moreProviders, noProviders } from './mail-providers.ts';

const ours: ReadonlySet<string> = new Set(moreProviders);
const freeDomains: ReadonlySet<string> = new Set(free);
const disposableDomains: ReadonlySet<string> = disposableEmailBlocklistSet();

/**
 * @param name a host or a domain, in lower case
 * @returns whether mailboxes there are disposable
 */
export function isDisposable(name: string): boolean {
  return disposableDomains.has(name) && !ours.has(name) && !noProviders.has(name);
}

/**
 * @param name a host or a domain, in lower case
 * @returns whether anybody can get a mailbox there
 */
export function isMailProvider(name: string): boolean {
  if (noProviders.has(name)) return false;
  const [label = '', ...rest] = name.split('.');
  const ending = rest.join('.');
  // `yahoo.com.ar`, and not `yahoo.example.org`: the brand must be followed by a country's ending or a general one.
  const isCountry = /^(?:(?:com?|net|or|org)\.)?[a-z]{2}$|^(?:com|net)$/.test(ending);
  return (
    ours.has(name) ||
    freeDomains.has(name) ||
    (brands.has(label) && isCountry) ||
    (label === 'live' && liveIn.has(ending))
  );
}
