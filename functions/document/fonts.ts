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
