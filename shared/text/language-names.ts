/** Languages by name: which tags mean one, and which tag somebody means who writes its name. Names are CLDR's, by Intl. */
import { foldName } from './fold.ts';

/** Codes for more than one language, for none, and for a language that nobody knows (ISO 639-2). */
const noLanguage = new Set(['mis', 'mul', 'und', 'zxx']);
/** What is written in more than one way often enough to be offered as such. */
const variants = ['pt-BR', 'sr-Cyrl', 'sr-Latn', 'uz-Cyrl', 'zh-Hans', 'zh-Hant'];

let english: Intl.DisplayNames | undefined;

/** @returns the English name of a language, in a script or region if the tag says so; undefined when the tag means none */
export function languageName(tag: string): string | undefined {
  english ??= new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
  try {
    return noLanguage.has(new Intl.Locale(tag).language) ? undefined : english.of(tag);
  } catch {
    return undefined; // not a tag at all
  }
}

let all: ReadonlyMap<string, string> | undefined;

/** @returns the name of every language, by its tag. Some 18,000 codes are tried, once */
function everyLanguage(): ReadonlyMap<string, string> {
  if (all) return all;
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const pairs = letters.flatMap((one) => letters.map((other) => one + other));
  const codes = [...pairs, ...pairs.flatMap((pair) => letters.map((one) => pair + one)), ...variants];
  const named = codes.flatMap((tag): [string, string][] => {
    // One that stands for another (`iw` for `he`) is not offered beside it.
    const name = Intl.getCanonicalLocales(tag)[0] === tag ? languageName(tag) : undefined;
    return name === undefined ? [] : [[tag, name]];
  });
  all = new Map(named);
  return all;
}

/** @returns tags with names to choose from, by name: languages of two letters, and a few ways to write them */
export function offeredLanguages(): readonly (readonly [tag: string, name: string])[] {
  return [...everyLanguage()]
    .filter(([tag]) => tag.length === 2 || variants.includes(tag))
    .toSorted(([, one], [, other]) => one.localeCompare(other, 'en'));
}

/** @returns the tag of the language that has that name in English or in itself (`German`, `Deutsch`); a tag is no name */
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
