/** Everybody who is counted under a letter, page by page from the index, for housekeeping; never for the public. */
import * as z from 'zod';
import { signatureId } from '../../ids.ts';
import { coSignatoryKind } from '../../letter/letter.ts';
import { sha256 } from '../../letter/text.ts';
import type { Store } from '../../platform/store/store.ts';
import { isoTimestamp } from '../../time.ts';
import { verificationLevel } from '../../verification/level.ts';
import { countEntries, readEntries } from './list-index.ts';

const countedRow = z.object({
  id: signatureId,
  kind: coSignatoryKind,
  country: z.string().optional(),
  language: z.string().optional(),
  partner: z.string().optional(),
  confirmedAt: isoTimestamp,
  letterVersion: sha256,
  verification: verificationLevel.default('mailbox'),
});
export type CountedRow = z.infer<typeof countedRow>;

export interface CountedPage {
  readonly rows: CountedRow[];
  /** Where the next page starts; undefined at the end of the partition. */
  readonly next: string | undefined;
}

/**
 * Reads a page of a partition of the list, oldest confirmation first. The index lags behind the table, by less than a
 * second as a rule. Two Queries.
 *
 * @param partition one of `countedPartitions`, or `reviewPartition` or `asidePartition`
 * @param after `next` of the page before, a moment, or nothing for the start
 * @param unaskedAbout only those who signed another version than this one and were not asked about it
 * @param limit how many rows are looked at
 */
export async function readCounted(
  store: Store,
  partition: string,
  { after, unaskedAbout, limit = 1000 }: { after: string; unaskedAbout?: string; limit?: number },
): Promise<CountedPage> {
  const { entries, end } = await readEntries(store, {
    partition,
    order: 'oldest',
    low: after,
    filters: unaskedAbout
      ? [
          { field: 'letterVersion', is: 'other', value: unaskedAbout },
          { field: 'carryAsked', is: 'other', value: unaskedAbout },
        ]
      : [],
    // The range includes where the page starts.
    limit: limit + 1,
  });
  const rows = entries.filter(({ position }) => position !== after).map(({ id, listed }) => ({ ...listed, id }));
  return { rows: z.array(countedRow).parse(rows), next: end };
}

/** Which confirmations: before a moment, or from it on; all when nothing is said. */
export type Moments = { before: string } | { from: string };

/** @returns how many stand in a partition of the list, by the index. Queries that read keys alone */
export function countPartition(store: Store, partition: string, range: Moments = { from: '0' }): Promise<number> {
  // No position is a moment alone, so it does not matter whether the end of the range is in it.
  return countEntries(store, {
    partition,
    order: 'oldest',
    ...('before' in range ? { high: range.before } : { low: range.from }),
  });
}
