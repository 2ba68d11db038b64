/**
 * Everybody who signed a letter and confirmed, page by page: those who are counted, those who await review, and those
 * beside them (duplicates, rejected). `whyNotWritten` then decides about each.
 */
import type { LetterSlug, SignatureId } from '../ids.ts';
import type { Store } from '../platform/store/store.ts';
import { countedPartitions, notCountedPartition, reviewPartition } from '../signature/lists/index-keys.ts';
import { readEntries } from '../signature/lists/list-index.ts';
import type { AudiencePlace } from './sending.ts';

/** From where signatures come to where they end, so that fewer are missed that move meanwhile. */
const listsOf = (letter: LetterSlug): string[] => [
  reviewPartition(letter),
  notCountedPartition(letter),
  ...countedPartitions(letter).map(({ partition }) => partition),
];

export interface AudiencePage {
  readonly ids: readonly SignatureId[];
  /** Where the next page starts; undefined after the last one. */
  readonly next: AudiencePlace | undefined;
}

/** @returns at most `limit` signatures from there on, oldest first in each list. One Query for each index */
export async function readAudience(
  store: Store,
  letter: LetterSlug,
  place: AudiencePlace | undefined,
  limit: number,
): Promise<AudiencePage> {
  const lists = listsOf(letter);
  const { list, after } = place ?? { list: 0, after: '' };
  const partition = lists[list];
  if (partition === undefined) return { ids: [], next: undefined };
  // The range includes the position after which the page starts.
  const { entries, end } = await readEntries(store, { partition, order: 'oldest', low: after, limit: limit + 1 });
  const fresh = entries.filter(({ position }) => position !== after);
  const shown = fresh.slice(0, limit);
  const last = shown.at(-1)?.position;
  const ids = shown.map(({ id }) => id);
  if (fresh.length > shown.length && last !== undefined) return { ids, next: { list, after: last } };
  if (end !== undefined && end !== after) return { ids, next: { list, after: last ?? end } };
  return { ids, next: list + 1 < lists.length ? { list: list + 1, after: '' } : undefined };
}
