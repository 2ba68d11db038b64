/** Classifies the domain of a mailbox with regard to the organisation that it signs for. */
import { parse } from 'tldts';
import { domainOfKey } from '../organisation/domain-of-key.ts';
import type { MailboxDomain } from '../verification/level.ts';

/**
 * A mailbox that anybody can get proves nothing, regardless of the organisation's website. So the lists are checked
 * first, beginning with disposable mailboxes.
 *
 * @param email an address as parsed by `mailboxAddress`
 * @param organisationKey see `organisationKey`; only a key that is a domain can match a mailbox
 */
export async function mailboxDomainOf(email: string, organisationKey: string): Promise<MailboxDomain> {
  const host = email.slice(email.lastIndexOf('@') + 1).toLowerCase();
  const { domain } = parse(host, { allowPrivateDomains: true });
  const names = namesOf(host, domain ?? host);
  const { isDisposable, isMailProvider } = await import('./provider-lists.ts');
  if (names.some(isDisposable)) return 'disposable';
  if (names.some(isMailProvider)) return 'free';
  return domain && domain === domainOfKey(organisationKey) ? 'organisation' : 'other';
}

/** @returns whether the domain is a mail provider, where mailboxes belong to unrelated people */
export async function isAtProvider(email: string): Promise<boolean> {
  const host = email.slice(email.lastIndexOf('@') + 1).toLowerCase();
  const { domain } = parse(host, { allowPrivateDomains: true });
  const { isMailProvider } = await import('./provider-lists.ts');
  return namesOf(host, domain ?? host).some(isMailProvider);
}

/** @returns the host and each name above it, down to the registrable domain: `a.b.example.org` gives three */
function namesOf(host: string, domain: string): string[] {
  const labels = host.split('.');
  const maxSuffixes = labels.length - domain.split('.').length + 1;
  return Array.from({ length: Math.max(maxSuffixes, 1) }, (_, from) => labels.slice(from).join('.'));
}
