/** One name of the parts that a list keeps in columns of their own. */

export interface NameParts {
  readonly given?: string | undefined;
  readonly middle?: string | undefined;
  readonly family?: string | undefined;
  readonly secondFamily?: string | undefined;
}

export type NameOrder = 'given-first' | 'family-first';

/** Languages in which the family name comes first. https://www.unicode.org/reports/tr35/tr35-personNames.html (nameOrderLocales) */
const familyFirst = new Set(['hu', 'ja', 'km', 'ko', 'vi', 'yue', 'zh']);

/** @returns the order in which a language writes names */
export function nameOrderOf(language: string): NameOrder {
  const [primary = ''] = language.toLowerCase().split('-');
  return familyFirst.has(primary) ? 'family-first' : 'given-first';
}

/** Names in these scripts are written without a space; names of foreigners in Katakana are not. */
const together = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Hangul}々〆ヶ]+$/u;

/** @returns the name in that order, as that language writes it, of those parts that are there */
export function personName(parts: NameParts, order: NameOrder, language: string): string {
  const { given, middle, family, secondFamily } = parts;
  const isVietnamese = /^(?:vi|km)\b/i.test(language);
  const givenNames = order === 'family-first' && isVietnamese ? [middle, given] : [given, middle];
  const familyNames = [family, secondFamily];
  const ordered = order === 'family-first' ? [...familyNames, ...givenNames] : [...givenNames, ...familyNames];
  const present = ordered.map((part) => part?.trim() ?? '').filter((part) => part !== '');
  const isTight = order === 'family-first' && present.every((part) => together.test(part));
  return present.join(isTight ? '' : ' ');
}
