/** Entries of the lists, as people write them: a mailbox, a domain or a network. */
import { domainToASCII } from 'node:url';
import { mailboxAddress } from '../mailbox/address.ts';
import type { Keys } from '../platform/token/keys.ts';
import { type ListName, listedMailbox } from './lists.ts';
import { readRange, writeRange } from './network.ts';

/** An entry: the list that denies it and its form on that list. */
export interface ListEntry {
  readonly denies: ListName;
  readonly value: string;
}

/** @returns the entry, or undefined when it is not a mailbox, domain or network */
export function readListEntry(keys: Keys, what: string): ListEntry | undefined {
  const mailbox = mailboxAddress.safeParse(what);
  if (mailbox.success) return { denies: 'deniedMailboxes', value: listedMailbox(keys, mailbox.data) };
  const range = readRange(what.trim());
  if (range) return { denies: 'deniedNetworks', value: writeRange(range) };
  const domain = domainToASCII(what.trim().replace(/^@/, '')).toLowerCase();
  if (!/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*$/.test(domain)) return undefined;
  return { denies: 'deniedDomains', value: domain };
}
