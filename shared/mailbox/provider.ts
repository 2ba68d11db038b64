/** What the domain of a mailbox says about the organisation for which it signs. */
import { parse } from 'tldts';
import { domainOfKey } from '../organisation/domain-of-key.ts';
import type { MailboxDomain } from '../verification/level.ts';

/**
 * A mailbox that anybody can get proves nothing, whatever website the organisation names: so the lists come first, and
 * the one of disposable mailboxes before all.
 *
 * @param email an address as `mailboxAddress` reads it
 * @param organisationKey see `organisationKey`; only one that is a domain can be that of a mailbox
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

/** @returns whether many people who have nothing to do with each other have their mailbox at that domain */
export async function isAtProvider(email: string): Promise<boolean> {
  const host = email.slice(email.lastIndexOf('@') + 1).toLowerCase();
  const { domain } = parse(host, { allowPrivateDomains: true });
  const { isMailProvider } = await import('./provider-lists.ts');
  return namesOf(host, domain ?? host).some(isMailProvider);
}

/** @returns the host and each name above it, down to the registrable domain: `a.b.example.org` gives three */
function namesOf(host: string, domain: string): string[] {
  const labels = host.split('.');
  const most = labels.length - domain.split('.').length + 1;
  return Array.from({ length: Math.max(most, 1) }, (_, from) => labels.slice(from).join('.'));
}
