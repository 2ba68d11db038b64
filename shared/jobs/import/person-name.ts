/** Joins a name from parts that a list has in separate columns. */

export interface NameParts {
  readonly given?: string | undefined;
  readonly middle?: string | undefined;
  readonly family?: string | undefined;
  readonly secondFamily?: string | undefined;
}

export type NameOrder = 'given-first' | 'family-first';

/**
 * Languages that put the family name first. https://www.unicode.org/reports/tr35/tr35-personNames.html
 * (nameOrderLocales)
 */
const familyFirst = new Set(['hu', 'ja', 'km', 'ko', 'vi', 'yue', 'zh']);

/** @returns the order in which the language writes names */
export function nameOrderOf(language: string): NameOrder {
  const [primary = ''] = language.toLowerCase().split('-');
  return familyFirst.has(primary) ? 'family-first' : 'given-first';
}

/** Names in these scripts are written without a space. Foreign names in Katakana have one. */
const together = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Hangul}々〆ヶ]+$/u;

/** @returns the name in that order, as the language writes it, from the parts given */
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
