/** Signatures of a letter that await review. */
import * as z from 'zod';
import type { LetterSlug } from '../letter/slug.ts';
import type { Store } from '../store/store.ts';
import { countEntries, readEntries } from './list-index.ts';
import { reviewPartition, timePosition } from './position.ts';
import { type SignatureRecord, waitsForReview } from './record.ts';
import { readSignature } from './storage.ts';

export interface ReviewPage {
  /** Who has waited longest comes first. */
  readonly waiting: readonly SignatureRecord[];
  /** Where the next page starts; nothing when this is the last one. */
  readonly next: string | undefined;
}

/** Where a page of what waits starts, as it comes back from a browser. */
export const reviewPlace = z.string().min(1).max(200);

/**
 * Two Queries of the indexes, then each signature as it is now: an index may be behind, and does not hold why one waits.
 *
 * @param after `next` of the page before
 */
export async function listWaiting(
  store: Store,
  letter: LetterSlug,
  { limit = 50, after }: { limit?: number; after?: string | undefined } = {},
): Promise<ReviewPage> {
  const partition = reviewPartition(letter);
  // The range includes where the page starts, and one more tells whether there is another page.
  const { entries, end } = await readEntries(store, { partition, order: 'oldest', low: after, limit: limit + 2 });
  const places = entries.filter(({ position }) => position !== after);
  const shown = places.slice(0, limit);
  const records = await Promise.all(shown.map(({ id }) => readSignature(store, id)));
  return {
    waiting: records.flatMap((record) => (record && waitsForReview(record) ? [record] : [])),
    next: places.length > shown.length ? shown.at(-1)?.position : end,
  };
}

/** A signature that waits, and where: to go on behind it. */
export interface Waiting {
  readonly record: SignatureRecord;
  readonly position: string;
}

/** How many are looked at before we give up: the index may still hold what was decided a moment ago. */
const mostLooks = 10;

/** @returns who has waited longest, of those behind `after`. One Query and one read, as long as the index is not behind */
export async function firstWaiting(
  store: Store,
  letter: LetterSlug,
  after: string | undefined,
): Promise<Waiting | undefined> {
  let from = after;
  for (let look = 0; look < mostLooks; look += 1) {
    const { waiting, next } = await listWaiting(store, letter, { limit: 5, after: from });
    const [record] = waiting;
    if (record?.confirmedAt) {
      return { record, position: timePosition(record, record.confirmedAt) };
    }
    if (next === undefined) return undefined;
    from = next;
  }
  return undefined;
}

/** Nobody needs to know more exactly how many wait. */
const mostCounted = 1000;

/** @returns how many wait. Two Queries */
export async function countWaiting(store: Store, letter: LetterSlug): Promise<{ number: number; more: boolean }> {
  const number = await countEntries(store, { partition: reviewPartition(letter), order: 'oldest' }, mostCounted);
  return { number: Math.min(number, mostCounted), more: number >= mostCounted };
}
