/** Checks the strings that a letter replaces. Loaded when they are edited, never to serve signers. */
import * as z from 'zod';
import { agreedTo, replacedTogether } from '../consent/wording.ts';
import { messagesIn, pageLanguage } from '../text/catalogue.ts';
import { languageTag } from '../text/language-tag.ts';
import { en } from '../text/languages/en.ts';
import { line } from '../text/plain-text.ts';
import type { OwnTexts } from './own-texts.ts';

/** The field of the file. */
export const ownTexts = z.record(z.string(), line(1000)).optional();

/** Fields that depend on each other, in a file of any shape. */
const dependent = z.object({ language: languageTag, texts: z.record(z.string(), z.unknown()) });

const english = new Map<string, string>(Object.entries(en));
const pluralForm = /^(.+)_([a-z]+)$/;
/** Strings of pages and mails that belong to no letter, or to several. */
const ofNoLetter =
  /^(?:page|link|code)\.|^mail\.(?:links-|sent-by$)|^confirm\.(?:unknown|expired|resend)|^stop\.(?:unusable|gone)/;

/**
 * Checks front matter: each string must be one of ours, in a plural form of the language, with the same placeholders.
 */
export const checkOwnTexts = z.superRefine(
  (fields: unknown, { addIssue }) => {
    const { data } = dependent.safeParse(fields);
    if (!data) return;
    const page = pageLanguage(data.language);
    const complain = (message: string, ...keys: string[]) =>
      addIssue({ code: 'custom', path: ['texts', ...keys], message });
    if (baseOf(page) !== baseOf(data.language)) complain(`no pages are in "${data.language}" yet, so nothing replaces`);
    const keys = Object.keys(data.texts);
    for (const key of keys) {
      const fault = faultOf(key, data.texts[key], page);
      if (fault) complain(fault, key);
    }
    const missing = replacedTogether.filter((key) => !keys.includes(key));
    if (missing.length > 0 && agreedTo.some((key) => keys.includes(key))) {
      complain(`signers agree to these as a whole: replace ${missing.join(', ')}, too, or none of them`);
    }
  },
  // Runs even when something else in the file is wrong, so that all errors can be fixed together.
  { when: () => true },
);

const baseOf = (tag: string) => new Intl.Locale(tag).language;

function faultOf(key: string, message: unknown, language: string): string | undefined {
  const model = modelOf(key, language);
  if (model === undefined) return 'is no string of ours';
  if (ofNoLetter.test(key)) return 'is used on pages outside letters and cannot be replaced';
  if (typeof message !== 'string') return undefined;
  const wanted = placeholders(model);
  const found = placeholders(message);
  // A form for a single number may use a word for it: "One thing".
  const spared = pluralForm.test(key) && !key.endsWith('_other') ? ['{count}'] : [];
  const lost = wanted.filter((name) => !found.includes(name) && !spared.includes(name));
  const added = found.filter((name) => !wanted.includes(name));
  if (lost.length > 0) return `must hold ${lost.join(', ')}`;
  return added.length > 0 ? `holds ${added.join(', ')}, which is never filled` : undefined;
}

/** @returns the English string that it replaces, in a form that the language has */
function modelOf(key: string, language: string): string | undefined {
  const [, stem, form] = pluralForm.exec(key) ?? [];
  const forms: readonly string[] = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  return stem && form && forms.includes(form) ? english.get(`${stem}_other`) : english.get(stem ? '' : key);
}

const placeholders = (message: string) => [...new Set(message.match(/\{\w+\}/g))];

const worded = z.object({ language: languageTag, texts: z.record(z.string(), line(1000)) }).check(checkOwnTexts);

/** The strings, or the error for each; under '' those about all of them. */
export type ReadOwnTexts = { ok: true; strings: OwnTexts } | { ok: false; errors: ReadonlyMap<string, string> };

/** The same check as for a file. */
export function readOwnTexts(language: string, strings: OwnTexts): ReadOwnTexts {
  const read = worded.safeParse({ language, texts: strings });
  if (read.success) return { ok: true, strings: read.data.texts };
  const errors = new Map<string, string>();
  for (const { path, message } of read.error.issues) {
    const key = path.length > 1 ? String(path[1]) : '';
    if (!errors.has(key)) errors.set(key, message);
  }
  return { ok: false, errors };
}

/** @returns the strings that a letter may replace, by key; none when there are no pages in that language */
export async function replaceable(language: string): Promise<ReadonlyMap<string, string>> {
  const page = pageLanguage(language);
  if (baseOf(page) !== baseOf(language)) return new Map();
  const ours = Object.entries(await messagesIn(page));
  return new Map(ours.filter(([key]) => !ofNoLetter.test(key) && modelOf(key, page) !== undefined));
}
