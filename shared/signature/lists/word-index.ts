/**
 * An index of the words of names, built in batches by housekeeping (docs/decisions/080-word-index.md). It may be older
 * than the lists, so its users read the signatures that it names, and those that were confirmed since.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import * as z from 'zod';
import { type LetterSlug, signatureId } from '../../ids.ts';
import { wordIndexKey, wordRowKey } from '../../platform/store/keys.ts';
import { readItem, readItems } from '../../platform/store/read.ts';
import type { Store } from '../../platform/store/store.ts';
import { nameWords } from '../../text/name-words.ts';
import { isoTimestamp } from '../../time.ts';

/**
 * Signatures shown in public lists, and the rest of the confirmed ones. In separate rows, so that no public answer
 * depends on a hidden name (rule 13).
 */
export const wordIndexScope = z.enum(['public', 'other']);
export type WordIndexScope = z.infer<typeof wordIndexScope>;

/** A word of a name: the word, the name's position in a list by name, the signature, the partition of its list. */
export const wordEntry = z.tuple([z.string(), z.string(), signatureId, z.string()]);
export type WordEntry = z.infer<typeof wordEntry>;

/** Entries of a row: about 50 KB, compressed. */
export const entriesInRow = 1500;
/** Maximum rows per search. The public reads few; the secretariat may act on all results. */
const maxRows = { public: 8, all: 100 } as const;
/** Longest word in characters: the rest is compared with the name itself. */
export const maxWord = 24;

export const wordIndexState = z.object({
  /** Names the rows that belong together. */
  build: z.string(),
  /** Two builds take turns, so that a search never reads half of one. */
  slot: z.enum(['a', 'b']),
  /** The first word of each row, in order. */
  first: z.array(z.string()),
  /** When building began: later signatures are not in it. */
  asOf: isoTimestamp,
  /** Number of signatures that were counted then. */
  counted: z.int(),
  hash: z.string(),
  /** Rows of the other slot that exist. */
  stale: z.int().default(0),
});
export type WordIndexState = z.infer<typeof wordIndexState>;

const storedRow = z.object({ build: z.string(), words: z.string() });

/** @returns the state of the index, if it was ever built. One read */
export async function readWordIndex(
  store: Store,
  letter: LetterSlug,
  scope: WordIndexScope,
): Promise<WordIndexState | undefined> {
  const item = await readItem(store, wordIndexKey(letter, scope), 'eventual');
  // Before the first build the row only holds the lease.
  return item && wordIndexState.safeParse(item).data;
}

/**
 * One read, and one BatchGetItem of at most eight rows, or a hundred for the secretariat.
 *
 * @param typed a search: its longest word is looked up, the others are left to the caller
 * @returns the names that have a word with that beginning, and when the index was built
 */
export async function findWord(
  store: Store,
  letter: LetterSlug,
  scope: WordIndexScope,
  typed: string,
  most: keyof typeof maxRows,
): Promise<{ readonly found: readonly WordEntry[]; readonly asOf: string | undefined }> {
  const state = await readWordIndex(store, letter, scope);
  const longest = nameWords(typed).toSorted((a, b) => b.length - a.length)[0] ?? '';
  const word = longest.slice(0, maxWord);
  // A single Latin letter begins a word of every other name.
  if (!state || (word.length < 2 && /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]?$/u.test(word))) {
    return { found: [], asOf: state?.asOf };
  }
  const rows = rowsWith(state.first, word).slice(0, maxRows[most]);
  const items = await readItems(
    store,
    rows.map((row) => wordRowKey(letter, scope, state.slot, row)),
    { consistent: false },
  );
  const found = items.flatMap((item) => {
    const row = storedRow.safeParse(item).data;
    return row?.build === state.build ? unpack(row.words).filter(([known]) => known.startsWith(word)) : [];
  });
  return { found, asOf: state.asOf };
}

/** @returns the numbers of the rows that may hold words with that beginning */
function rowsWith(first: readonly string[], word: string): number[] {
  const numbers = first.map((_, number) => number);
  return numbers.filter((number) => {
    const [own = '', next] = [first[number], first[number + 1]];
    const startsInTime = own <= word || own.startsWith(word);
    return startsInTime && (next === undefined || next >= word);
  });
}

export function pack(entries: readonly WordEntry[]): string {
  return deflateRawSync(JSON.stringify(entries)).toString('base64');
}

function unpack(words: string): WordEntry[] {
  return z.array(wordEntry).parse(JSON.parse(inflateRawSync(Buffer.from(words, 'base64')).toString()));
}
