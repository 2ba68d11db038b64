/** The content of a signing sheet for meetings, as plain JSON. */
import * as z from 'zod';
import type { LetterSlug } from '../ids.ts';
import { languageTag } from '../text/language-tag.ts';
import { isoTimestamp } from '../time.ts';
import { pageSize } from './choices.ts';

export const signingSheetData = z.strictObject({
  /** Language of the sheet. */
  language: languageTag,
  /** Title of the letter in that language. */
  title: z.string(),
  /** The convener's organisation. */
  organisation: z.string(),
  /** From the letter's privacy settings. */
  privacy: z.strictObject({ controller: z.string(), contact: z.string() }),
  /** Address of the letter, where people can read and sign it. */
  url: z.url({ protocol: /^https?$/ }),
  pageSize,
  /** The time that the file says it was made at. */
  at: isoTimestamp,
});
export type SigningSheetData = z.infer<typeof signingSheetData>;

/** @returns the key of a sheet in the bucket, beside the pictures of the letter, with which it is made */
export function signingSheetKey(slug: LetterSlug, language: string, paper: SigningSheetData['pageSize']): string {
  return `pictures/${slug}/signing-sheet.${language}.${paper}.pdf`;
}

/** The columns of the table, in order. The last one has no meaning for an import, which ignores it. */
export const signingSheetColumns = [
  'sheet.name',
  'form.organisation',
  'sheet.role',
  'form.country',
  'sheet.email',
  'sheet.signature',
] as const;
