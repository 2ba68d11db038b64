/** Fonts of the Word file. Microsoft Office includes them; other programs substitute similar ones. */
import type { HanFamily } from '../../shared/document/font-files.ts';
import { hanFamilyOf } from './fonts.ts';

/** Chinese characters look different by region. */
const eastAsian: Readonly<Record<HanFamily, string>> = {
  'Noto Sans SC': 'SimSun',
  'Noto Sans TC': 'PMingLiU',
  'Noto Sans JP': 'MS Mincho',
  'Noto Sans KR': 'Batang',
};

const usual = 'Times New Roman';

/** @returns a font for each group of scripts that Word knows */
export function fontsOf(language: string) {
  return { ascii: usual, hAnsi: usual, cs: usual, eastAsia: eastAsian[hanFamilyOf(language)] };
}
