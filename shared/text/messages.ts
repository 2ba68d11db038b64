/** Strings that people read, by language. A string may hold `{placeholders}`; plurals end in `_one`, `_other` … */
import { en } from './en.ts';
import { bestLanguage } from './language.ts';

export type Messages = Record<keyof typeof en, string>;
export type MessageKey = keyof typeof en;
type PluralKey = { [Key in MessageKey]: Key extends `${infer Stem}_other` ? Stem : never }[MessageKey];

/** The strings in one language. */
export interface Texts {
  /** BCP 47 tag of the language that the strings are in. */
  readonly language: string;
  /** @returns the string with its placeholders filled; the result is plain text and still has to be escaped */
  text(key: MessageKey, values?: Readonly<Record<string, string>>): string;
  /** @returns the string in the plural form that the number needs, `{count}` filled with the number as it is written */
  plural(key: PluralKey, count: number, values?: Readonly<Record<string, string>>): string;
  /** @returns a number as it is written in the language */
  number(value: number): string;
  /** @returns a day (`2010-09-08`, or the day of a moment) as it is written in a letter */
  date(value: string): string;
}

/** Every language but English is loaded when it is first needed: starting a function reads none of them. */
const catalogues: Readonly<Record<string, () => Promise<Messages>>> = {
  en: async () => en,
};

/** The languages that pages and mails can be in, as BCP 47 tags. */
export const pageLanguages: readonly string[] = Object.keys(catalogues);

/** @returns the strings in the language nearest to that one, in English where there are none near */
export async function textsFor(language: string): Promise<Texts> {
  const tag = bestLanguage([language], pageLanguages, 'en');
  const known = made.get(tag);
  if (known) return known;
  const texts = makeTexts(tag, (await catalogues[tag]?.()) ?? en);
  made.set(tag, texts);
  return texts;
}

/** One for each language that there is: the objects of Intl in it are costly to make. */
const made = new Map<string, Texts>();

function makeTexts(tag: string, messages: Messages): Texts {
  const plurals = new Intl.PluralRules(tag);
  const numbers = new Intl.NumberFormat(tag);
  const fill = (message: string, values: Readonly<Record<string, string>>) =>
    message.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
  const isKey = (key: string): key is MessageKey => Object.hasOwn(messages, key);
  return {
    language: tag,
    text: (key, values = {}) => fill(messages[key], values),
    plural(key, count, values = {}) {
      const form = `${key}_${plurals.select(count)}`;
      const other: MessageKey = `${key}_other`;
      return fill(messages[isKey(form) ? form : other], { ...values, count: numbers.format(count) });
    },
    number: (value) => numbers.format(value),
    date: (value) => writeDate(value, tag),
  };
}

/** @returns a day as it is written at the head of a letter in that language, whatever the reader's clock says */
export function writeDate(value: string, language: string): string {
  // Plain "en" means American English to Intl; letters between countries are dated day first.
  const locale = language === 'en' ? 'en-GB' : language;
  const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  return format.format(new Date(value));
}
