/** Everybody who is counted under a letter, page by page from the index, for housekeeping; never for the public. */
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { coSignatoryKind, moment } from '../letter/letter.ts';
import { sha256 } from '../letter/text.ts';
import type { Store } from '../store/store.ts';
import { table } from '../store/table.ts';
import { verificationLevel } from '../verification/level.ts';
import { signatureId } from './id.ts';

const countedRow = z.object({
  pk: z
    .string()
    .transform((pk) => pk.slice(pk.indexOf('#') + 1))
    .pipe(signatureId),
  kind: coSignatoryKind,
  country: z.string().optional(),
  language: z.string().optional(),
  partner: z.string().optional(),
  confirmedAt: moment,
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
 * second as a rule. One Query.
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
  const { name, partitionKey, sortKey } = table.indexes.newest;
  const { Items, LastEvaluatedKey } = await store.client.send(
    new QueryCommand({
      TableName: store.table,
      IndexName: name,
      KeyConditionExpression: '#list = :list AND #sort > :after',
      ...(unaskedAbout
        ? {
            FilterExpression:
              'letterVersion <> :version AND (attribute_not_exists(carryAsked) OR carryAsked <> :version)',
          }
        : {}),
      ExpressionAttributeNames: { '#list': partitionKey, '#sort': sortKey },
      ExpressionAttributeValues: {
        ':list': partition,
        // A key is never empty, so neither may be what it is compared with.
        ':after': after === '' ? ' ' : after,
        ...(unaskedAbout ? { ':version': unaskedAbout } : {}),
      },
      Limit: limit,
    }),
  );
  const last: unknown = LastEvaluatedKey?.[sortKey];
  return { rows: z.array(countedRow).parse(Items ?? []), next: typeof last === 'string' ? last : undefined };
}

/** Which confirmations: before a moment, or from it on; all when nothing is said. */
export type Moments = { before: string } | { from: string };

/** @returns how many stand in a partition of the list, by the index. Queries that read keys alone */
export async function countPartition(store: Store, partition: string, range: Moments = { from: '0' }): Promise<number> {
  const { name, partitionKey, sortKey } = table.indexes.newest;
  let sum = 0;
  let start: Record<string, unknown> | undefined;
  do {
    const { Count, LastEvaluatedKey } = await store.client.send(
      new QueryCommand({
        TableName: store.table,
        IndexName: name,
        Select: 'COUNT',
        KeyConditionExpression: `#list = :list AND #sort ${'before' in range ? '<' : '>='} :moment`,
        ExpressionAttributeNames: { '#list': partitionKey, '#sort': sortKey },
        ExpressionAttributeValues: { ':list': partition, ':moment': 'before' in range ? range.before : range.from },
        ExclusiveStartKey: start,
      }),
    );
    sum += Count ?? 0;
    start = LastEvaluatedKey;
  } while (start);
  return sum;
}
