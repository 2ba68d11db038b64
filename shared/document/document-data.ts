/**
 * Everything that the files of a delivery are made of, as plain JSON. It is stored with the frozen state, so that the
 * same files can be made again years later.
 */
import * as z from 'zod';
import { letterSlug, uploadId } from '../ids.ts';
import { block } from '../letter/blocks.ts';
import { sha256, storedLetterText } from '../letter/text.ts';
import { languageTag } from '../text/language-tag.ts';
import { timeZone } from '../text/time-zone.ts';
import { isoTimestamp } from '../time.ts';
import { deliveryKind, maxLogos, pageSize } from './choices.ts';
import { checkLogo } from './logo.ts';

const person = z.strictObject({ name: z.string(), role: z.string().optional() });
/** ISO 3166-1 alpha-2. */
const country = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .optional();

const listedOrganisation = z.strictObject({
  kind: z.literal('organisation'),
  name: z.string(),
  /** The person who signed for it. */
  signatory: person.optional(),
  country,
  /** Its logo, one of `logos`. */
  logo: uploadId.optional(),
});

const listedIndividual = z.strictObject({
  kind: z.literal('individual'),
  ...person.shape,
  /** Name of an organisation that has not signed itself. */
  affiliation: z.string().optional(),
  country,
});

/** A co-signatory shown by name: its public fields, and nothing else (rule 8). */
const listedEntry = z.discriminatedUnion('kind', [listedOrganisation, listedIndividual]);

/**
 * The undersigned. Each name is in only one of the first three lists. Their order does not matter, except for `pinned`.
 */
const undersigned = z.strictObject({
  /** Shown first, in this order. */
  pinned: z.array(listedEntry),
  organisations: z.array(listedOrganisation),
  individuals: z.array(listedIndividual),
  /** Number of co-signatories who are counted and asked not to be named. */
  unnamed: z.int().min(0),
  /** Number of signatures on paper. */
  onPaper: z.int().min(0),
  /** Sorted by name, or by country with a heading for each. */
  order: z.enum(['name', 'country']),
});

const { title, date, addressees, salutation, closing, convener } = storedLetterText.shape;

/** The image types that the document takes for a logo; see `checkLogo` for the limits. */
export const logoType = z.enum(['image/png', 'image/svg+xml']);

/** Facts about the frozen list, for the last page. */
export const frozenState = z.strictObject({
  /** The delivery's id. */
  delivery: z.string(),
  kind: deliveryKind,
  at: isoTimestamp,
  /** Number of commitments, one for each name listed when it was frozen. An erasure does not change it. */
  number: z.int().min(0),
  hash: sha256,
  /** Address of the public page where the number and the hash can be checked. */
  url: z.url({ protocol: /^https?$/ }),
});

const logo = z
  .strictObject({ type: logoType, data: z.base64(), description: z.string() })
  .check(({ value, issues }) => {
    const fault = checkLogo(value.type, Buffer.from(value.data, 'base64'));
    if (fault) issues.push({ code: 'custom', message: fault, input: value.type });
  });

/** The logo of an organisation: a PNG that we made of the uploaded file, as base64. */
const organisationLogo = z.base64().check(({ value, issues }) => {
  const fault = checkLogo('image/png', Buffer.from(value, 'base64'));
  if (fault) issues.push({ code: 'custom', message: fault, input: 'logo' });
});

/** By the ids that entries name. */
const logos = z.record(uploadId, organisationLogo).refine((all) => Object.keys(all).length <= maxLogos);

export const documentData = z.strictObject({
  /** Increased when a field changes its meaning: stored data lives longer than this code. */
  format: z.literal(1),
  letter: z.strictObject({
    slug: letterSlug,
    title,
    date,
    addressees,
    salutation,
    /** The body as compiled when the text was stored. */
    blocks: z.array(block),
    closing,
    convener,
    /** Language of this document. */
    language: languageTag,
    /** The language that binds; the others are translations. */
    officialLanguage: languageTag,
    /** When the earlier version was published that this document translates; absent for the current version. */
    translationOf: isoTimestamp.optional(),
    /** Time zone of the times in the document; UTC by default. */
    timeZone: timeZone.optional(),
  }),
  /** The convener's logo; `data` is base64. A logo that `checkLogo` refuses is not valid here. */
  logo: logo.optional(),
  logos: logos.optional(),
  undersigned,
  pageSize,
  frozen: frozenState,
});
export type DocumentData = z.infer<typeof documentData>;
