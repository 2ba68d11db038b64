/** Strings made ready for people: filled, in the plural form of their number. Browsers load it, too: it imports only types. */
import type { Messages, Texts } from './catalogue.ts';

/** @returns the strings of a catalogue with what Intl knows of the language */
export function makeTexts(tag: string, messages: Messages): Texts {
  // Plain "pt" means Brazil to Intl, which puts 0 in the singular; both countries write "0 assinaturas", as pt-PT has it.
  const plurals = new Intl.PluralRules(tag === 'pt' ? 'pt-PT' : tag);
  const numbers = new Intl.NumberFormat(tag);
  const fill = (message: string, values: Readonly<Record<string, string>>) =>
    message.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
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
    moment: (value, timeZone) => writeMoment(value, tag, timeZone),
  };
}

/** Plain "en" means American English to Intl; letters between countries are dated day first. */
const localeOf = (language: string) => (language === 'en' ? 'en-GB' : language);
const wholeDate = { day: 'numeric', month: 'long', year: 'numeric' } as const;

/** @returns a day as it is written at the head of a letter in that language, whatever the reader's clock says */
export function writeDate(value: string, language: string): string {
  return new Intl.DateTimeFormat(localeOf(language), { ...wholeDate, timeZone: 'UTC' }).format(new Date(value));
}

/** @returns a moment to the minute, with its zone; in the reader's own where none is named */
function writeMoment(value: string, language: string, timeZone?: string): string {
  const time = { hour: '2-digit', minute: '2-digit', timeZoneName: 'short', timeZone } as const;
  return new Intl.DateTimeFormat(localeOf(language), { ...wholeDate, ...time }).format(new Date(value));
}

/** @returns the day on which a moment is where that zone is: `2026-11-20` */
export function dayIn(moment: string, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(new Date(moment));
}
