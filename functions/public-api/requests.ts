/** What the API takes besides a submission, as schemas. */
import * as z from 'zod';
import { coSignatoryKind } from '../../shared/letter/letter.ts';
import { letterSlug } from '../../shared/letter/slug.ts';
import { mailboxAddress } from '../../shared/mailbox/address.ts';
import { country } from '../../shared/organisation/country-code.ts';
import { languageTag } from '../../shared/text/language-tag.ts';
import { readCode } from '../../shared/token/token.ts';

/** Visible ASCII; long enough for any UUID. */
export const idempotencyKey = z.string().regex(/^[\x21-\x7e]{1,255}$/);

export const listQuery = z.object({
  order: z.enum(['newest', 'name']).default('newest'),
  kind: coSignatoryKind.optional(),
  country: country.optional(),
  q: z.string().max(100).optional().describe('Start of a name; the answer is sorted by name'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(1000).optional(),
});

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
export const linkRequest = z.strictObject({ email: mailboxAddress, language: languageTag.default('en') });
