/** Signatures of a letter that await review. */
import * as z from 'zod';
import type { LetterSlug, SignatureId } from '../../ids.ts';
import type { Store } from '../../platform/store/store.ts';
import { reviewPartition } from '../lists/index-keys.ts';
import { compareAsStored, countEntries, readEntries } from '../lists/list-index.ts';
import { type SignatureRecord, waitsForReview } from '../record.ts';
import { readSignature } from '../storage.ts';
import { countChangeRows, readChangeRows } from './changes-in-review.ts';

export interface ReviewPage {
  /** Who has waited longest comes first. */
  readonly waiting: readonly SignatureRecord[];
  /** Where the next page starts; nothing when this is the last one. */
  readonly next: string | undefined;
}

/** Where a page of what waits starts, as it comes back from a browser. */
export const reviewPlace = z.string().min(1).max(200);

/** Where something stands among what awaits review: by the time since when it waits. */
interface Place {
  readonly id: SignatureId;
  readonly position: string;
}

/**
 * Held signatures stand in the list indexes, changes of accepted ones in rows beside the letter. Three Queries, then each
 * signature as it is now: an index may be behind, and does not hold why one waits.
 *
 * @param after `next` of the page before
 */
export async function listWaiting(
  store: Store,
  letter: LetterSlug,
  { limit = 50, after }: { limit?: number; after?: string | undefined } = {},
): Promise<ReviewPage> {
  const { places, next } = await readPlaces(store, letter, { limit, after });
  const records = await Promise.all(places.map(({ id }) => readSignature(store, id)));
  return { waiting: records.flatMap((record) => (record && waitsForReview(record) ? [record] : [])), next };
}

async function readPlaces(
  store: Store,
  letter: LetterSlug,
  { limit, after }: { limit: number; after: string | undefined },
): Promise<{ places: Place[]; next: string | undefined }> {
  // The range includes where the page starts, and one more tells whether there is another page.
  const [held, changes] = await Promise.all([
    readEntries(store, { partition: reviewPartition(letter), order: 'oldest', low: after, limit: limit + 2 }),
    readChangeRows(store, letter, { limit: limit + 2, after }),
  ]);
  // Both positions begin with a time. Behind the point where one of the two was not read on, nothing may be shown yet.
  const ends = [held.end, changes.end].filter((end) => end !== undefined).sort(compareAsStored);
  const [end] = ends;
  const all = [...held.entries, ...changes.entries]
    .filter(({ position }) => position !== after && (end === undefined || compareAsStored(position, end) <= 0))
    .sort((a, b) => compareAsStored(a.position, b.position));
  const places = all.slice(0, limit);
  return { places, next: all.length > places.length ? places.at(-1)?.position : end };
}

/** A signature that waits, and where: to go on behind it. */
export interface Waiting {
  readonly record: SignatureRecord;
  readonly position: string;
}

/** How many are looked at before we give up: the index may still hold what was decided a moment ago. */
const maxLooks = 10;

/** @returns who has waited longest, of those behind `after`. Three Queries and one read, as long as the index is not behind */
export async function firstWaiting(
  store: Store,
  letter: LetterSlug,
  after: string | undefined,
): Promise<Waiting | undefined> {
  let from = after;
  for (let look = 0; look < maxLooks; look += 1) {
    const { places, next } = await readPlaces(store, letter, { limit: 5, after: from });
    for (const { id, position } of places) {
      const record = await readSignature(store, id);
      if (record && waitsForReview(record)) return { record, position };
    }
    if (next === undefined) return undefined;
    from = next;
  }
  return undefined;
}

/** Nobody needs to know more exactly how many wait. */
const maxCounted = 1000;

/** @returns how many wait. Three Queries */
export async function countWaiting(store: Store, letter: LetterSlug): Promise<{ number: number; more: boolean }> {
  const partition = reviewPartition(letter);
  const [held, changes] = await Promise.all([
    countEntries(store, { partition, order: 'oldest' }, maxCounted),
    countChangeRows(store, letter, maxCounted),
  ]);
  return { number: Math.min(held + changes, maxCounted), more: held + changes >= maxCounted };
}
