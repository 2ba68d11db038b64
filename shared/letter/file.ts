/** Reads a letter from a file: Markdown with YAML front matter. Every fault names its line. */
import * as z from 'zod';
import { type LetterSlug, letterSlug } from '../ids.ts';
import { parseFields, type ReadFile, splitFile } from './file-fields.ts';
import { type LetterSettings, letterSettings, type OwnPrivacy, ownPrivacy } from './letter.ts';
import type { OwnTexts } from './own-texts.ts';
import { checkOwnTexts, ownTexts } from './own-texts-check.ts';
import { type LetterText, letterText } from './text.ts';

export interface LetterFile {
  readonly slug: LetterSlug;
  readonly text: LetterText;
  readonly settings: LetterSettings;
  /** Strings of its pages and mails that the letter replaces, in its own language. */
  readonly ownTexts?: OwnTexts | undefined;
}

/** The text in another language, with the strings that the letter replaces in it. */
export type Translation = LetterText & Pick<LetterFile, 'ownTexts'> & { readonly ownPrivacy?: OwnPrivacy | undefined };

const frontMatter = z
  .strictObject({
    slug: letterSlug,
    ...letterText.omit({ body: true }).shape,
    ...letterSettings.shape,
    texts: ownTexts,
  })
  .check(checkOwnTexts);

/** @returns the letter in the file, or all of its faults */
export function readLetterFile(source: string): ReadFile<LetterFile> {
  const file = splitFile(source);
  if (!file.ok) return file;
  const fields = parseFields(file.content, frontMatter);
  if (!fields.ok) return fields;
  const { slug, texts, ...given } = fields.content.fields;
  const {
    accepts,
    goal,
    privacy,
    publishedFrom,
    individualsPublishedFrom,
    confirmWithinDays,
    replyTo,
    keepDays,
    noAnswerAfterDays,
    nameOrder,
    unlisted,
    colour,
    asksFollowUp,
    follows,
    next,
    opens,
    closes,
    timeZone,
    ...text
  } = given;
  return {
    ok: true,
    content: {
      slug,
      text: { ...text, body: fields.content.body },
      settings: {
        accepts,
        goal,
        privacy,
        publishedFrom,
        individualsPublishedFrom,
        confirmWithinDays,
        replyTo,
        keepDays,
        noAnswerAfterDays,
        nameOrder,
        unlisted,
        colour,
        asksFollowUp,
        follows,
        next,
        opens,
        closes,
        timeZone,
      },
      ownTexts: texts,
    },
  };
}

/**
 * A translation names its language and translates any of the fields; the rest comes from the original.
 *
 * @returns the text in that language, or all faults of the file
 */
export function readTranslationFile(source: string, { slug, text: original }: LetterFile): ReadFile<Translation> {
  const file = splitFile(source);
  if (!file.ok) return file;
  const { language, title, salutation, addressees, closing, convener } = letterText.shape;
  const schema = z
    .strictObject({
      slug: z.literal(slug).optional(),
      language,
      title,
      salutation,
      addressees: addressees.optional(),
      closing,
      convener: convener.optional(),
      privacy: ownPrivacy.optional(),
      texts: ownTexts,
    })
    .check(checkOwnTexts);
  const fields = parseFields(file.content, schema);
  if (!fields.ok) return fields;
  const { slug: _, texts, privacy, ...translated } = fields.content.fields;
  return {
    ok: true,
    content: {
      ...original,
      closing: undefined,
      ...translated,
      addressees: translated.addressees ?? original.addressees,
      convener: translated.convener ?? original.convener,
      body: fields.content.body,
      ownTexts: texts,
      ownPrivacy: privacy,
    },
  };
}
