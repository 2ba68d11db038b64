/** Mailbox addresses: parsing one as typed, and comparing two. */
import { domainToASCII } from 'node:url';
import * as z from 'zod';
import { faultIs } from '../platform/http/faults.ts';
import { cleanAddress } from '../text/clean.ts';

/**
 * An address as typed, its domain in lower case and in ASCII (IDNA). The local part stays unchanged, since mail goes to
 * exactly what the person typed. Lengths by RFC 5321 §4.5.3.1.
 */
export const mailboxAddress = z
  .string()
  .refine((typed) => typed.length <= 1000, faultIs('too-long', 254))
  .meta({ maxLength: 1000 })
  .transform((typed) => {
    const address = cleanAddress(typed);
    const at = address.lastIndexOf('@');
    const local = address.slice(0, Math.max(at, 0));
    return `${local}@${domainToASCII(address.slice(at + 1)).toLowerCase()}`;
  })
  .pipe(z.email({ pattern: z.regexes.html5Email, error: faultIs('email').error, abort: true }))
  .refine((address) => address.length <= 254, faultIs('too-long', 254))
  .refine((address) => {
    const local = address.slice(0, address.lastIndexOf('@'));
    return local.length <= 64 && !/^\.|\.$|\.\./.test(local) && /\.[a-z][a-z0-9-]*[a-z0-9]$/.test(address);
  }, faultIs('email'));

/**
 * Providers that ignore dots, or everything after a plus. Elsewhere two spellings may be two people, so nothing is
 * assumed.
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

/** @returns the address in a form that is equal for all spellings of a mailbox; for comparing only */
export function canonicalMailbox(address: string): string {
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1).toLowerCase();
  let local = address.slice(0, at).toLowerCase();
  if (ignoresPlus.has(domain)) local = local.split('+')[0] ?? local;
  if (ignoresDots.has(domain)) local = local.replaceAll('.', '');
  return `${local}@${domain === 'googlemail.com' ? 'gmail.com' : domain}`;
}

/**
 * For caps on mail that strangers can cause: at many providers and in many offices, mail to `name+anything` arrives at
 * `name`. That is only a guess, so `canonicalMailbox` determines identity.
 *
 * @returns the address that may receive all mails under this spelling
 */
export function cappedMailbox(address: string): string {
  const canonical = canonicalMailbox(address);
  const at = canonical.lastIndexOf('@');
  const [local = ''] = canonical.slice(0, at).split('+');
  return local === '' ? canonical : `${local}${canonical.slice(at)}`;
}
