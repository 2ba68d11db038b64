/** What the API takes besides a submission and what is asked of the list, as schemas. */
import * as z from 'zod';
import { letterSlug } from '../../shared/ids.ts';
import { mailboxAddress } from '../../shared/mailbox/address.ts';
import { readCode } from '../../shared/platform/token/token.ts';
import { knownLanguage } from '../../shared/text/language-tag.ts';

/** Visible ASCII; long enough for any UUID. */
export const idempotencyKey = z.string().regex(/^[\x21-\x7e]{1,255}$/);

/** What is typed from a mail: the letter and the code as people write them, the address as it was given. */
export const typedCode = z.strictObject({
  // A mail in Arabic or Hebrew directs the writing with marks that are copied unseen.
  letter: z
    .string()
    .transform((typed) =>
      typed
        .replace(/\p{Cf}/gu, '')
        .trim()
        .toLowerCase(),
    )
    .pipe(letterSlug),
  email: mailboxAddress,
  code: z.string().max(40).transform(readCode).pipe(z.string('not a code of eight letters and digits')),
});

/** Asking for links: whose address it is, is told to nobody. */
export const linkRequest = z.strictObject({ email: mailboxAddress, language: knownLanguage.default('en') });

/** "It was not me": delete the one signature, block the mailbox as well, or undo that. */
export const stopRequest = z.strictObject({ action: z.enum(['remove', 'block', 'undo']).default('block') });
