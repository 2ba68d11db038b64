/**
 * Languages by name: which tags mean a language, and which tag a written name means. Names come from CLDR, through
 * Intl.
 */
import { foldName } from './fold.ts';

/** Codes for several languages, for none, and for an undetermined language (ISO 639-2). */
const noLanguage = new Set(['mis', 'mul', 'und', 'zxx']);
/** Languages offered in more than one script or region, because both are common. */
const variants = ['pt-BR', 'sr-Cyrl', 'sr-Latn', 'uz-Cyrl', 'zh-Hans', 'zh-Hant'];

let english: Intl.DisplayNames | undefined;

function namesInEnglish(): Intl.DisplayNames {
  english ??= new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
  return english;
}

/**
 * @returns the English name of a language, with its script or region if the tag has one; undefined when the tag means
 *   none
 */
export function languageName(tag: string): string | undefined {
  try {
    return noLanguage.has(new Intl.Locale(tag).language) ? undefined : namesInEnglish().of(tag);
  } catch {
    return undefined; // not a tag at all
  }
}

let all: ReadonlyMap<string, string> | undefined;

/** @returns the name of every language, by tag. Tries some 18,000 codes, once */
function everyLanguage(): ReadonlyMap<string, string> {
  if (all) return all;
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const pairs = letters.flatMap((one) => letters.map((other) => one + other));
  const codes = [...pairs, ...pairs.flatMap((pair) => letters.map((one) => pair + one)), ...variants];
  const named = codes.flatMap((tag): [string, string][] => {
    // Most codes have no name, which is quicker to find out than everything else about them.
    if (!namesInEnglish().of(tag)) return [];
    // A deprecated code (`iw` for `he`) is not offered beside the current one.
    const name = Intl.getCanonicalLocales(tag)[0] === tag ? languageName(tag) : undefined;
    return name === undefined ? [] : [[tag, name]];
  });
  all = new Map(named);
  return all;
}

/** @returns tags and names to choose from, by name: languages of two letters, and a few scripts and regions */
export function offeredLanguages(): readonly (readonly [tag: string, name: string])[] {
  return [...everyLanguage()]
    .filter(([tag]) => tag.length === 2 || variants.includes(tag))
    .toSorted(([, one], [, other]) => one.localeCompare(other, 'en'));
}

/**
 * @returns the tag of the language with that name in English or in the language itself (`German`, `Deutsch`); tags are
 *   not names
 */
export function languageNamed(name: string): string | undefined {
  if (languageName(name.trim()) !== undefined) return undefined;
  const wanted = foldName(name);
  return [...everyLanguage()].find(
    ([tag, known]) => foldName(known) === wanted || foldName(ownName(tag)) === wanted,
  )?.[0];
}

const ownNames = new Map<string, string>();

function ownName(tag: string): string {
  const known = ownNames.get(tag) ?? new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
  ownNames.set(tag, known);
  return known;
}
