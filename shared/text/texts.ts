/**
 * Formats strings for people: fills placeholders and picks plural forms. Browsers load it, too: it imports no strings.
 */
import type { Messages, Texts } from './catalogue.ts';
import { remembered } from './remembered.ts';

/** @returns the strings of a catalogue with the formatting of its language, by Intl */
export function makeTexts(tag: string, messages: Messages): Texts {
  // Plain "pt" means Brazil to Intl, which puts 0 in the singular; both countries write "0 assinaturas", as pt-PT has it.
  const plurals = new Intl.PluralRules(tag === 'pt' ? 'pt-PT' : tag);
  const numbers = new Intl.NumberFormat(tag);
  const fill = (message: string, values: Readonly<Record<string, string>>) =>
    message.replace(/\{(\w+)\}(\.?)/g, (whole, name: string, stop: string) => {
      const value = values[name];
      if (value === undefined) return whole;
      return endsSentence.test(value) ? value : value + stop;
    });
  return {
    language: tag,
    text: (key, values = {}) => fill(messages[key], values),
    label: (key) => fill(messages['page.label'], { label: messages[key] }),
    plural(key, count, values = {}) {
      const form = messages[`${key}_${plurals.select(count)}`] ?? messages[`${key}_other`];
      return fill(form, { ...values, count: numbers.format(count) });
    },
    number: (value) => numbers.format(value),
    date: (value) => writeDate(value, tag),
    time: (value, timeZone) => formatInZone(value, tag, timeZone),
  };
}

/** A name such as "Verein e. V.", isolated or not, that needs no second full stop. */
const endsSentence = /\.\u2069?$/;

/** Plain "en" means American English to Intl, but international letters put the day first. */
const localeOf = (language: string) => (language === 'en' ? 'en-GB' : language);
const wholeDate = { day: 'numeric', month: 'long', year: 'numeric' } as const;

const dayFormat = remembered(
  (language) => new Intl.DateTimeFormat(localeOf(language), { ...wholeDate, timeZone: 'UTC' }),
);

/** @returns a day as formatted at the head of a letter in that language, independent of the reader's time zone */
export function writeDate(value: string, language: string): string {
  return dayFormat(language).format(new Date(value));
}

/** @returns a time to the minute, with its zone; by default in the reader's own zone */
function formatInZone(value: string, language: string, timeZone?: string): string {
  const time = { hour: '2-digit', minute: '2-digit', timeZoneName: 'short', timeZone } as const;
  return new Intl.DateTimeFormat(localeOf(language), { ...wholeDate, ...time }).format(new Date(value));
}

/** @returns the day of a time in that zone: `2026-11-20` */
export function dayIn(moment: string, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(new Date(moment));
}
