/** The data that the template of each kind of page needs. */
import type { Texts } from '../../shared/text/catalogue.ts';
import { direction } from '../../shared/text/language.ts';
import { familiesWith, hanFamilyOf } from './fonts.ts';

/** @returns what every page needs: language, direction, fonts and digits */
export function pageView(language: string, texts: Texts) {
  const { language: lang, region, script } = new Intl.Locale(language).maximize();
  const han = hanFamilyOf(language);
  const isRightToLeft = direction(language) === 'rtl';
  return {
    lang,
    region: region ?? null,
    rightToLeft: isRightToLeft,
    // In points. Arabic letters are drawn smaller than Latin ones of the same size.
    textSize: script === 'Arab' ? 12 : 10.5,
    // Words of these scripts have no spaces or no hyphens to adjust a line with.
    justify: !['Arab', 'Hebr', 'Thai', 'Laoo', 'Khmr', 'Mymr'].includes(script ?? ''),
    italic: ['Latn', 'Cyrl', 'Grek'].includes(script ?? ''),
    fonts: {
      text: familiesWith(han, 'serif'),
      list: familiesWith(han, 'sans'),
    },
    digits: Array.from({ length: 10 }, (_, digit) => texts.number(digit)),
    comma: texts.text('document.comma'),
  };
}

/** @returns name of the logo among the files that the template gets */
export function logoFile(type: string): string {
  return type === 'image/png' ? 'logo.png' : 'logo.svg';
}
