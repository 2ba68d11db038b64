/** Signatures of a letter that await review. */
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { LetterSlug } from '../letter/slug.ts';
import type { Store } from '../store/store.ts';
import { table } from '../store/table.ts';
import { signatureId } from './id.ts';
import { positionIn, reviewPartition } from './position.ts';
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

const place = z.object({ pk: z.templateLiteral(['SIGNATURE#', signatureId]), newestSort: z.string() });

/**
 * One Query of the index, then each signature as it is now: the index may be behind, and does not hold why one waits.
 *
 * @param after `next` of the page before
 */
export async function listWaiting(
  store: Store,
  letter: LetterSlug,
  { limit = 50, after }: { limit?: number; after?: string | undefined } = {},
): Promise<ReviewPage> {
  const { newest } = table.indexes;
  const { Items, LastEvaluatedKey } = await store.client.send(
    new QueryCommand({
      TableName: store.table,
      IndexName: newest.name,
      KeyConditionExpression: after === undefined ? '#list = :list' : '#list = :list AND #sort > :after',
      ExpressionAttributeNames: {
        '#list': newest.partitionKey,
        ...(after === undefined ? {} : { '#sort': newest.sortKey }),
      },
      ExpressionAttributeValues: {
        ':list': reviewPartition(letter),
        ...(after === undefined ? {} : { ':after': after }),
      },
      Limit: limit,
    }),
  );
  const places = z.array(place).parse(Items ?? []);
  const records = await Promise.all(places.map(({ pk }) => readSignature(store, idOf(pk))));
  return {
    waiting: records.flatMap((record) => (record && waitsForReview(record) ? [record] : [])),
    next: LastEvaluatedKey && places.at(-1)?.newestSort,
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
      const { newestSort } = positionIn(record, record.confirmedAt, reviewPartition(letter));
      return { record, position: newestSort };
    }
    if (next === undefined) return undefined;
    from = next;
  }
  return undefined;
}

/** Nobody needs to know more exactly how many wait. */
const mostCounted = 1000;

/** @returns how many wait. One Query */
export async function countWaiting(store: Store, letter: LetterSlug): Promise<{ number: number; more: boolean }> {
  const { newest } = table.indexes;
  const { Count = 0, LastEvaluatedKey } = await store.client.send(
    new QueryCommand({
      TableName: store.table,
      IndexName: newest.name,
      KeyConditionExpression: '#list = :list',
      ExpressionAttributeNames: { '#list': newest.partitionKey },
      ExpressionAttributeValues: { ':list': reviewPartition(letter) },
      Select: 'COUNT',
      Limit: mostCounted,
    }),
  );
  return { number: Count, more: LastEvaluatedKey !== undefined };
}

const idOf = (pk: string) => signatureId.parse(pk.slice('SIGNATURE#'.length));
