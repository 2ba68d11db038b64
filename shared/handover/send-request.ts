/** A mail to send with a delivery, as the secretariat asks for it: the words, the language, and the readers. */
import * as z from 'zod';
import { canonicalMailbox } from '../mailbox/address.ts';
import { languageTag } from '../text/language-tag.ts';
import { line } from '../text/plain-text.ts';
import { maxAddressees } from './handover.ts';
import { coverNote } from './handover-mail.ts';

const email = z.email('an email address, such as office@town.example').max(254);

export const sendRequest = coverNote.extend({
  language: languageTag,
  addressees: z
    .array(z.strictObject({ name: line(200), email, addressee: z.int().min(0).max(19).optional() }))
    .min(1)
    .max(maxAddressees),
  /** The convener's mailbox. */
  copyTo: email.optional(),
});
export type SendRequest = z.infer<typeof sendRequest>;

export interface Reader {
  readonly name: string;
  readonly email: string;
  readonly addressee?: number | undefined;
  readonly isCopy: boolean;
}

/** @returns the readers, each mailbox once: an addressee who is also to get a copy gets the letter */
export function readersOf({ addressees, copyTo }: SendRequest): Reader[] {
  const all: Reader[] = [
    ...addressees.map((one) => ({ ...one, isCopy: false })),
    ...(copyTo === undefined ? [] : [{ name: 'Copy', email: copyTo, isCopy: true }]),
  ];
  const mailboxes = all.map((one) => canonicalMailbox(one.email));
  return all.filter((_, place) => mailboxes.indexOf(mailboxes[place] ?? '') === place);
}

/** "Name, office@town.example" or "Name <office@town.example>" */
const nameAndEmail = /^(.*?)[\s,;<]+([^\s,;<>]+@[^\s,;<>]+)>?$/;

/** @returns the parts of a line with a name and a mailbox; empty ones when it is not such a line */
export function splitReader(text: string): { readonly name: string; readonly email: string } {
  const [, name = '', mailbox = ''] = nameAndEmail.exec(text.trim()) ?? [];
  return { name: name.trim(), email: mailbox };
}
