/** Texts for people, by language. A string may hold `{placeholders}`; plurals end in `_one`, `_other` … */

import { bestLanguage } from './language.ts';
import type { en } from './languages/en.ts';
import { makeTexts } from './texts.ts';

type EnglishKey = keyof typeof en;
export type PluralKey = { [Key in EnglishKey]: Key extends `${infer Stem}_other` ? Stem : never }[EnglishKey];
type PluralForm = `${PluralKey}_${Intl.LDMLPluralRule}`;
/** The key of a string without plural forms, which exists in every language. */
export type MessageKey = Exclude<EnglishKey, PluralForm>;

/** The strings of one language. Each plural has the forms of its grammar, always including `_other`. */
export type Messages = Readonly<
  Record<MessageKey | `${PluralKey}_other`, string> & Partial<Record<PluralForm, string>>
>;

/** The strings in one language. */
export interface Texts {
  /** BCP 47 tag of the strings' language. */
  readonly language: string;
  /** @returns the string with its placeholders filled: plain text, which the caller must escape */
  text(key: MessageKey, values?: Readonly<Record<string, string>>): string;
  /** @returns the string as a label: with a colon in the style of the language, and the space after it */
  label(key: MessageKey): string;
  /** @returns the string in the plural form for the number, with `{count}` filled with the formatted number */
  plural(key: PluralKey, count: number, values?: Readonly<Record<string, string>>): string;
  /** @returns the number as formatted in the language */
  number(value: number): string;
  /** @returns a day (`2010-09-08`, or the day of a timestamp) as formatted in a letter */
  date(value: string): string;
  /** @returns a time to the minute in a time zone, with its name; by default in that of this machine */
  time(value: string, timeZone?: string): string;
}

/**
 * Loads a language on first use: starting a function reads none of them, and programs need none. To add one, add a file
 * beside `languages/en.ts` and a line here, `fr: async () => (await import('./languages/fr.ts')).fr`.
 * tests/text/catalogues.test.ts reports missing strings, tests/text/wording.test.ts further steps.
 */
const english = async (): Promise<Messages> => (await import('./languages/en.ts')).en;
const catalogues: Readonly<Record<string, () => Promise<Messages>>> = {
  en: english,
  ar: async () => (await import('./languages/ar.ts')).ar,
  de: async () => (await import('./languages/de.ts')).de,
  es: async () => (await import('./languages/es.ts')).es,
  fa: async () => (await import('./languages/fa.ts')).fa,
  fr: async () => (await import('./languages/fr.ts')).fr,
  hi: async () => (await import('./languages/hi.ts')).hi,
  id: async () => (await import('./languages/id.ts')).id,
  it: async () => (await import('./languages/it.ts')).it,
  ja: async () => (await import('./languages/ja.ts')).ja,
  ko: async () => (await import('./languages/ko.ts')).ko,
  nl: async () => (await import('./languages/nl.ts')).nl,
  pl: async () => (await import('./languages/pl.ts')).pl,
  pt: async () => (await import('./languages/pt.ts')).pt,
  ru: async () => (await import('./languages/ru.ts')).ru,
  sw: async () => (await import('./languages/sw.ts')).sw,
  tr: async () => (await import('./languages/tr.ts')).tr,
  uk: async () => (await import('./languages/uk.ts')).uk,
  vi: async () => (await import('./languages/vi.ts')).vi,
  'zh-Hans': async () => (await import('./languages/zh-Hans.ts')).zhHans,
  'zh-Hant': async () => (await import('./languages/zh-Hant.ts')).zhHant,
};

/** BCP 47 tags of the languages of pages and mails. */
export const pageLanguages: readonly string[] = Object.keys(catalogues);

/** @returns the page language nearest to that one, or English */
export function pageLanguage(wanted: string): string {
  return bestLanguage([wanted], pageLanguages, 'en');
}

/** @returns all strings of a page language; those of English for any other */
export async function messagesIn(language: string): Promise<Messages> {
  return (catalogues[language] ?? english)();
}

/** @returns the strings in the language nearest to that one, or in English */
export async function textsFor(language: string): Promise<Texts> {
  const tag = pageLanguage(language);
  const known = made.get(tag);
  if (known) return known;
  const texts = makeTexts(tag, await messagesIn(tag));
  made.set(tag, texts);
  return texts;
}

/** Cached per language, since Intl objects are expensive to create. */
const made = new Map<string, Texts>();
