/** Plans what importing a file changes about a letter. Pure: the caller writes the plan. */
import { isDeepStrictEqual } from 'node:util';
import type { LetterFile, Translation } from './file.ts';
import { currentVersion, type Letter, type LetterVersion } from './letter.ts';
import { unsupportedIn } from './markdown.ts';
import { type OwnWording, wordingsIn } from './own-texts.ts';
import { needsPrivacy, staysClosed } from './refusals.ts';
import { hashText, type LetterText } from './text.ts';
import { colourFault } from './tints.ts';
import { type LetterWithTexts, placeTranslations, type TranslationChoices } from './unchanged-translations.ts';

export interface ImportOptions {
  readonly now: Date;
  /** Also open the letter for signing. */
  readonly open: boolean;
  /** The reason for a change of text that only corrects spelling or a translation: the version stays the same. */
  readonly correction?: string | undefined;
  /** By language, for translations that did not change with the text. */
  readonly unchanged?: TranslationChoices | undefined;
}

export type ImportPlan =
  /** `undecided`: languages that `ImportOptions.unchanged` has to name. */
  | { outcome: 'refused'; why: string; undecided?: readonly string[] }
  | { outcome: 'unchanged'; letter: Letter }
  | {
      outcome: 'created' | 'rewritten' | 'new-version' | 'corrected' | 'updated';
      letter: Letter;
      texts: LetterText[];
      /** Wordings that signers can be shown from now on and that are not stored yet. */
      wordings: OwnWording[];
    };

type Planned = ImportPlan extends infer Plan
  ? Plan extends { wordings: unknown }
    ? Omit<Plan, 'wordings'>
    : Plan
  : never;

/**
 * Maximum size of the letter's own strings in all languages together, in bytes: they are read with the letter, on every
 * request.
 */
const maxOwnTexts = 60_000;

/**
 * Importing the same file again changes nothing. A changed text in the first language makes a new version, unless a
 * correction says why it is the same letter. A changed translation is always a correction, since the first language is
 * binding. A draft, which nobody has signed, is overwritten, so that its earlier texts are not kept. With a new version,
 * each translation that did not change needs a choice.
 *
 * @param before the stored letter; undefined for a new one
 */
export function planImport(
  before: LetterWithTexts | undefined,
  file: LetterFile,
  translations: readonly Translation[],
  options: ImportOptions,
): ImportPlan {
  const texts = [file.text, ...translations.map(({ ownTexts: _, ownPrivacy: _said, ...text }) => text)];
  const languages = texts.map(({ language }) => language);
  const repeated = languages.find((language, index) => languages.indexOf(language) !== index);
  if (repeated) return refused(`Two files are in the language "${repeated}".`);
  if (options.open && !file.settings.privacy) {
    return refused(needsPrivacy);
  }
  const { colour } = file.settings;
  const fault = colour === undefined ? undefined : colourFault(colour);
  if (fault) return refused(`The colour ${fault}.`);
  const said = ownPrivacyOf(before?.letter, translations);
  const head = { ...headOf(file), ...ownOf(before?.letter, file, translations), ownPrivacy: said };
  if (Buffer.byteLength(JSON.stringify(head.ownTexts)) > maxOwnTexts) {
    return refused(`The strings under \`texts\`, all languages together, are longer than ${maxOwnTexts} bytes.`);
  }
  const fresh = texts.filter(({ language, body }) => before?.texts.get(language)?.body !== body);
  for (const { language, body } of fresh) {
    const [lost] = unsupportedIn(body);
    if (lost) return refused(`The text in "${language}", line ${lost.line}: ${lost.message}.`);
  }
  const plan = before ? planChange(before, head, file, texts, options) : planCreation(head, file, texts, options);
  if (!('texts' in plan)) return plan;
  const had = before?.letter.wordings ?? [];
  const wordings = wordingsIn(head.ownTexts).filter(({ id }) => !had.includes(id));
  // The same words in two languages, such as two kinds of English, are one wording.
  return {
    ...plan,
    wordings: wordings.filter(({ id }, index) => wordings.findIndex((one) => one.id === id) === index),
  };
}

type Head = ReturnType<typeof headOf> & ReturnType<typeof ownOf> & Pick<Letter, 'ownPrivacy'>;

/** A language that is not part of this import keeps its sentences. */
function ownPrivacyOf(before: Letter | undefined, translations: readonly Translation[]): Letter['ownPrivacy'] {
  const imported = new Set(translations.map(({ language }) => language));
  const kept = Object.entries(before?.ownPrivacy ?? {}).filter(([language]) => !imported.has(language));
  const fresh = translations.flatMap(({ language, ownPrivacy }) =>
    ownPrivacy ? [[language, ownPrivacy] as const] : [],
  );
  return Object.fromEntries([...kept, ...fresh]);
}

/** A language that is not part of this import keeps its strings and its text. */
function ownOf(before: Letter | undefined, file: LetterFile, translations: readonly Translation[]) {
  const own = { ...before?.ownTexts };
  delete own[file.text.language];
  for (const { language } of translations) delete own[language];
  for (const { language, ownTexts } of [{ ...file.text, ownTexts: file.ownTexts }, ...translations]) {
    if (ownTexts && Object.keys(ownTexts).length > 0) own[language] = { ...ownTexts };
  }
  const ids = wordingsIn(own).map(({ id }) => id);
  return { ownTexts: own, wordings: [...new Set([...(before?.wordings ?? []), ...ids])] };
}

function planCreation(head: Head, file: LetterFile, texts: LetterText[], { now, open }: ImportOptions): Planned {
  const at = now.toISOString();
  const letter: Letter = {
    ...head,
    state: open ? 'open' : 'draft',
    versions: [makeVersion(texts, file.text, at)],
    corrections: [],
    removed: [],
    partners: [],
    followedBy: [],
    revision: 1,
    updatedAt: at,
  };
  return { outcome: 'created', letter, texts };
}

function planChange(
  before: LetterWithTexts,
  head: Head,
  file: LetterFile,
  given: LetterText[],
  { now, open, correction, unchanged = {} }: ImportOptions,
): Planned {
  const { letter, texts: known } = before;
  if (file.text.language !== letter.language) {
    return refused(`The letter's first language is "${letter.language}"; it stays the one that binds.`);
  }
  if (open && letter.state !== 'draft' && letter.state !== 'open') return refused(staysClosed);
  const at = now.toISOString();
  const isDraft = letter.state === 'draft';
  const version = currentVersion(letter);
  const reworded = given
    .filter(({ language }) => version.texts[language])
    .filter((text) => version.texts[text.language] !== hashText(text));
  const isNewVersion = !isDraft && reworded.some(({ language }) => language === letter.language) && !correction;
  if (!isDraft && !isNewVersion && reworded.length > 0 && !correction) {
    const which = reworded.map(({ language }) => language).join(', ');
    return refused(`The translation changed (${which}) but not the original: say why with --correction "…".`);
  }
  const id = hashText(file.text);
  if (isNewVersion && letter.versions.some((older) => older.id === id)) {
    return refused('This text was a version of the letter before; going back to it needs --correction "…".');
  }
  const translations = given.filter(({ language }) => language !== letter.language);
  const placed = placeTranslations(before, { original: file.text, translations, isNewVersion }, unchanged);
  if (!placed.ok) return undecided(placed.undecided);
  const texts = [file.text, ...placed.texts];
  const changed = texts.filter((text) => !sameData(known.get(text.language), text));
  const next: Letter = {
    ...letter,
    ...head,
    state: open ? 'open' : letter.state,
    versions: versionsAfter(letter, { isNewVersion, version: makeVersion(texts, file.text, at, placed.older) }),
    corrections:
      isNewVersion || isDraft
        ? letter.corrections
        : [
            ...letter.corrections,
            ...reworded.map((text) => ({
              at,
              version: version.id,
              language: text.language,
              from: version.texts[text.language] ?? '',
              to: hashText(text),
              why: correction ?? '',
            })),
          ],
    revision: letter.revision + 1,
    updatedAt: at,
  };
  if (isNewVersion) return { outcome: 'new-version', letter: next, texts };
  if (isDraft && reworded.length > 0) return { outcome: 'rewritten', letter: next, texts: changed };
  if (reworded.length > 0) return { outcome: 'corrected', letter: next, texts: changed };
  const touched = { revision: letter.revision, updatedAt: letter.updatedAt };
  if (changed.length === 0 && sameData({ ...next, ...touched }, letter)) return { outcome: 'unchanged', letter };
  return { outcome: 'updated', letter: next, texts: changed };
}

function headOf({ slug, text, settings }: LetterFile) {
  return { slug, language: text.language, title: text.title, date: text.date, settings };
}

function makeVersion(
  texts: readonly LetterText[],
  original: LetterText,
  at: string,
  older: Readonly<Record<string, string>> = {},
): LetterVersion {
  return { id: hashText(original), at, texts: hashesOf(texts), ...(Object.keys(older).length > 0 ? { older } : {}) };
}

/** Adds a version, or replaces or adds texts of the last one. The version of a draft is replaced. */
function versionsAfter(
  { versions, state }: Letter,
  { isNewVersion, version }: { isNewVersion: boolean; version: LetterVersion },
): Letter['versions'] {
  if (isNewVersion) return [...versions, version];
  const [first, ...rest] = versions;
  const last = rest.pop();
  const withTexts = ({ older: _, ...one }: LetterVersion): LetterVersion => {
    const texts = { ...one.texts, ...version.texts };
    const kept = state === 'draft' && one.id !== version.id ? version : { ...one, older: version.older };
    return { ...kept, texts };
  };
  return last ? [first, ...rest, withTexts(last)] : [withTexts(first)];
}

function hashesOf(texts: readonly LetterText[]): Record<string, string> {
  return Object.fromEntries(texts.map((text) => [text.language, hashText(text)]));
}

/** Ignores undefined fields and the order of fields, since the table keeps neither. */
function sameData(one: unknown, other: unknown): boolean {
  const plain = (value: unknown): unknown => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));
  return isDeepStrictEqual(plain(one), plain(other));
}

function undecided(languages: readonly string[]): Planned {
  const why = `These translations did not change with the text: ${languages.join(', ')}. For each, choose whether it still fits the new version, is kept and marked as a translation of the earlier one, or is hidden.`;
  return { outcome: 'refused', why, undecided: languages };
}

function refused(why: string): { outcome: 'refused'; why: string } {
  return { outcome: 'refused', why };
}
