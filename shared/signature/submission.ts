/** A submission by a co-signatory: the body of `POST /v1/letters/{letter}/signatures`. */
import * as z from 'zod';
import { partnerId } from '../ids.ts';
import { coSignatoryKind } from '../letter/letter.ts';
import { sha256 } from '../letter/text.ts';
import { mailboxAddress } from '../mailbox/address.ts';
import { optionalCountry } from '../organisation/country-code.ts';
import { optionalWebsite } from '../organisation/website.ts';
import { addFault } from '../platform/http/faults.ts';
import { cleanName } from '../text/clean.ts';
import { knownLanguage } from '../text/language-tag.ts';
import { line, orNothing, paragraphs } from '../text/plain-text.ts';
import { isTopLevelDomain } from '../text/top-level-domain.ts';
import { type FieldIn, faultsIn } from './form-fields.ts';
import { nameFaults } from './public-name.ts';
import type { CorrectableField } from './typed-fields.ts';

export const maxName = 200;

/** A name shown in public under a letter. */
export const publicName = line(maxName, cleanName)
  .superRefine((name, { addIssue }) => {
    for (const code of nameFaults(name, isTopLevelDomain)) addFault({ addIssue }, code);
  })
  .meta({ maxLength: maxName });

/** A name that may be left out, or given as none: `-`, `n/a`. */
export const optionalName = orNothing(publicName);

export const organisationFields = z.strictObject({
  name: optionalName,
  website: optionalWebsite,
  country: optionalCountry,
} satisfies Record<FieldIn<'organisation'>, z.ZodType>);

export const signatoryFields = z.strictObject({
  name: publicName,
  role: optionalName,
  email: mailboxAddress,
} satisfies Record<FieldIn<'signatory'>, z.ZodType>);

/** The same fields by their names in the record of a signature, but for the mailbox. */
export const typedInput = {
  organisationName: optionalName,
  organisationWebsite: optionalWebsite,
  country: optionalCountry,
  signatoryName: publicName,
  signatoryRole: optionalName,
} satisfies Record<CorrectableField, z.ZodType>;

export const consents = z.strictObject({
  publication: z.boolean().default(false),
  updates: z.boolean().default(false),
  partner: z.boolean().default(false),
  followUp: z.boolean().optional().describe('One mail about a letter that follows, where the form asks for it'),
});

const webAddress = z.url({ protocol: /^https?$/ }).max(1000);

/** A page without its query and fragment, which may identify a person. */
const pageAddress = webAddress.transform((address) => {
  const { origin, pathname } = new URL(address);
  return `${origin}${pathname}`;
});

const utm = z.strictObject({
  source: line(100).optional(),
  medium: line(100).optional(),
  campaign: line(100).optional(),
  term: line(100).optional(),
  content: line(100).optional(),
});
export const utmNames = utm.keyof().options;

/** Where a submission comes from: the page and campaign; nothing about the sender. */
export const source = z.strictObject({ page: pageAddress.optional(), utm: utm.optional() });

/** Fields that depend on each other, read from a submission of any shape. */
const dependent = z
  .object({
    kind: z.unknown(),
    organisation: z.record(z.string(), z.unknown()).optional().catch(undefined),
    attestation: z.unknown(),
    display: z.unknown(),
    consents: z.object({ publication: z.unknown() }).partial().optional().catch(undefined),
  })
  .partial()
  .catch({});

export const submission = z
  .strictObject({
    kind: coSignatoryKind,
    organisation: organisationFields.optional(),
    signatory: signatoryFields,
    attestation: z.boolean().default(false),
    display: z.enum(['public', 'withheld']).default('public'),
    consents: consents.default({ publication: false, updates: false, partner: false }),
    letterVersion: sha256.optional(),
    wording: z.string().max(80).describe('Wording of attestation and consents that the signer saw').optional(),
    language: knownLanguage.describe('Language of the form, and of the mails to the signer').optional(),
    textLanguage: knownLanguage
      .describe('Language of the letter’s text that the signer read; by default the one nearest to `language`')
      .optional(),
    partner: partnerId.optional(),
    source: source.optional(),
    comment: paragraphs(1000).optional(),
    homepage: z.string().max(500).default(''),
    redirect: webAddress.optional(),
    proof: z.string().max(4000).optional(),
  })
  // `when`: runs even when something else in the submission is wrong, so that a person can fix all errors together.
  .check(
    z.superRefine(
      (value, { addIssue }) => {
        const { kind, display, ...said } = dependent.parse(value);
        const names = organisationFields.keyof().options.filter((name) => said.organisation?.[name] === undefined);
        const empty = [
          ...names.map((name) => `organisation.${name}`),
          ...(said.attestation ? [] : ['attestation']),
          ...(said.consents?.publication ? [] : ['consents.publication']),
        ];
        for (const { name, code } of faultsIn(empty, { kind, display })) addFault({ addIssue }, code, name.split('.'));
      },
      { when: () => true },
    ),
  );
export type Submission = z.infer<typeof submission>;
