/** A search in the public list. Loaded with the first one. */
import type { LetterSlug } from '../../ids.ts';
import type { Store } from '../../platform/store/store.ts';
import { matchesWords } from '../../text/name-words.ts';
import { type Entry, withListed } from './list-index.ts';
import { nameIn, searchNames } from './search-names.ts';

export interface PublicSearch {
  readonly q: string;
  readonly partitions: readonly string[];
  readonly country?: string | undefined;
  readonly limit: number;
  /** Position after which the page starts. */
  readonly after: string | undefined;
}

/** Candidates whose names are read at once. */
const candidatesAtOnce = 100;
/** Shown names that a search reads while it looks for a country. */
const maxRead = 1000;

/**
 * The candidates come from indexes that hold shown names only, and each is read again: a name that was withdrawn or
 * withheld since is not found, and leaves neither a gap nor a next page (rule 13). They are few, since the index
 * is built again when many have left.
 *
 * @returns the names of the page, and the position of the last one when there may be more
 */
export async function findShown(
  store: Store,
  letter: LetterSlug,
  { q, partitions, country, limit, after }: PublicSearch,
): Promise<{ readonly shown: Entry[]; readonly last: string | undefined }> {
  const { entries, end } = await searchNames(store, letter, {
    q,
    partitions,
    scopes: ['public'],
    most: 'public',
    after,
    filters: country ? [{ field: 'country', is: 'equal', value: country }] : [],
    limit: country ? maxRead : candidatesAtOnce,
  });
  const candidates = entries.filter(({ partition, position }) => partitions.includes(partition) && position !== after);
  const fits = (entry: Entry) =>
    matchesWords(nameIn(entry), q) && (country === undefined || entry.listed?.['country'] === country);
  const found: Entry[] = [];
  let seen = 0;
  let last: string | undefined;
  for (let at = 0; at < candidates.length && found.length <= limit && seen < maxRead; at += candidatesAtOnce) {
    const some = candidates.slice(at, at + candidatesAtOnce).map((entry) => ({ ...entry, listed: undefined }));
    const known = await withListed(store, some, 'consistent');
    found.push(...known.filter(fits));
    seen += known.length;
    // A cursor may contain only a shown name.
    if (seen >= maxRead) last = known.at(-1)?.position;
  }
  const shown = found.slice(0, limit);
  return { shown, last: found.length > limit ? shown.at(-1)?.position : (last ?? end) };
}
