/** Folds names for sorting, for prefix search, and for comparing two. */

/** Invisible characters, including variation selectors (UAX 44, Default_Ignorable_Code_Point). */
const ignorable = /\p{Default_Ignorable_Code_Point}/gu;

/**
 * Accents of Latin, Greek and Cyrillic, and vowel points of Arabic and Hebrew, which people leave out. In Hindi or Thai
 * such marks are vowels and make the word; in Japanese they make another syllable (U+3099, U+309A).
 */
const marks =
  /(?![\u3099\u309a])[\p{Script=Inherited}\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0653-\u0655\u0670]/gu;

/**
 * Letters that do not decompose, as people write them on another keyboard (CLDR, Latin-ASCII), and letters that two
 * languages encode differently.
 */
const others: Readonly<Record<string, string>> = {
  ...{ ł: 'l', ø: 'o', đ: 'd', ð: 'd', ħ: 'h', ŧ: 't', ŋ: 'n', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th' },
  ...{ ə: 'e', ɛ: 'e', ǝ: 'e', ɔ: 'o', ɓ: 'b', ɗ: 'd', ɖ: 'd', ƙ: 'k', ƴ: 'y', ɣ: 'g', ɲ: 'n', ƒ: 'f', ʋ: 'v' },
  ...{ ɨ: 'i', ʉ: 'u', ŀ: 'l', ĸ: 'q', ς: 'σ' },
  // Arabic and Persian kaf and yeh, and the stroke that only stretches a word.
  ...{ ک: 'ك', ی: 'ي', ى: 'ي', ـ: '' },
};
const otherLetters = new RegExp(`[${Object.keys(others).join('')}]`, 'gu');

/**
 * @returns the name without accents, case, punctuation, repeated space and invisible characters, in letters of any
 *   keyboard: `L’Écho–Été` → `l echo ete`, `Łódź` → `lodz`. Folding it again changes nothing
 */
export function foldName(name: string): string {
  return name
    .replace(ignorable, '')
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(ignorable, '')
    .replace(marks, '')
    .replace(otherLetters, (letter) => others[letter] ?? letter)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}
