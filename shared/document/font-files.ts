/**
 * The fonts of documents: Noto, under the SIL Open Font License, from npm packages of one family each. They cover the
 * scripts that Unicode recommends for identifiers, and most of those in limited use (UAX 31, tables 5 and 7).
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Families in the order in which a character is looked up, for names and for all other text in sans serif. */
export const sansFamilies = [
  'Noto Sans',
  ...['Arabic', 'Hebrew', 'Devanagari', 'Bengali', 'Gurmukhi', 'Gujarati', 'Oriya', 'Tamil', 'Telugu', 'Kannada'],
  ...['Malayalam', 'Sinhala', 'Thai', 'Lao', 'Myanmar', 'Khmer', 'Georgian', 'Armenian', 'Ethiopic', 'Thaana'],
  ...['Adlam', 'Balinese', 'Canadian Aboriginal', 'Chakma', 'Cham', 'Cherokee', 'Hanifi Rohingya', 'Javanese', 'Lisu'],
  ...['Meetei Mayek', 'Mongolian', 'NKo', 'Ol Chiki', 'Osage', 'Syriac', 'Tai Viet', 'Tifinagh', 'Vai', 'Yi'],
  'Noto Serif Tibetan',
  'Noto Serif Nyiakeng Puachue Hmong',
  ...['Symbols', 'Symbols 2'],
  'Noto Emoji',
].map((family) => (family.startsWith('Noto ') ? family : `Noto Sans ${family}`));

/**
 * Families with Chinese characters. The first one covers most of them; each draws some of them in the style of its
 * region.
 */
export const hanFamilies = ['Noto Sans SC', 'Noto Sans JP', 'Noto Sans KR', 'Noto Sans TC'] as const;
export type HanFamily = (typeof hanFamilies)[number];

/** Families for the text of a letter, where the script has one with serifs. */
export const serifFamilies = ['Noto Serif', 'Noto Naskh Arabic', 'Noto Serif Hebrew', 'Noto Serif Devanagari'] as const;

const weights = ['400Regular', '700Bold'];
const withItalics: readonly string[] = ['Noto Sans', 'Noto Serif'];

/**
 * @param packages the folder `@expo-google-fonts` among the installed packages
 * @returns the font files that documents need, and the licence of each family
 * @throws when a package is missing
 */
export function findFontFiles(packages: string): { fonts: string[]; licences: { family: string; path: string }[] } {
  const families = [...serifFamilies, ...sansFamilies, ...hanFamilies];
  return {
    fonts: families.flatMap((family) => {
      const styles = withItalics.includes(family) ? [...weights, '400Regular_Italic'] : weights;
      const files = readdirSync(join(packages, packageOf(family)), { recursive: true, encoding: 'utf8' });
      const found = styles.flatMap((style) => files.find((file) => file.endsWith(`_${style}.ttf`)) ?? []);
      if (found.length === 0) throw new Error(`the font package ${family} has no regular style`);
      return found.map((file) => join(packages, packageOf(family), file));
    }),
    licences: families.map((family) => ({ family, path: licenceOf(packages, family) })),
  };
}

const packageOf = (family: string) => family.replace('NKo', 'N Ko').toLowerCase().replaceAll(' ', '-');

/** An old package has no file of its own; the licence of all is the same. */
function licenceOf(packages: string, family: string): string {
  const own = join(packages, packageOf(family), 'LICENSE_FONT');
  return existsSync(own) ? own : join(packages, packageOf('Noto Sans'), 'LICENSE_FONT');
}
