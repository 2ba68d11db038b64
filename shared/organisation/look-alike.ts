/**
 * Decides whether two names may mean the same organisation despite differences in script, punctuation or legal form.
 */
import { foldName } from '../text/fold.ts';
import { lookAlikeWord } from '../text/one-script.ts';

/** Legal forms, which say nothing about which organisation it is. Folded. */
const legalForms = new Set(
  (
    'ag aktiengesellschaft asbl asociacion association assoc association a b ab aps as bv bvba ca co company corp corporation ' +
    'cv ev e v eg ente eingetragener verein foundation fundacion fundacja gemeinnutzige gmbh ggmbh gbr gug inc incorporated kg ' +
    'kft limited llc llp lp ltd mbh nfp ngo ngos nonprofit npo nv ong onlus oo ooo oy oyj plc pte pty sa sarl sas sca sl sp z o spa ' +
    'srl stichting stiftung stowarzyszenie s r o the trust ug verein vzw zs z s ' +
    'ано ао ассоциация гбу зао ип мбу мфоо нко нп ооо оо пао рмоо роо тоо уп фонд чп чуп'
  ).split(' '),
);

/** Cyrillic and Greek in Latin letters, as near to common spelling as one letter at a time allows. */
const latin: Readonly<Record<string, string>> = {
  ...pairs('абвгдезийклмнопрстуфыэ', 'a b v g d e z i i k l m n o p r s t u f y e'),
  ...pairs('жхцчшщюяъьёєіїґў', 'zh kh ts ch sh shch iu ia - - e e i i g u'),
  ...pairs('қғңәөұүһ', 'k g n a o u u h'),
  ...pairs('αβγδεζηθικλμνξοπρστυφχψωςά', 'a v g d e z i th i k l m n x o p r s t y f ch ps o s a'),
};

function pairs(letters: string, written: string): Record<string, string> {
  const words = written.split(' ');
  return Object.fromEntries([...letters].map((letter, place) => [letter, (words[place] ?? '').replace('-', '')]));
}

const toLatin = (folded: string) => [...folded].map((letter) => latin[letter] ?? letter).join('');

/** Spellings of the same sound that are used interchangeably when another script is written in Latin letters. */
const sameSound = [
  [/shch/g, 'sch'],
  [/kh/g, 'h'],
  [/ts/g, 'c'],
  [/ph/g, 'f'],
  [/(iu|yu|ju)/g, 'u'],
  [/(ia|ya|ja)/g, 'a'],
  [/[yj]/g, 'i'],
  [/w/g, 'v'],
  [/(.)\1+/g, '$1'],
] as const;

/** @returns the words of the name without legal forms; all of them when nothing else is left */
function wordsOf(name: string): string[] {
  const words = foldName(name).split(' ');
  const telling = words.filter((word) => !legalForms.has(word));
  return telling.length > 0 ? telling : words;
}

/**
 * @returns the name reduced to be equal for look-alikes: without script, spelling variants, punctuation and legal form
 */
export function skeleton(name: string): string {
  const plain = toLatin(wordsOf(name).join(''));
  return sameSound.reduce((text, [from, to]) => text.replace(from, to), plain);
}

/**
 * Loads the table of confusable letters on first use.
 *
 * @returns the visual form of a name in any script: equal for names that look the same (UTS 39, 4)
 */
export async function visualSkeleton(name: string): Promise<string> {
  const { default: unhomoglyph } = await import('unhomoglyph');
  // Folding has lowered all letters. Letters that look alike only as capitals or digits are made equal, too.
  return unhomoglyph(foldName(name).replaceAll(' ', ''))
    .normalize('NFD')
    .replace(/[i1]/g, 'l')
    .replaceAll('0', 'o')
    .toLowerCase();
}

/** Minimum length of a distinctive word: shorter ones are common to many names. */
const shortest = 4;

/**
 * Errs on the side of "the same": an abbreviation, a part of the name or one word in common is enough.
 *
 * @returns whether the names are so different that they hardly mean one organisation
 */
export function isQuiteDifferent(name: string, other: string): boolean {
  const [one, two] = [skeleton(name), skeleton(other)];
  if (one.includes(two) || two.includes(one)) return false;
  const [words, others] = [wordsOf(name), wordsOf(other)];
  if (isShortFor(words, others) || isShortFor(others, words)) return false;
  const telling = (list: readonly string[]) => list.map(skeleton).filter((word) => word.length >= shortest);
  const known = telling(others);
  const isLike = (word: string) => known.some((its) => its.slice(0, 5) === word.slice(0, 5));
  if (telling(words).some(isLike)) return false;
  // In scripts without spaces between words, two characters in a row are as distinctive as a word.
  const pairs = (text: string) => new Set([...text].slice(1).map((sign, place) => ([...text][place] ?? '') + sign));
  const isDense = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Script=Thai}/u;
  return !(isDense.test(one) && [...pairs(one)].some((pair) => isDense.test(pair) && pairs(two).has(pair)));
}

/** `HRW` is short for Human Rights Watch, and `MSF` for Médecins Sans Frontières. */
function isShortFor(words: readonly string[], others: readonly string[]): boolean {
  const initials = toLatin(others.map(([first = '']) => first).join(''));
  return words.some((word) => word.length > 1 && initials.startsWith(toLatin(word)));
}

/** Maximum number of prefixes of a name that are searched. */
const maxPrefixes = 9;

/**
 * Look-alikes are searched in an index that is sorted by folded name, so by how they may begin.
 *
 * @returns prefixes of folded names: of this one, without its legal forms, and in the other script
 */
export function likelyPrefixes(name: string): string[] {
  const folded = foldName(name);
  const telling = wordsOf(name).join(' ');
  const [first = ''] = telling.split(' ');
  const start = startOf(telling);
  const cyrillic = startOf(toCyrillic(toLatin(telling)));
  const isLatin = /^[a-z0-9 ]+$/.test(toLatin(telling));
  const all = [
    start,
    startOf(folded),
    startOf(toLatin(telling)),
    ...(isLatin ? [cyrillic, `фонд ${cyrillic}`] : []),
    // Letters of another script may occur in any word but the first, or in all of the first.
    ...(first.length > 2 ? [first, lookAlikeWord(first) ?? '', ...withOtherStroke(first)] : []),
  ];
  return first === '' ? [] : [...new Set(all)].filter((prefix) => prefix.length > 1).slice(0, maxPrefixes);
}

/** A capital I, a small l and a 1 look alike. */
const withOtherStroke = (word: string) =>
  /^[il1]/.test(word) ? ['i', 'l', '1'].filter((one) => one !== word[0]).map((one) => one + word.slice(1)) : [];

/** Most of a name, since spellings differ at the end; at least three characters, to stay selective. */
const startOf = (text: string) => text.slice(0, Math.max(3, Math.ceil(text.length * 0.75))).trim();

function toCyrillic(text: string): string {
  const several = [
    ['shch', 'щ'],
    ['zh', 'ж'],
    ['kh', 'х'],
    ['ts', 'ц'],
    ['ch', 'ч'],
    ['sh', 'ш'],
    ['yu', 'ю'],
    ['iu', 'ю'],
    ['ya', 'я'],
    ['ia', 'я'],
  ] as const;
  const digraphs = several.reduce((done, [from, to]) => done.replaceAll(from, to), text);
  const single = new Map(
    [...'abvgdezijklmnoprstufycxwqh'].map((letter, place) => [letter, 'абвгдезийклмнопрстуфыкксвкх'[place] ?? letter]),
  );
  return [...digraphs].map((letter) => single.get(letter) ?? letter).join('');
}
