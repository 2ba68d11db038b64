/** The places in a name at which a search may begin: each word, and each letter of scripts without spaces. */
import { foldName } from './fold.ts';
import { inOneScript } from './one-script.ts';

/** Scripts that write words without spaces (UAX 29 leaves their words to dictionaries). */
const spaceless =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** @returns the words of a name as they are compared, in order: folded, and each in one script */
export function nameWords(name: string): string[] {
  return inOneScript(foldName(name))
    .split(' ')
    .filter((word) => word !== '');
}

/** @returns the words, and of those in scripts without spaces also each rest: `中国律师` → `中国律师`, `国律师`, `律师`, `师` */
export function wordStarts(name: string): string[] {
  return nameWords(name).flatMap((word) => (spaceless.test(word) ? restsOf(word) : [word]));
}

function restsOf(word: string): string[] {
  const letters = [...word];
  // A rest starts at a letter, not at a mark on one.
  return letters.flatMap((letter, at) => (at > 0 && /^\p{M}$/u.test(letter) ? [] : [letters.slice(at).join('')]));
}

/** @returns whether each typed word begins one of the name's; true for a search without letters */
export function matchesWords(name: string, typed: string): boolean {
  const starts = wordStarts(name);
  return nameWords(typed).every((word) => starts.some((start) => start.startsWith(word)));
}
