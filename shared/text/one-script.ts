/**
 * Words in mixed scripts, which no language has: letters of one script replace letters of another that look the same.
 */

/** Small letters of Cyrillic and Greek that look like Latin ones (UTS 39, confusables). */
const twins: readonly (readonly [latin: string, cyrillic: string, greek: string])[] = [
  ['a', 'а', 'α'],
  ['b', 'ь', 'β'],
  ['c', 'с', 'ϲ'],
  ['d', 'ԁ', ''],
  ['e', 'е', 'ε'],
  ['h', 'һ', 'η'],
  ['i', 'і', 'ι'],
  ['j', 'ј', 'ϳ'],
  ['k', 'к', 'κ'],
  ['m', 'м', ''],
  ['n', 'п', ''],
  ['o', 'о', 'ο'],
  ['p', 'р', 'ρ'],
  ['q', 'ԛ', ''],
  ['r', 'г', ''],
  ['s', 'ѕ', ''],
  ['t', 'т', 'τ'],
  ['u', '', 'υ'],
  ['v', 'ѵ', 'ν'],
  ['w', 'ԝ', 'ω'],
  ['x', 'х', 'χ'],
  ['y', 'у', 'γ'],
];
const toLatin = new Map(twins.flatMap(([latin, ...others]) => others.map((other) => [other, latin] as const)));
const toCyrillic = new Map(twins.map(([latin, cyrillic]) => [latin, cyrillic] as const));
toLatin.delete('');

const scripts = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u] as const;
const lookedUp = (word: string, table: ReadonlyMap<string, string>) =>
  [...word].map((letter) => table.get(letter) || letter).join('');
const isMixed = (word: string) => scripts.filter((script) => script.test(word)).length > 1;

/**
 * @param folded a folded name
 * @returns the same with each mixed word in one script, where possible
 */
export function inOneScript(folded: string): string {
  return folded
    .split(' ')
    .map((word) => {
      if (!isMixed(word)) return word;
      const ways = [lookedUp(word, toLatin), lookedUp(word, toCyrillic)];
      return ways.find((way) => !isMixed(way)) ?? word;
    })
    .join(' ');
}

/** @returns the word in the other script, if each of its letters has a look-alike there: `сосо` for `coco` */
export function lookAlikeWord(word: string): string | undefined {
  for (const table of [toLatin, toCyrillic]) {
    if (word !== '' && [...word].every((letter) => table.get(letter))) return lookedUp(word, table);
  }
  return undefined;
}
