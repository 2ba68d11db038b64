/** Schemas of plain text from any source: one place for the rules that keep headers, pages and lists clean. */
import * as z from 'zod';
import { faultIs } from '../platform/http/faults.ts';
import { cleanLine, cleanParagraphs, isDamaged, isNothing } from './clean.ts';

/** Limit of the raw text, as a multiple of the cleaned one: removed characters do not count, but input is bounded. */
const maxDirt = 5;

type Clean = (text: string) => string;

/**
 * @param clean cleans the text before it is validated
 * @returns schema of text of at most `max` characters (UTF-16 units), not empty, without damaged characters
 */
function text(max: number, clean: Clean) {
  const tooLong = faultIs('too-long', max);
  return z
    .string()
    .refine((typed) => typed.length <= max * maxDirt, tooLong)
    .transform(clean)
    .pipe(
      // In one call, since each call copies the schema.
      z.string().check(
        z.refine((kept: string) => kept !== '', faultIs('empty')),
        z.refine((kept: string) => kept.length <= max, tooLong),
        z.refine((kept: string) => !isDamaged(kept), faultIs('damaged')),
      ),
    )
    .meta({ maxLength: max });
}

const made = new Map<Clean, Map<number, ReturnType<typeof text>>>();

/** Many fields have the same limit, and each function makes their schemas when it starts. */
function textOnce(max: number, clean: Clean) {
  const known = made.get(clean) ?? new Map<number, ReturnType<typeof text>>();
  made.set(clean, known);
  const schema = known.get(max) ?? text(max, clean);
  known.set(max, schema);
  return schema;
}

/**
 * @param max maximum length in characters (UTF-16 units)
 * @param clean cleans the text before it is validated
 * @returns schema of one line of text: trimmed, white space folded, NFC, nothing harmful, not empty
 */
export function line(max: number, clean: Clean = cleanLine) {
  return textOnce(max, clean);
}

/**
 * @param max maximum length in characters
 * @returns schema of text with line ends: LF only, NFC, trimmed, nothing harmful, not empty
 */
export function paragraphs(max: number) {
  return textOnce(max, cleanParagraphs);
}

/** @returns schema of an optional field, which may also say that there is nothing: `-`, `n/a`, `none` */
export function orNothing<Kept>(schema: z.ZodType<Kept, string>) {
  return z
    .string()
    .transform((text) => (isNothing(text.slice(0, 500)) ? undefined : text))
    .pipe(schema.optional())
    .meta(schema.meta() ?? {})
    .optional();
}
