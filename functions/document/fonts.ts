/** Which font families a text is set in. Typst shows no character in a family that is not named here. */
import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  findFontFiles,
  type HanFamily,
  hanFamilies,
  sansFamilies,
  serifFamilies,
} from '../../shared/document/font-files.ts';

/** Chinese characters look different by region; this is the family for each. */
const regions: Readonly<Record<string, HanFamily>> = {
  ...{ JP: 'Noto Sans JP', KR: 'Noto Sans KR', KP: 'Noto Sans KR' },
  ...{ TW: 'Noto Sans TC', HK: 'Noto Sans TC', MO: 'Noto Sans TC', CN: 'Noto Sans SC', SG: 'Noto Sans SC' },
};

/** @returns the family that draws Chinese characters as readers of that language expect them */
export function hanFamilyOf(language: string): HanFamily {
  const { script, region = '' } = new Intl.Locale(language).maximize();
  if (script === 'Hant') return 'Noto Sans TC';
  return regions[region] ?? 'Noto Sans SC';
}

/**
 * @returns the family for the Chinese characters of a name: by its own letters, then by the country; undefined when the
 *   letter's language decides, or there are none
 */
export function hanFamilyOfName(name: string, country: string | undefined): HanFamily | undefined {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(name)) return 'Noto Sans JP';
  if (/\p{Script=Hangul}/u.test(name)) return 'Noto Sans KR';
  return /\p{Script=Han}/u.test(name) && country !== undefined ? regions[country] : undefined;
}

/** @returns the families to look a character up in, in this order */
export function familiesWith(han: HanFamily, style: 'serif' | 'sans'): string[] {
  const [latin = '', ...others] = sansFamilies;
  const hans = [han, ...hanFamilies.filter((family) => family !== han)];
  return [...(style === 'serif' ? serifFamilies : []), latin, ...hans, ...others];
}

/** Scripts whose family has a different name. */
const familyNames: Readonly<Record<string, string>> = {
  Nko: 'Noto Sans NKo',
  Tibetan: 'Noto Serif Tibetan',
  Nyiakeng_Puachue_Hmong: 'Noto Serif Nyiakeng Puachue Hmong',
};

/** Not the first family, which has Latin, Greek and Cyrillic letters and is always looked at. */
const byScript: readonly (readonly [family: string, letters: RegExp])[] = sansFamilies.slice(1).flatMap((family) => {
  const named = Object.entries(familyNames).find(([, name]) => name === family)?.[0];
  const script = named ?? family.replace('Noto Sans ', '').replaceAll(' ', '_');
  return /Symbols|Emoji/.test(script) ? [] : [[family, new RegExp(`\\p{Script=${script}}`, 'u')] as const];
});

/** Letters, and the punctuation and full-width forms that come with them. */
const eastAsian =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u3000-\u33ff\uff00-\uffef]/u;

/**
 * Typst looks up each character in one family after the other, and keeps what it found for each text. With the few
 * families of its scripts, a name takes half the memory.
 *
 * @param families those of `familiesWith`
 * @returns those of them that have the letters of the text, in the same order. Signs that several scripts use may be in
 *   others
 */
export function familiesFor(text: string, families: readonly string[]): string[] {
  const isEastAsian = eastAsian.test(text);
  const needed = new Set(byScript.filter(([, letters]) => letters.test(text)).map(([family]) => family));
  const isHan = (family: string) => hanFamilies.some((one) => one === family);
  return families.filter((family, place) => place === 0 || needed.has(family) || (isEastAsian && isHan(family)));
}

/** @returns paths of the font files: beside the bundle on Lambda, else in the installed packages */
export function fontPaths(): string[] {
  const bundled = fileURLToPath(new URL('fonts', import.meta.url));
  if (existsSync(bundled)) {
    return readdirSync(bundled)
      .filter((file) => file.endsWith('.ttf'))
      .toSorted()
      .map((file) => join(bundled, file));
  }
  const installed = createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans/package.json');
  return findFontFiles(dirname(dirname(installed))).fonts;
}
