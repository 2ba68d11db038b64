/**
 * Lists of mailboxes and domains that get no mail, of networks whose submissions are held, and of trusted networks.
 * Operators edit them at runtime. Mailboxes are stored only as keyed hashes.
 */
import * as z from 'zod';
import { canonicalMailbox } from '../mailbox/address.ts';
import { listsKey } from '../platform/store/keys.ts';
import { readItem } from '../platform/store/read.ts';
import type { Store } from '../platform/store/store.ts';
import type { Keys } from '../platform/token/keys.ts';

const entries = z.set(z.string()).default(new Set<string>());

/** Two rows, one per reader. A row holds about 9,000 mailboxes or 20,000 networks. */
const rows = {
  /** For the mailer. */
  MAIL: z.object({ deniedMailboxes: entries, deniedDomains: entries }),
  /** For the API, which has to decide before a submission is processed. */
  NETWORK: z.object({ deniedNetworks: entries, allowedNetworks: entries }),
} as const;

/** Each list with its row. */
export const lists = {
  deniedMailboxes: 'MAIL',
  deniedDomains: 'MAIL',
  deniedNetworks: 'NETWORK',
  allowedNetworks: 'NETWORK',
} as const satisfies Record<string, keyof typeof rows>;
export type ListName = keyof typeof lists;

export const readMailLists = async (store: Store) =>
  rows.MAIL.parse((await readItem(store, listsKey('MAIL'), 'eventual')) ?? {});
export const readNetworkLists = async (store: Store) =>
  rows.NETWORK.parse((await readItem(store, listsKey('NETWORK'), 'eventual')) ?? {});

/** @returns the transaction item that puts an entry on a list or removes it. Idempotent */
export function listEdit({ table: TableName }: Store, list: ListName, change: 'ADD' | 'DELETE', entry: string) {
  return {
    TableName,
    Key: listsKey(lists[list]),
    UpdateExpression: `${change} #list :entry`,
    ExpressionAttributeNames: { '#list': list },
    ExpressionAttributeValues: { ':entry': new Set([entry]) },
  };
}

/**
 * Time for which an instance uses what it has read, in milliseconds: a change takes effect everywhere within a minute.
 */
const freshFor = 30_000;

/** @returns a function that calls `load` at most every 30 s for each store; failures are not cached */
export function kept<Value>(load: (store: Store) => Promise<Value>) {
  const known = new WeakMap<Store, { until: number; value: Promise<Value> }>();
  return (store: Store, now: number): Promise<Value> => {
    const found = known.get(store);
    if (found && found.until > now) return found.value;
    const value = load(store);
    known.set(store, { until: now + freshFor, value });
    value.catch(() => known.delete(store));
    return value;
  };
}

const keptMail = kept(readMailLists);

/** @returns the keyed hash of a mailbox on a list */
export function listedMailbox(keys: Keys, email: string): string {
  return keys.hash('mailbox', 'list', canonicalMailbox(email));
}

/** @returns why a mailbox may get no mail that a stranger can cause, if so; a domain includes its subdomains */
export async function deniedBecause(
  store: Store,
  keys: Keys,
  email: string,
  now: number,
): Promise<'mailbox-denied' | 'domain-denied' | undefined> {
  const { deniedMailboxes, deniedDomains } = await keptMail(store, now);
  if (deniedMailboxes.has(listedMailbox(keys, email))) return 'mailbox-denied';
  const labels = email
    .slice(email.lastIndexOf('@') + 1)
    .toLowerCase()
    .split('.');
  const isDenied = labels.some((_, start) => deniedDomains.has(labels.slice(start).join('.')));
  return isDenied ? 'domain-denied' : undefined;
}
