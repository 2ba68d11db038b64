/** What a co-signatory sends in: the body of `POST /v1/letters/{letter}/signatures` (DESIGN §4). */
import * as z from 'zod';
import { coSignatoryKind } from '../letter/letter.ts';
import { sha256 } from '../letter/text.ts';
import { mailboxAddress } from '../mailbox/address.ts';
import { country } from '../organisation/country.ts';
import { website } from '../organisation/website.ts';
import { languageTag } from '../text/language.ts';
import { line, paragraphs } from '../text/plain.ts';

/**
 * A name that stands in public under a letter. An address in it is advertising, and a leading `= + - @` is a formula in
 * somebody's spreadsheet; no organisation is really called so.
 */
const publicName = line(200)
  .refine((name) => /[\p{L}\p{N}]/u.test(name), 'must contain a letter or a digit')
  .refine((name) => !/^[=+\-@]/.test(name), 'must not start with = + - or @')
  .refine((name) => !/:\/\/|\bwww\./i.test(name), 'must not contain a web address');

const organisation = z.strictObject({
  name: publicName.optional(),
  website: website.optional(),
  country: country.optional(),
});

const signatory = z.strictObject({ name: publicName, role: publicName.optional(), email: mailboxAddress });

const consents = z.strictObject({
  publication: z.boolean().default(false),
  updates: z.boolean().default(false),
  partner: z.boolean().default(false),
});

const webAddress = z.url({ protocol: /^https?$/ }).max(1000);

const utm = z.strictObject({
  source: line(100).optional(),
  medium: line(100).optional(),
  campaign: line(100).optional(),
  term: line(100).optional(),
  content: line(100).optional(),
});

export const submission = z
  .strictObject({
    kind: coSignatoryKind,
    organisation: organisation.optional(),
    signatory,
    attestation: z.boolean().default(false),
    display: z.enum(['public', 'withheld']).default('public'),
    consents: consents.default({ publication: false, updates: false, partner: false }),
    letterVersion: sha256.optional(),
    language: languageTag.optional(),
    partner: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'an id of a partner: lower-case letters, digits, hyphens')
      .optional(),
    source: z.strictObject({ page: webAddress.optional(), utm: utm.optional() }).optional(),
    comment: paragraphs(1000).optional(),
    homepage: z.string().max(500).default(''),
    redirect: webAddress.optional(),
    proof: z.string().max(4000).optional(),
  })
  .check(({ value, issues }) => {
    const complain = (path: string[], message: string) => issues.push({ code: 'custom', path, message, input: value });
    if (value.kind === 'organisation') {
      if (!value.organisation?.name) complain(['organisation', 'name'], 'is missing');
      if (!value.organisation?.country) complain(['organisation', 'country'], 'is missing');
      if (!value.attestation) complain(['attestation'], 'confirm that you are authorised to sign for the organisation');
    }
    if (!value.consents.publication && value.display === 'public') {
      complain(['consents', 'publication'], 'agree to be listed by name, or choose to have the name withheld');
    }
  });
export type Submission = z.infer<typeof submission>;
