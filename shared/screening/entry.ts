/** What can stand on a list, as people write it: a mailbox, a domain or a network. */
import { domainToASCII } from 'node:url';
import { mailboxAddress } from '../mailbox/address.ts';
import type { Keys } from '../platform/token/keys.ts';
import { type ListName, listedMailbox } from './lists.ts';
import { readRange, writeRange } from './network.ts';

/** One thing that can be on a list: the list that denies it and how it is written there. */
export interface ListEntry {
  readonly denies: ListName;
  readonly value: string;
}

/** @returns the entry, or nothing when it is neither a mailbox nor a domain nor a network */
export function readListEntry(keys: Keys, what: string): ListEntry | undefined {
  const mailbox = mailboxAddress.safeParse(what);
  if (mailbox.success) return { denies: 'deniedMailboxes', value: listedMailbox(keys, mailbox.data) };
  const range = readRange(what.trim());
  if (range) return { denies: 'deniedNetworks', value: writeRange(range) };
  const domain = domainToASCII(what.trim().replace(/^@/, '')).toLowerCase();
  if (!/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*$/.test(domain)) return undefined;
  return { denies: 'deniedDomains', value: domain };
}
