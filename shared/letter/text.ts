/** The text of a letter in one language, and its canonical form, which identifies a version. */
import { createHash } from 'node:crypto';
import * as z from 'zod';
import { languageTag, writtenLanguage } from '../text/language-tag.ts';
import { line, paragraphs } from '../text/plain-text.ts';

const office = z.strictObject({
  name: line(120),
  lines: z.array(line(200)).max(12).default([]),
  telephone: line(40).optional(),
  fax: line(40).optional(),
  email: z.email().max(254).optional(),
});

const addressee = z.strictObject({ name: line(200), lines: z.array(line(200)).max(12).default([]) });

/** The sender of the letter: its signature block and the offices under it. */
const convener = z.strictObject({
  organisation: line(200),
  signatory: line(200),
  role: line(200).optional(),
  website: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .optional(),
  offices: z.array(office).max(30).default([]),
});

export const letterText = z.strictObject({
  language: writtenLanguage,
  title: line(200),
  date: z.iso.date(),
  addressees: z.array(addressee).min(1).max(20),
  salutation: line(200),
  body: paragraphs(100_000),
  closing: line(200).optional(),
  convener,
});
/** The stored form: a language that was accepted once stays readable. */
export const storedLetterText = letterText.extend({ language: languageTag });
export type LetterText = z.infer<typeof letterText>;
export type Office = z.infer<typeof office>;

/** SHA-256 in lower-case hexadecimal, 64 characters. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 in lower-case hexadecimal');

/**
 * Returns the text that a co-signatory signs in one canonical form: title, date, addressees, salutation, body, closing
 * and signature block. Offices and telephone numbers are left out, since they may change without a new version. Line
 * ends, runs of blank lines, white space at line ends and Unicode composition do not matter.
 *
 * @returns the canonical text, UTF-8 safe (NFC), its parts separated by blank lines
 */
export function canonicalText(text: LetterText): string {
  const parts = [
    text.title,
    text.date,
    ...text.addressees.map(({ name, lines }) => [name, ...lines].join('\n')),
    text.salutation,
    text.body,
    ...(text.closing ? [text.closing] : []),
    [text.convener.signatory, ...(text.convener.role ? [text.convener.role] : []), text.convener.organisation].join(
      '\n',
    ),
  ];
  return `${parts.map(canonicalPart).join('\n\n')}\n`;
}

function canonicalPart(part: string): string {
  return part
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** @returns the SHA-256 of the canonical text, which a signature names */
export function hashText(text: LetterText): string {
  return createHash('sha256').update(canonicalText(text)).digest('hex');
}
