/** What plain text may hold, wherever it comes from: one place for the rules that keep headers, pages and lists clean. */
import * as z from 'zod';

/**
 * Characters that no line of text needs and that do harm: controls (a line end in a mail header), overrides of the
 * writing direction (a name that reads as another), line and paragraph separators, private use, halves of pairs.
 * Joiners and direction marks stay: Persian, Arabic, Hindi and emoji need them.
 * https://www.unicode.org/reports/tr36/ (Unicode security considerations)
 */
const harmful = /[\p{Cc}\p{Co}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\uffff]/u;
const harmfulButLineEnds = /[\p{Co}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\uffff]|(?![\n\t])\p{Cc}/u;

/** Runs of white space, the Unicode kinds too. */
const space = /\s+/gu;

/**
 * @param max longest length in characters (UTF-16 units)
 * @returns schema of one line of text: trimmed, white space folded, NFC, nothing harmful, not empty
 */
export function line(max: number) {
  return z
    .string()
    .max(max, `at most ${max} characters`)
    .refine((text) => !harmful.test(text), 'control characters and hidden direction marks are not allowed')
    .transform((text) => text.normalize('NFC').replace(space, ' ').trim())
    .pipe(z.string().min(1, 'must not be empty'));
}

/**
 * @param max longest length in characters
 * @returns schema of text with line ends: LF only, NFC, trimmed, nothing harmful, not empty
 */
export function paragraphs(max: number) {
  return z
    .string()
    .max(max, `at most ${max} characters`)
    .transform((text) => text.replace(/\r\n?/g, '\n').normalize('NFC').trim())
    .pipe(
      z
        .string()
        .min(1, 'must not be empty')
        .refine((text) => !harmfulButLineEnds.test(text), 'control characters are not allowed'),
    );
}
