/**
 * Domains at which everybody can get a mailbox, and those whose mailboxes are thrown away: lists that others keep. In a
 * file of its own, because it is large and seldom needed at once.
 */
import { disposableEmailBlocklistSet } from 'disposable-email-domains-js';
import free from 'email-providers/all.json' with { type: 'json' };

export const freeDomains: ReadonlySet<string> = new Set(free);
export const disposableDomains: ReadonlySet<string> = disposableEmailBlocklistSet();
