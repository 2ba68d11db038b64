/** Signatures of a letter that await review. */
import * as z from 'zod';
import type { LetterSlug, SignatureId } from '../../ids.ts';
import type { Store } from '../../platform/store/store.ts';
import { reviewPartition } from '../lists/index-keys.ts';
import { compareAsStored, countEntries, readEntries } from '../lists/list-index.ts';
import type { SignatureRecord } from '../record.ts';
import { awaitsReview } from '../states.ts';
import { readSignature } from '../storage.ts';
import { countChangeRows, readChangeRows } from './changes-in-review.ts';

export interface ReviewPage {
  /** Longest wait first. */
  readonly waiting: readonly SignatureRecord[];
  /** Where the next page starts; undefined on the last page. */
  readonly next: string | undefined;
}

/** Start of a page of what awaits review, as a browser sends it back. */
export const reviewPlace = z.string().min(1).max(200);

/** A position among what awaits review, by the time since when it waits. */
interface Place {
  readonly id: SignatureId;
  readonly position: string;
}

/**
 * Held signatures are in the list indexes, changes of accepted ones in rows beside the letter. Three Queries, then a
 * read of each signature, since an index may lag behind and does not hold the reason for the review.
 *
 * @param after `next` of the previous page
 */
export async function listAwaitingReview(
  store: Store,
  letter: LetterSlug,
  { limit = 50, after }: { limit?: number; after?: string | undefined } = {},
): Promise<ReviewPage> {
  const { places, next } = await readPlaces(store, letter, { limit, after });
  const records = await Promise.all(places.map(({ id }) => readSignature(store, id)));
  return { waiting: records.flatMap((record) => (record && awaitsReview(record) ? [record] : [])), next };
}

async function readPlaces(
  store: Store,
  letter: LetterSlug,
  { limit, after }: { limit: number; after: string | undefined },
): Promise<{ places: Place[]; next: string | undefined }> {
  // The range includes the position where the page starts, and one more tells whether there is another page.
  const [held, changes] = await Promise.all([
    readEntries(store, { partition: reviewPartition(letter), order: 'oldest', low: after, limit: limit + 2 }),
    readChangeRows(store, letter, { limit: limit + 2, after }),
  ]);
  // Positions in both lists begin with a time. Entries after the end of an incomplete list are left out for now.
  const ends = [held.end, changes.end].filter((end) => end !== undefined).sort(compareAsStored);
  const [end] = ends;
  const all = [...held.entries, ...changes.entries]
    .filter(({ position }) => position !== after && (end === undefined || compareAsStored(position, end) <= 0))
    .sort((a, b) => compareAsStored(a.position, b.position));
  const places = all.slice(0, limit);
  return { places, next: all.length > places.length ? places.at(-1)?.position : end };
}

/** A signature that awaits review, and its position, from which to continue. */
export interface AwaitingReview {
  readonly record: SignatureRecord;
  readonly position: string;
}

/** Maximum number of entries read before giving up: the index may still hold signatures decided about a moment ago. */
const maxLooks = 10;

/**
 * @returns the signature with the longest wait after `after`. Three Queries and one read, unless the index lags behind
 */
export async function firstAwaitingReview(
  store: Store,
  letter: LetterSlug,
  after: string | undefined,
): Promise<AwaitingReview | undefined> {
  let from = after;
  for (let look = 0; look < maxLooks; look += 1) {
    const { places, next } = await readPlaces(store, letter, { limit: 5, after: from });
    for (const { id, position } of places) {
      const record = await readSignature(store, id);
      if (record && awaitsReview(record)) return { record, position };
    }
    if (next === undefined) return undefined;
    from = next;
  }
  return undefined;
}

/** Higher numbers are not counted exactly. */
const maxCounted = 1000;

/** @returns how many signatures await review. Three Queries */
export async function countAwaitingReview(
  store: Store,
  letter: LetterSlug,
  most = maxCounted,
): Promise<{ number: number; more: boolean }> {
  const partition = reviewPartition(letter);
  const [held, changes] = await Promise.all([
    countEntries(store, { partition, order: 'oldest' }, most),
    countChangeRows(store, letter, most),
  ]);
  return { number: Math.min(held + changes, most), more: held + changes >= most };
}
