/** Schemas of the API's answers: the API description is built from them, and they type the routes. */
import * as z from 'zod';
import { block } from '../../shared/letter/blocks.ts';
import { coSignatoryKind, letter } from '../../shared/letter/letter.ts';
import { sha256, storedLetterText } from '../../shared/letter/text.ts';
import { listedSignature } from '../../shared/signature/lists/public-list.ts';
import { individualLevel, verificationLevel } from '../../shared/verification/level.ts';

export const countBody = z.object({
  organisations: z.int(),
  individuals: z.int(),
  offline: z.int().describe('Signatures on paper, not part of the total'),
  added: z.int().describe('Part of the total: added by the secretariat'),
  total: z.int().describe('organisations + individuals'),
  withheld: z
    .int()
    .nullable()
    .describe('Number of the total with their name withheld, some minutes old; null before the first count'),
  goal: z.int().nullable(),
  asOf: z.iso.datetime(),
});
export type CountBody = z.infer<typeof countBody>;

const tint = z.object({ accent: z.string(), on: z.string().describe('Text on it') });

export const letterBody = z.object({
  slug: z.string(),
  url: z.url(),
  state: z.enum(['not-yet', 'open', 'paused', 'closed']),
  language: z.string().describe('Language of the text below'),
  languages: z.array(z.string()),
  ...storedLetterText.omit({ language: true }).shape,
  blocks: z.array(block).describe('The body as a tree of paragraphs and other blocks'),
  version: sha256.describe('The version of this text. Send it as letterVersion'),
  translationOf: z.iso
    .datetime()
    .optional()
    .describe('Only if the text is a translation of an earlier version: when that version was published'),
  texts: z.record(z.string(), z.string()).describe('The letter’s own wording of form, pages and emails'),
  wording: z.string().describe('Send it as wording if you show attestation and consents in this language'),
  versions: z.array(z.object({ id: sha256, at: z.iso.datetime() })),
  corrections: letter.shape.corrections,
  policy: z.object({
    accepts: z.array(coSignatoryKind),
    publishedFrom: verificationLevel.describe('Level from which organisations are published without review'),
    individualsPublishedFrom: individualLevel.describe('The same for individuals; vouched: each is reviewed'),
  }),
  opens: z.string().nullable(),
  closes: z.string().nullable(),
  timeZone: z.string().describe('Time zone of the opening and closing dates'),
  deliveredOn: z.string().nullable().describe('Date of the delivery'),
  privacy: z
    .object({
      controller: z.string(),
      contact: z.string(),
      purpose: z.string().nullable(),
      recipients: z.string().nullable(),
      retention: z.string().nullable(),
      languages: z
        .object({ purpose: z.string().nullable(), recipients: z.string().nullable(), retention: z.string().nullable() })
        .describe('Language of each of the three'),
    })
    .nullable(),
  look: z
    .object({
      light: tint.nullable().describe('Colours on light pages'),
      dark: tint.nullable().describe('Colours on dark pages'),
      logo: z.object({ url: z.url(), width: z.int(), height: z.int() }).nullable(),
    })
    .optional()
    .describe('The convener’s colour and logo, if the letter has any'),
  sender: z.string().describe('Sender of the email to confirm'),
  fields: z.array(z.object({ name: z.string(), required: z.boolean(), kinds: z.array(coSignatoryKind) })),
  count: countBody,
});
export type LetterBody = z.infer<typeof letterBody>;

/** Ways to share a letter. The links load nothing until somebody follows one. */
export const shareBody = z.object({
  title: z.string(),
  text: z.string().describe('The letter’s sentence for it'),
  url: z.url(),
  words: z.object({ title: z.string(), device: z.string(), copy: z.string(), copied: z.string() }),
  links: z.array(z.object({ name: z.string(), href: z.string() })),
});
export type ShareBody = z.infer<typeof shareBody>;

export const listBody = z.object({
  items: z.array(listedSignature),
  nextCursor: z.string().nullable(),
  paused: z.literal(true).optional().describe('The list is paused'),
});

export const acceptedBody = z.object({ status: z.literal('confirmation-requested') });
export type AcceptedBody = z.infer<typeof acceptedBody>;

export const confirmedBody = z.object({
  status: z
    .enum(['confirmed', 'already-confirmed', 'duplicate', 'test'])
    .describe('`test`: of a draft; nothing counts'),
});
export type ConfirmedBody = z.infer<typeof confirmedBody>;

/** The same for every address. */
export const linkRequestedBody = z.object({ status: z.literal('link-requested') });
export type LinkRequestedBody = z.infer<typeof linkRequestedBody>;

/** It awaits the secretariat. */
export const disputeRaisedBody = z.object({ status: z.literal('raised') });
export type DisputeRaisedBody = z.infer<typeof disputeRaisedBody>;

export const stoppedBody = z.object({ status: z.enum(['removed', 'stopped', 'undone', 'confirmed', 'gone']) });
export type StoppedBody = z.infer<typeof stoppedBody>;

/** https://oembed.com, type `rich`. */
export const oembedBody = z.object({
  version: z.literal('1.0'),
  type: z.literal('rich'),
  title: z.string(),
  author_name: z.string(),
  provider_name: z.string(),
  provider_url: z.url(),
  cache_age: z.int(),
  width: z.int(),
  height: z.int(),
  html: z.string().describe('The form in a frame if the address names a partner, otherwise a link and the badge'),
});
export type OembedBody = z.infer<typeof oembedBody>;

export const healthBody = z.object({ status: z.literal('ok'), version: z.string() });
