/** Proposes the address of a letter from its title. */
import { type LetterSlug, letterSlug } from '../../../shared/ids.ts';
import { readLetter } from '../../../shared/letter/storage.ts';
import type { Store } from '../../../shared/platform/store/store.ts';

/** Longest proposal, in characters. An address may have 80, but people read this one aloud and print it. */
const longest = 50;
/** Attempts to find an address that no letter has. */
const attempts = 20;

/** Letters that a language writes in two where another only drops the accent. */
const pairs: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  de: [
    [/ä/giu, 'ae'],
    [/ö/giu, 'oe'],
    [/ü/giu, 'ue'],
  ],
};

/**
 * One read for each letter that has such an address already.
 *
 * @returns an address in Latin letters that no letter has: `Дайте реке течь` → `daite-reke-tech`; undefined when the
 *   title has no letter or digit
 */
export async function proposeSlug(store: Store, title: string, language: string): Promise<LetterSlug | undefined> {
  const stem = await slugOf(title, language);
  if (stem === '') return undefined;
  for (let number = 1; number <= attempts; number += 1) {
    const slug = letterSlug.safeParse(number === 1 ? stem : `${stem}-${number}`);
    if (slug.success && (await readLetter(store, slug.data)) === undefined) return slug.data;
  }
  return undefined;
}

/** @returns the title in lower-case Latin letters with hyphens, cut at the end of a word where there is one */
async function slugOf(title: string, language: string): Promise<string> {
  const { default: anyAscii } = await import('any-ascii');
  const [main = ''] = language.split('-');
  const spelt = (pairs[main] ?? []).reduce((text, [letter, two]) => text.replace(letter, two), title.normalize('NFC'));
  const words = anyAscii(spelt.replace(/(?<=\p{L})[’'ʼ](?=\p{L})/gu, ' '))
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  const whole = words.join('-');
  if (whole.length <= longest) return whole.length === 1 ? `letter-${whole}` : whole;
  const end = whole.lastIndexOf('-', longest);
  return whole.slice(0, end < longest / 2 ? longest : end).replace(/-+$/, '');
}
