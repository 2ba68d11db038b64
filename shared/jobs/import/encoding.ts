/**
 * Detects the encoding of a text file. UTF-8 and UTF-16 are recognised reliably. Older encodings are guessed from the
 * words that they produce; the importing member sees the result and can choose another.
 */
import { commonHan, languagesOf } from './alphabets.ts';
import { type Encoding, encoding } from './reading-choice.ts';

/** Candidates in order of preference: of two that fit equally well, the more common comes first. */
const guessed = encoding.options.filter((one) => !one.startsWith('utf-'));
const wide: readonly Encoding[] = ['shift_jis', 'euc-jp', 'gb18030', 'big5', 'euc-kr'];

/** @returns the text without its byte-order mark; undefined when the bytes are not in that encoding */
export function decode(bytes: Uint8Array, from: Encoding): string | undefined {
  // A file that is UTF-8 except for a few characters is read as UTF-8. Damaged characters are reported by line.
  const fatal = from !== 'utf-8';
  try {
    return new TextDecoder(from, { fatal }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** @param language of the letter: a hint at the language of its signers */
export function findEncoding(bytes: Uint8Array, language: string): Encoding {
  const [first = 0, second = 0, third = 0] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, sampled);
  const zeros = [0, 1].map((odd) => sample.filter((byte, index) => byte === 0 && index % 2 === odd).length);
  const [even = 0, odd = 0] = zeros;
  if (odd > sample.length / 5 && even < odd / 10) return 'utf-16le';
  if (even > sample.length / 5 && odd < even / 10) return 'utf-16be';
  if (isMostlyUtf8(bytes)) return 'utf-8';
  const fragment = foreignParts(bytes);
  const scored = guessed.map((candidate) => ({ candidate, score: scoreOf(fragment, candidate, language) }));
  return scored.toSorted((a, b) => b.score - a.score)[0]?.candidate ?? 'windows-1252';
}

const sampled = 64 * 1024;

/** @returns whether the characters beyond ASCII are UTF-8, except for a few damaged ones */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  const damaged = text.match(/\ufffd/g)?.length ?? 0;
  if (damaged === 0) return true;
  const whole = text.match(/[^\0-\u007f\ufffd]/g)?.length ?? 0;
  return whole > 20 * damaged;
}

/** Words with bytes beyond ASCII. Only these tell encodings apart, and most of a 4 MB file is ASCII. */
function foreignParts(bytes: Uint8Array): Uint8Array {
  const found: number[] = [];
  const isSpace = (byte: number) => byte <= 0x20 || byte === 0x2c || byte === 0x3b || byte === 0x22;
  let start = 0;
  let isForeign = false;
  for (let at = 0; at <= bytes.length && found.length < sampled; at += 1) {
    const byte = bytes[at] ?? 0x20;
    if (byte >= 0x80) isForeign = true;
    if (!isSpace(byte)) continue;
    if (isForeign) found.push(...bytes.subarray(start, Math.min(at, start + 500)), 0x20);
    start = at + 1;
    isForeign = false;
  }
  return Uint8Array.from(found);
}

function scoreOf(fragment: Uint8Array, candidate: Encoding, language: string): number {
  const text = decode(fragment, candidate);
  if (text === undefined) return Number.NEGATIVE_INFINITY;
  const words = text.split(/[\s\p{Pd}/]+/u).filter((word) => /[^\0-\u007f]/.test(word));
  if (words.length === 0) return 0;
  const alphabets = languagesOf(candidate);
  const fluent = new Map<string, number>();
  let sum = 0;
  for (const word of words) {
    const spoken = alphabets.filter((alphabet) => alphabet.covers(word));
    for (const { language: one } of spoken) fluent.set(one, (fluent.get(one) ?? 0) + 1);
    sum += scoreWord(word, wide.includes(candidate)) + (wide.includes(candidate) ? 0 : spoken.length > 0 ? 1 : -1);
  }
  const [primary = ''] = language.toLowerCase().split('-');
  const mainLanguage = Math.max(0, ...fluent.values());
  const isExpected = alphabets.some((alphabet) => alphabet.language === primary);
  return (
    (sum + mainLanguage / 2) / words.length + (isExpected ? 0.3 : 0) + ((fluent.get(primary) ?? 0) / words.length) * 0.4
  );
}

const scripts = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Hebrew}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Thai}/u,
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u,
  /\p{Script=Hangul}/u,
];

/** @returns how plausible the word is; below 0 when no language writes it so */
function scoreWord(word: string, isWide: boolean): number {
  let score = 0;
  const letters = word.replace(/^[\p{P}\p{S}]+|[\p{P}\p{S}\d]+$/gu, '');
  if (scripts.filter((script) => script.test(letters)).length > 1) score -= 2;
  if (/[\u0080-\u009f\ufffd\p{Co}]/u.test(word)) score -= 3;
  // Characters that no language writes between letters: `M³ller`.
  if (/[^\0-\u007f’‘·ʼ״׳](?<![\p{L}\p{M}])/u.test(letters)) score -= 2;
  // KOI8 and Windows-1251 swap capitals and small letters.
  if (/\p{Ll}\p{Lu}/u.test(letters.replace(/^(?:Mc|Mac|De|Di|La|Le|Van|O['’])/u, ''))) score -= 1.5;
  if (!isWide) return score;
  const signs = [...letters].filter((sign) => sign > '\u007f');
  const known = signs.filter(
    (sign) => commonHan.has(sign) || /[\p{Script=Hiragana}\p{Script=Hangul}\u30a0-\u30ff]/u.test(sign),
  );
  const odd = signs.filter((sign) => /[\uff61-\uff9f\p{P}\p{S}]/u.test(sign));
  return score + (signs.length === 0 ? 0 : (1.6 * known.length - odd.length) / signs.length);
}
