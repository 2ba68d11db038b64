/** A translation as the fields of a form: what is left empty is as in the original. */
import type { LetterText } from '../../../shared/letter/text.ts';
import { fieldsOfText, type ReadFields, readText } from './text-fields.ts';

type Fields = Readonly<Record<string, string>>;

/** What a translation need not say again. The closing is not among them: a letter may have none in one language. */
const fromOriginal = [
  'addressees',
  'convener.signatory',
  'convener.role',
  'convener.organisation',
  'convener.website',
  'convener.offices',
] as const;

/** @returns the fields with what was left empty taken from the original; a translation is dated as the original is */
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

/** @returns what the form shows of a translation: nothing where it is as the original */
export function fieldsOfTranslation(text: LetterText, original: LetterText): Record<string, string> {
  const [own, all] = [fieldsOfText(text), fieldsOfText(original)];
  for (const name of fromOriginal) if (own[name] === all[name]) delete own[name];
  return own;
}
