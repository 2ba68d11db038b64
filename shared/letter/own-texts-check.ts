/** What stands against the strings that a letter's file brings along. Programs that serve people never load it. */
import * as z from 'zod';
import { agreedTo } from '../consent/wording.ts';
import { en } from '../text/en.ts';
import { languageTag } from '../text/language-tag.ts';
import { pageLanguage } from '../text/messages.ts';
import { line } from '../text/plain.ts';

/** The field of the file. */
export const ownTexts = z.record(z.string(), line(1000)).optional();

/** The fields that depend on one another, in a file of any shape. */
const dependent = z.object({ language: languageTag, texts: z.record(z.string(), z.unknown()) });

const english = new Map<string, string>(Object.entries(en));
const pluralForm = /^(.+)_([a-z]+)$/;
/** On pages and in mails that belong to no letter, or to several. */
const ofNoLetter =
  /^(?:page|link|code)\.|^mail\.(?:links-|sent-by$)|^confirm\.(?:unknown|expired|resend)|^stop\.(?:unusable|gone)/;

/** A check of front matter: each string is one of ours, in the forms of the language, with the same placeholders. */
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
    const missing = agreedTo.filter((key) => !keys.includes(key));
    if (missing.length > 0 && missing.length < agreedTo.length) {
      complain(`signers agree to these as a whole: replace ${missing.join(', ')}, too, or none of them`);
    }
  },
  // Also asked of a file in which something else is wrong, so that all of it is mended at once.
  { when: () => true },
);

const baseOf = (tag: string) => new Intl.Locale(tag).language;

function faultOf(key: string, message: unknown, language: string): string | undefined {
  const model = modelOf(key, language);
  if (model === undefined) return 'is no string of ours';
  if (ofNoLetter.test(key)) return 'stands on pages that belong to no letter, so that a letter cannot replace it';
  if (typeof message !== 'string') return undefined;
  const wanted = placeholders(model);
  const found = placeholders(message);
  // "One thing": a form that stands for a single number may say it in a word.
  const spared = pluralForm.test(key) && !key.endsWith('_other') ? ['{count}'] : [];
  const lost = wanted.filter((name) => !found.includes(name) && !spared.includes(name));
  const added = found.filter((name) => !wanted.includes(name));
  if (lost.length > 0) return `must hold ${lost.join(', ')}`;
  return added.length > 0 ? `holds ${added.join(', ')}, which is never filled` : undefined;
}

/** @returns the English string that it stands for, in a form that the language has */
function modelOf(key: string, language: string): string | undefined {
  const [, stem, form] = pluralForm.exec(key) ?? [];
  const forms: readonly string[] = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  return stem && form && forms.includes(form) ? english.get(`${stem}_other`) : english.get(stem ? '' : key);
}

const placeholders = (message: string) => [...new Set(message.match(/\{\w+\}/g))];
