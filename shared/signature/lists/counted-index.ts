/** Reads everybody counted under a letter from the index, page by page. For housekeeping; never for the public. */
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
 * Reads a page of a partition, oldest confirmation first. The index normally lags behind the table by less than a
 * second. Two Queries.
 *
 * @param partition one of `countedPartitions`, or `reviewPartition` or `notCountedPartition`
 * @param after `next` of the previous page, a time, or nothing for the start
 * @param agreedTo returns only signatures of people who agreed to be asked about a letter that follows, and were not
 *   asked about this one
 * @param unaskedAbout returns only signatures of another version than this one that were not asked about it
 * @param limit maximum number of rows read
 */
export async function readCounted(
  store: Store,
  partition: string,
  {
    after,
    unaskedAbout,
    agreedTo,
    limit = 1000,
  }: { after: string; unaskedAbout?: string; agreedTo?: string; limit?: number },
): Promise<CountedPage> {
  const { entries, end } = await readEntries(store, {
    partition,
    order: 'oldest',
    low: after,
    filters: [
      ...(unaskedAbout
        ? [
            { field: 'letterVersion', is: 'other', value: unaskedAbout } as const,
            { field: 'carryAsked', is: 'other', value: unaskedAbout } as const,
          ]
        : []),
      ...(agreedTo
        ? [
            { field: 'followUp', is: 'equal', value: 'given' } as const,
            { field: 'followAsked', is: 'lacking', value: agreedTo } as const,
          ]
        : []),
    ],
    // The range includes the position where the page starts.
    limit: limit + 1,
  });
  const rows = entries.filter(({ position }) => position !== after).map(({ id, listed }) => ({ ...listed, id }));
  return { rows: z.array(countedRow).parse(rows), next: end };
}

/** A range of confirmation times: before a time, or from it on. */
export type TimeRange = { before: string } | { from: string };

/** @returns the number of entries in a partition, by the index. Queries that read keys alone */
export function countPartition(store: Store, partition: string, range: TimeRange = { from: '0' }): Promise<number> {
  // No position is a bare time, so it does not matter whether the range includes its end.
  return countEntries(store, {
    partition,
    order: 'oldest',
    ...('before' in range ? { high: range.before } : { low: range.from }),
  });
}
