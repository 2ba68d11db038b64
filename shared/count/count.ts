/**
 * Counts of a letter: 16 rows that move in the very transaction that changes what they count (DESIGN rule 7), read with
 * one Query.
 */
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { CoSignatoryKind } from '../letter/letter.ts';
import type { LetterSlug } from '../letter/slug.ts';
import type { SignatureId } from '../signature/id.ts';
import { countKey, countPartition } from '../store/keys.ts';
import type { Store } from '../store/store.ts';

const attributeOf = { organisation: 'organisations', individual: 'individuals' } as const satisfies Record<
  CoSignatoryKind,
  string
>;

/** @returns the item of a transaction that moves the letter's count by `change`, 1 or -1 */
export function countMove(
  store: Store,
  { letter, id, kind }: { letter: LetterSlug; id: SignatureId; kind: CoSignatoryKind },
  change: 1 | -1,
) {
  return {
    Update: {
      TableName: store.table,
      Key: countKey(letter, id),
      UpdateExpression: 'ADD #kind :change',
      ExpressionAttributeNames: { '#kind': attributeOf[kind] },
      ExpressionAttributeValues: { ':change': change },
    },
  };
}

const countRow = z.object({ organisations: z.number().default(0), individuals: z.number().default(0) });

export interface Count {
  readonly organisations: number;
  readonly individuals: number;
}

/** @returns how many organisations and individuals are counted. One strongly consistent Query of at most 16 rows. */
export async function readCount(store: Store, letter: LetterSlug): Promise<Count> {
  const { Items } = await store.client.send(
    new QueryCommand({
      TableName: store.table,
      KeyConditionExpression: 'pk = :rows',
      ExpressionAttributeValues: { ':rows': countPartition(letter) },
      ConsistentRead: true,
    }),
  );
  return z
    .array(countRow)
    .parse(Items ?? [])
    .reduce(
      (sum, row) => ({
        organisations: sum.organisations + row.organisations,
        individuals: sum.individuals + row.individuals,
      }),
      { organisations: 0, individuals: 0 },
    );
}
