/** Edits the lists from the console. A change takes effect within a minute, and each is in the audit trail. */
import * as z from 'zod';
import { type Actor, auditPut } from '../audit/audit.ts';
import { everything, type GrantScope } from '../ids.ts';
import type { Store } from '../platform/store/store.ts';
import { transactOrThrow } from '../platform/store/transaction.ts';
import type { Keys } from '../platform/token/keys.ts';
import { readListEntry } from './entry.ts';
import { type ListName, listEdit, readMailLists, readNetworkLists } from './lists.ts';

export const listRequest = z.strictObject({
  do: z.enum(['deny', 'allow', 'remove']),
  what: z
    .string()
    .min(1)
    .max(254)
    .describe('An email address, a domain with its subdomains, or a network. Only networks can be without limits.'),
});
export type ListRequest = z.infer<typeof listRequest>;

/** Mailboxes are stored only as keyed hashes, so only their number can be shown. */
export const listsView = z.object({
  deniedMailboxes: z.int(),
  deniedDomains: z.array(z.string()),
  deniedNetworks: z.array(z.string()),
  allowedNetworks: z.array(z.string()),
});

/** @returns the content of the lists. One read for both rows */
export async function viewLists(store: Store): Promise<z.infer<typeof listsView>> {
  const [mail, network] = await Promise.all([readMailLists(store), readNetworkLists(store)]);
  return {
    deniedMailboxes: mail.deniedMailboxes.size,
    deniedDomains: [...mail.deniedDomains].toSorted(),
    deniedNetworks: [...network.deniedNetworks].toSorted(),
    allowedNetworks: [...network.allowedNetworks].toSorted(),
  };
}

/** @returns whether it was done; false when the entry is not a mailbox, domain or network */
export async function editLists(
  store: Store,
  keys: Keys,
  { do: action, what, by }: ListRequest & { by: Actor },
  now: Date,
): Promise<boolean> {
  const entry = readListEntry(keys, what);
  const isNetwork = entry?.denies === 'deniedNetworks';
  if (!entry || (action === 'allow' && !isNetwork)) return false;
  const touched: ListName[] =
    action === 'allow'
      ? ['allowedNetworks']
      : action === 'remove' && isNetwork
        ? ['deniedNetworks', 'allowedNetworks']
        : [entry.denies];
  const change = action === 'remove' ? 'DELETE' : 'ADD';
  // A transaction may name a row only once, so two lists of one row take two writes; either is harmless alone.
  for (const list of touched) {
    const line = {
      by,
      did: 'lists.changed' as const,
      scope: everything as GrantScope,
      fields: [list],
      after: { do: action },
    };
    await transactOrThrow(store, [{ Update: listEdit(store, list, change, entry.value) }, auditPut(store, line, now)]);
  }
  return true;
}
