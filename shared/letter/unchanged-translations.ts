/**
 * The translations of a letter when its text changes. Those that are updated at the same time belong to the new version.
 * For each of the others somebody has to choose (docs/decisions/090-translations-of-an-earlier-version.md).
 */
import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import { currentVersion, type Letter, languagesOf } from './letter.ts';
import type { LetterText } from './text.ts';

/**
 * - `still-fits`: its words are a correct translation of the new version too
 * - `keep-older`: readers still get it, marked as a translation of the earlier version, and sign that version
 * - `hide`: readers of this language get another translation or the original
 */
export const translationChoice = z.enum(['still-fits', 'keep-older', 'hide']);
export type TranslationChoices = Readonly<Record<string, z.infer<typeof translationChoice>>>;

/** A translation that the current version does not have. */
export interface EarlierText {
  /** The id of the newest version that has it. */
  readonly version: string;
  readonly text: LetterText;
  /** The official text of that version. */
  readonly original: LetterText;
}

/** A letter with its texts, by language. */
export interface LetterWithTexts {
  readonly letter: Letter;
  /** Of the current version. */
  readonly texts: ReadonlyMap<string, LetterText>;
  /** Translations of earlier versions, where the current one has none. Readers get those that its `older` names. */
  readonly earlier: ReadonlyMap<string, EarlierText>;
}

export type PlacedTranslations =
  /** The translations of the version, and its `older`. */
  | { readonly ok: true; readonly texts: readonly LetterText[]; readonly older: Readonly<Record<string, string>> }
  /** These are on the page, and nobody has chosen. */
  | { readonly ok: false; readonly undecided: readonly string[] };

/**
 * @param next the text in the first language, and the translations that came with it, updated or not
 * @returns where each translation belongs. Without a new version or a choice, one that was not updated stays where it is
 */
export function placeTranslations(
  before: LetterWithTexts,
  next: { readonly original: LetterText; readonly translations: readonly LetterText[]; readonly isNewVersion: boolean },
  choices: TranslationChoices,
): PlacedTranslations {
  const { letter, texts: current } = before;
  const onPage = languagesOf(letter);
  const older = new Map(next.isNewVersion ? [] : Object.entries(currentVersion(letter).older ?? {}));
  const given = new Map(next.translations.map((text) => [text.language, text]));
  const known = knownTranslations(before);
  const undecided: string[] = [];
  const texts = next.translations.filter((text) => {
    const last = known.get(text.language);
    return !last || !hasSameWords(last.text, text) || (!next.isNewVersion && current.has(text.language));
  });
  const settled = new Set(texts.map(({ language }) => language));
  for (const [language, last] of known) {
    if (settled.has(language) || (!next.isNewVersion && current.has(language))) continue;
    const choice = choices[language];
    if (choice === 'still-fits') {
      texts.push(given.get(language) ?? followOriginal(last.text, last.original, next.original));
    } else if (choice === 'keep-older') older.set(language, last.version);
    else if (choice === 'hide') older.delete(language);
    else if (next.isNewVersion && onPage.includes(language)) undecided.push(language);
  }
  for (const { language } of texts) older.delete(language);
  return undecided.length > 0 ? { ok: false, undecided } : { ok: true, texts, older: Object.fromEntries(older) };
}

/** @returns the newest translation in each language, whether readers get it or not */
function knownTranslations({ letter, texts, earlier }: LetterWithTexts): Map<string, EarlierText> {
  const original = texts.get(letter.language);
  const { id } = currentVersion(letter);
  const current = [...texts].flatMap(([language, text]) =>
    original && language !== letter.language ? [[language, { version: id, text, original }] as const] : [],
  );
  return new Map([...current, ...earlier]);
}

/** The date, and what a translation may copy from the original, do not make it another translation. */
function hasSameWords(one: LetterText, other: LetterText): boolean {
  const words = ({ title, salutation, body, closing = '' }: LetterText) => [title, salutation, body.trim(), closing];
  return isDeepStrictEqual(words(one), words(other));
}

/**
 * @param before the original that it translates
 * @returns the translation with the date of the new original; parts that it had copied are updated too
 */
export function followOriginal(translation: LetterText, before: LetterText, after: LetterText): LetterText {
  const { addressees, convener } = translation;
  const taken = <Value>(own: Value, was: Value, is: Value) => (isDeepStrictEqual(own, was) ? is : own);
  const [was, is] = [before.convener, after.convener];
  return {
    ...translation,
    date: after.date,
    addressees: taken(addressees, before.addressees, after.addressees),
    convener: {
      organisation: taken(convener.organisation, was.organisation, is.organisation),
      signatory: taken(convener.signatory, was.signatory, is.signatory),
      role: taken(convener.role, was.role, is.role),
      website: taken(convener.website, was.website, is.website),
      offices: taken(convener.offices, was.offices, is.offices),
    },
  };
}
