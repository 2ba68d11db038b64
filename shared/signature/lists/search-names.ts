/** Finds the names of a letter that have a word with a given beginning. Loaded with the first search. */
import type { LetterSlug } from '../../ids.ts';
import type { Store } from '../../platform/store/store.ts';
import { matchesWords, nameWords } from '../../text/name-words.ts';
import { namePositionOf, searchPrefixes } from './index-keys.ts';
import { type Entries, type Entry, type Filter, joinEntries, nameRange, readEntries } from './list-index.ts';
import { findWord, type WordIndexScope } from './word-index.ts';

export interface NameSearch {
  readonly q: string;
  /** Partitions of the lists to search. */
  readonly partitions: readonly string[];
  /** Parts of the index that cover these partitions. */
  readonly scopes: readonly WordIndexScope[];
  /** Rows of the index to read: those of a page for the public, or all. */
  readonly most: 'public' | 'all';
  /** Position after which the page starts. */
  readonly after: string | undefined;
  readonly filters?: readonly Filter[];
  /** Maximum number of names read from each list. */
  readonly limit: number;
}

/** Signatures confirmed since the index was built that a search reads, of each partition, newest first. */
const maxSince = 500;

/**
 * Names that begin so come from the index of the table; other words from the index of words, and from the signatures
 * that are younger than that. Three Queries for each partition, and what `findWord` reads; no more, however many have
 * signed.
 *
 * @returns candidates by name. Their names may have changed since: the caller compares them with the search
 */
export async function searchNames(store: Store, letter: LetterSlug, search: NameSearch): Promise<Entries> {
  const { q, partitions, scopes, most, after, filters = [], limit } = search;
  if (nameWords(q).length === 0) return { entries: [], end: undefined };
  const [words, ...starts] = await Promise.all([
    Promise.all(scopes.map((scope) => findWord(store, letter, scope, q, most))),
    ...partitions.flatMap((partition) =>
      searchPrefixes(q).map((prefix) =>
        readEntries(store, { partition, order: 'name', ...nameRange(prefix, after), filters, limit }),
      ),
    ),
  ]);
  const since = words.map(({ asOf = '' }) => asOf).toSorted()[0] ?? '';
  const recent = await Promise.all(partitions.map((partition) => readRecent(store, partition, { q, since, filters })));
  const isAfter = ({ position }: Entry) =>
    after === undefined || Buffer.compare(Buffer.from(position), Buffer.from(after)) > 0;
  const indexed = words.flatMap(({ found }) =>
    found.map(([, position, id, partition]): Entry => ({ id, partition, position, listed: undefined })),
  );
  const others = [...recent.flat(), ...indexed].filter(isAfter);
  return joinEntries([...starts, { entries: others, end: undefined }], 'name');
}

interface Since {
  readonly q: string;
  readonly since: string;
  readonly filters: readonly Filter[];
}

async function readRecent(store: Store, partition: string, { q, since, filters }: Since): Promise<Entry[]> {
  const { entries } = await readEntries(store, { partition, order: 'newest', low: since, filters, limit: maxSince });
  return entries.flatMap((entry) => {
    const name = nameIn(entry);
    return matchesWords(name, q) ? [{ ...entry, position: namePositionOf(name, entry.id) }] : [];
  });
}

/** @returns the name of an entry whose fields are known */
export function nameIn({ listed = {} }: Pick<Entry, 'listed'>): string {
  const { kind, organisationName, signatoryName } = listed;
  const name = kind === 'organisation' ? (organisationName ?? signatoryName) : signatoryName;
  return typeof name === 'string' ? name : '';
}
