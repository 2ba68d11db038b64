/** Mailboxes: reading an address as typed, and comparing two of them. */
import { domainToASCII } from 'node:url';
import * as z from 'zod';
import { cleanAddress } from '../text/clean.ts';

/**
 * An address as typed, its domain in lower case and in ASCII (IDNA). The local part stays as it is: mail goes to what
 * the person wrote. Lengths by RFC 5321 §4.5.3.1.
 */
export const mailboxAddress = z
  .string()
  .max(1000, 'at most 254 characters')
  .transform((typed) => {
    const address = cleanAddress(typed);
    const at = address.lastIndexOf('@');
    const local = address.slice(0, Math.max(at, 0));
    return `${local}@${domainToASCII(address.slice(at + 1)).toLowerCase()}`;
  })
  .pipe(z.email({ pattern: z.regexes.html5Email, error: 'not an email address', abort: true }))
  .refine((address) => address.length <= 254, 'at most 254 characters')
  .refine((address) => {
    const local = address.slice(0, address.lastIndexOf('@'));
    return local.length <= 64 && !/^\.|\.$|\.\./.test(local) && /\.[a-z][a-z0-9-]*[a-z0-9]$/.test(address);
  }, 'not an email address');

/**
 * Providers whose mailboxes are known to be the same with and without dots, or whatever follows a plus. Anywhere else
 * two spellings may be two people, so nothing is assumed (PEERS 8).
 */
const ignoresDots = new Set(['gmail.com', 'googlemail.com']);
const ignoresPlus = new Set([
  'gmail.com',
  'googlemail.com',
  'outlook.com',
  'hotmail.com',
  'live.com',
  'icloud.com',
  'me.com',
  'fastmail.com',
  'protonmail.com',
  'proton.me',
  'pm.me',
]);

/** @returns the address in the one form in which two spellings of the same mailbox agree; for comparing only */
export function canonicalMailbox(address: string): string {
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1).toLowerCase();
  let local = address.slice(0, at).toLowerCase();
  if (ignoresPlus.has(domain)) local = local.split('+')[0] ?? local;
  if (ignoresDots.has(domain)) local = local.replaceAll('.', '');
  return `${local}@${domain === 'googlemail.com' ? 'gmail.com' : domain}`;
}

/**
 * For the caps of what strangers can send: at many providers and in many offices, mail to `name+anything` comes to `name`.
 * For who somebody is that is only a guess, see `canonicalMailbox`.
 *
 * @returns the address to which mails under this spelling may all come
 */
export function cappedMailbox(address: string): string {
  const canonical = canonicalMailbox(address);
  const at = canonical.lastIndexOf('@');
  const [local = ''] = canonical.slice(0, at).split('+');
  return local === '' ? canonical : `${local}${canonical.slice(at)}`;
}
