/** A translation as the fields of a form: empty fields are the same as in the original. */
import type { LetterText } from '../../../shared/letter/text.ts';
import { fieldsOfText, type ReadFields, readText } from './text-fields.ts';

type Fields = Readonly<Record<string, string>>;

/**
 * Fields that a translation need not repeat. The closing is not one of them: a letter may have none in one language.
 */
const fromOriginal = [
  'addressees',
  'convener.signatory',
  'convener.role',
  'convener.organisation',
  'convener.website',
  'convener.offices',
] as const;

/** @returns the fields, with empty ones filled from the original; a translation takes the date of the original */
export function withOriginal(fields: Fields, original: LetterText): Record<string, string> {
  const all = fieldsOfText(original);
  const taken = fromOriginal.flatMap((name) => {
    const value = fields[name] ?? all[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...fields, ...Object.fromEntries(taken), date: original.date };
}

export function readTranslation(fields: Fields, original: LetterText): ReadFields<LetterText> {
  return readText(withOriginal(fields, original));
}

/** @returns the translation as form fields; empty where it equals the original */
export function fieldsOfTranslation(text: LetterText, original: LetterText): Record<string, string> {
  const [own, all] = [fieldsOfText(text), fieldsOfText(original)];
  for (const name of fromOriginal) if (own[name] === all[name]) delete own[name];
  return own;
}

/** Of the fields for translations that are published together with a new version. */
export const togetherPrefix = 'translation.';

/** @returns these fields, to carry them from page to page */
export function togetherFields(fields: Readonly<Record<string, string | undefined>>) {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name.startsWith(togetherPrefix)));
}
