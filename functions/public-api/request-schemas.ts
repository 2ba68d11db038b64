/** Schemas of requests other than submissions and list queries. */
import * as z from 'zod';
import { letterSlug } from '../../shared/ids.ts';
import { mailboxAddress } from '../../shared/mailbox/address.ts';
import { readCode } from '../../shared/platform/token/token.ts';
import { knownLanguage } from '../../shared/text/language-tag.ts';

/** Visible ASCII; long enough for any UUID. */
export const idempotencyKey = z.string().regex(/^[\x21-\x7e]{1,255}$/);

/** Values typed from a mail: the letter and the code as people write them, the address as it was given. */
export const typedCode = z.strictObject({
  // Mails in Arabic or Hebrew contain invisible direction marks that get copied.
  letter: z
    .string()
    .transform((typed) =>
      typed
        .replace(/\p{Cf}/gu, '')
        .trim()
        .toLowerCase()
        // The mail shows the letter's whole address.
        .replace(/^https?:\/\/[^/]*\//, '')
        .replace(/[/?#].*$/, ''),
    )
    .pipe(letterSlug),
  email: mailboxAddress,
  code: z.string().max(40).transform(readCode).pipe(z.string('not a code of eight letters and digits')),
});

/** A request for links. The answer never reveals whose address it is. */
export const linkRequest = z.strictObject({ email: mailboxAddress, language: knownLanguage.default('en') });

/** "It was not me": delete the one signature, block the mailbox as well, or undo that. */
export const stopRequest = z.strictObject({ action: z.enum(['remove', 'block', 'undo']).default('block') });

/** Faults of a submission, in words that follow the name of the field. */
export const notAccepted = 'is not accepted by this letter';
export const notItsWording = 'is not a wording of this letter';
export const notItsVersion = 'is not a version of this letter';
