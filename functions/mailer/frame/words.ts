/**
 * Words of a mail with names in them. What somebody else chose (a name, a title) stands between U+2068 and U+2069, the
 * isolates of Unicode (https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates), until it is written down:
 * as `<bdi>` in HTML, and in plain text only where it could turn the words around it.
 */

import type { MessageKey, Texts } from '../../../shared/text/catalogue.ts';
import { direction } from '../../../shared/text/language.ts';

const isolated = /\u2068([^\u2069]*)\u2069/u;
const everyIsolated = new RegExp(isolated, 'gu');
/** Line ends, controls, and what directs writing: refused where names come in, and told apart from ours here. */
const harmful = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu;
/** The blocks of scripts that are written from right to left, and the marks that say so (UAX 9, table 4). */
const rightToLeft = /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** @returns the words with the values in them, each isolated and on one line */
export function say(texts: Texts, key: MessageKey, values: Readonly<Record<string, string>> = {}): string {
  const marked = Object.entries(values).map(([name, value]) => [name, isolate(value)]);
  return texts.text(key, Object.fromEntries(marked));
}

/** @returns the value as it can stand among other words */
export function isolate(value: string): string {
  return `\u2068${value.replace(harmful, ' ')}\u2069`;
}

/** @returns the words for plain text and headers, in a mail of that language */
export function plainWords(words: string, language: string): string {
  const everywhere = direction(language) === 'rtl';
  return words.replace(everyIsolated, (whole, value: string) =>
    everywhere || rightToLeft.test(value) ? whole : value,
  );
}

/** @returns the words in pieces, in order; `value` is what somebody chose */
export function pieces(words: string): { readonly text: string; readonly value: boolean }[] {
  // Splitting at a group gives what is between and what is in the group by turns.
  return words.split(isolated).map((text, index) => ({ text, value: index % 2 === 1 }));
}

/** @returns the name, cut where it would push everything else out of a subject or a greeting */
export function shorten(name: string, most: number): string {
  if (name.length <= most) return name;
  const letters = [...new Intl.Segmenter().segment(name)].map(({ segment }) => segment);
  return letters.length > most ? `${letters.slice(0, most).join('')}…` : name;
}

/** As much of a stranger's words as stands in a mail to a mailbox that is not proven. */
const longestQuote = 60;
/** Zero-width non-joiner: shown by nothing and read out by nothing, and no address goes on after it. */
const breaker = '\u200c';
/** What addresses are made of besides letters and digits, in the forms that browsers take for them (UTS 46); "//" and "\\\\". */
const addressSigns =
  /(?:[.\u3002\uff0e\uff61\u2024\ufe52:\uff1a\ufe55@\uff20\ufe6b](?=\S)|[/\\\uff0f\uff3c](?=[/\\\uff0f\uff3c]))/gu;
/** Digits that may be a telephone number, however they are grouped. */
const longNumbers = /\p{Nd}(?:[^\p{L}\p{Nd}]{0,3}\p{Nd}){4,}/gu;

/**
 * What somebody typed who may be a stranger to the reader: cut, and nothing in it becomes a link by itself in a mail program. It
 * looks and sounds as it was typed (docs/decisions/033-strangers-words-in-mails.md).
 */
export function quoteUnproven(value: string): string {
  return shorten(value.replace(harmful, ' ').replace(/\s+/gu, ' ').trim(), longestQuote)
    .replace(addressSigns, `$&${breaker}`)
    .replace(/(?<=\S)[@\uff20\ufe6b]/gu, `${breaker}$&`)
    .replace(longNumbers, (number) => number.replace(/\p{Nd}(?=.)/gu, `$&${breaker}`));
}
