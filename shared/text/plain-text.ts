/** What plain text may hold, wherever it comes from: one place for the rules that keep headers, pages and lists clean. */
import * as z from 'zod';
import { cleanLine, cleanParagraphs, isDamaged, isNothing } from './clean.ts';

/** What is wrong with text that lost characters on its way, as the API says it. */
export const damagedText = 'contains a character that was damaged on its way; type it again';

/** Dirt does not count, but there is an end to what is read: so many times as much as is kept. */
const maxDirt = 5;

/**
 * @param clean how it is made clean before it is judged
 * @returns schema of text of at most so many characters (UTF-16 units), not empty, without damaged characters
 */
function text(max: number, clean: (text: string) => string) {
  const tooLong = `at most ${max} characters`;
  return z
    .string()
    .max(max * maxDirt, tooLong)
    .transform(clean)
    .pipe(
      z
        .string()
        .min(1, 'must not be empty')
        .max(max, tooLong)
        .refine((kept) => !isDamaged(kept), damagedText),
    )
    .meta({ maxLength: max });
}

/**
 * @param max longest length in characters (UTF-16 units)
 * @param clean how it is made clean
 * @returns schema of one line of text: trimmed, white space folded, NFC, nothing harmful, not empty
 */
export function line(max: number, clean = cleanLine) {
  return text(max, clean);
}

/**
 * @param max longest length in characters
 * @returns schema of text with line ends: LF only, NFC, trimmed, nothing harmful, not empty
 */
export function paragraphs(max: number) {
  return text(max, cleanParagraphs);
}

/** @returns the schema of a field that may be left out, or say that there is nothing to say: `-`, `n/a`, `none` */
export function orNothing<Kept>(schema: z.ZodType<Kept, string>) {
  return z
    .string()
    .transform((text) => (isNothing(text.slice(0, 500)) ? undefined : text))
    .pipe(schema.optional())
    .meta(schema.meta() ?? {})
    .optional();
}
