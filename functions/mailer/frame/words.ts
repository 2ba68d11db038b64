/**
 * Words of a mail that contain names. Text that somebody else chose (a name, a title) is put between the Unicode
 * isolates U+2068 and U+2069 (https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates) until it is rendered:
 * as `<bdi>` in HTML, and in plain text only where it could change the direction of the text around it.
 */

import type { MessageKey, Texts } from '../../../shared/text/catalogue.ts';
import { direction } from '../../../shared/text/language.ts';

const isolated = /\u2068([^\u2069]*)\u2069/u;
const everyIsolated = new RegExp(isolated, 'gu');
/**
 * Line ends, control characters and direction marks. Refused in input; replaced here, so that none can pass for ours.
 */
const harmful = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu;
/** Blocks of right-to-left scripts, and the right-to-left mark (UAX 9, table 4). */
const rightToLeft = /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** @returns the text with its values filled in, each isolated and on one line */
export function fillText(texts: Texts, key: MessageKey, values: Readonly<Record<string, string>> = {}): string {
  const marked = Object.entries(values).map(([name, value]) => [name, isolate(value)]);
  return texts.text(key, Object.fromEntries(marked));
}

/** @returns the value, safe to place among other words */
export function isolate(value: string): string {
  return `\u2068${value.replace(harmful, ' ')}\u2069`;
}

/** @returns the words for plain text and headers, in a mail in that language */
export function plainWords(words: string, language: string): string {
  const everywhere = direction(language) === 'rtl';
  return words.replace(everyIsolated, (whole, value: string) =>
    everywhere || rightToLeft.test(value) ? whole : value,
  );
}

/** @returns the words in pieces, in order; `value` marks text that somebody chose */
export function pieces(words: string): { readonly text: string; readonly value: boolean }[] {
  // Splitting at a capture group returns the text between and the group in turn.
  return words.split(isolated).map((text, index) => ({ text, value: index % 2 === 1 }));
}

/** @returns the name, shortened so that a subject or greeting keeps room for the rest */
export function shorten(name: string, most: number): string {
  if (name.length <= most) return name;
  const letters = [...new Intl.Segmenter().segment(name)].map(({ segment }) => segment);
  return letters.length > most ? `${letters.slice(0, most).join('')}…` : name;
}

/** Maximum length of a stranger's words in a mail to an unproven mailbox. */
const longestQuote = 60;
/** Zero-width non-joiner: invisible, not read out, and it ends an address. */
const breaker = '\u200c';
/**
 * Characters in addresses besides letters and digits, with the variants that browsers accept (UTS 46); "//" and "\\\\".
 */
const addressSigns =
  /(?:[.\u3002\uff0e\uff61\u2024\ufe52:\uff1a\ufe55@\uff20\ufe6b](?=\S)|[/\\\uff0f\uff3c](?=[/\\\uff0f\uff3c]))/gu;
/** Digits that may be a phone number, however they are grouped. */
const longNumbers = /\p{Nd}(?:[^\p{L}\p{Nd}]{0,3}\p{Nd}){4,}/gu;

/**
 * Text typed by somebody who may be a stranger to the reader: shortened, and broken up so that mail programs turn none
 * of it into a link. It looks and sounds as typed (docs/decisions/033-strangers-words-in-mails.md).
 */
export function quoteUnproven(value: string): string {
  return shorten(value.replace(harmful, ' ').replace(/\s+/gu, ' ').trim(), longestQuote)
    .replace(addressSigns, `$&${breaker}`)
    .replace(/(?<=\S)[@\uff20\ufe6b]/gu, `${breaker}$&`)
    .replace(longNumbers, (number) => number.replace(/\p{Nd}(?=.)/gu, `$&${breaker}`));
}
