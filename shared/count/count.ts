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

/** A count row, or the row that tells of the letter. */
const row = z.object({
  organisations: z.number().default(0),
  individuals: z.number().default(0),
  state: z.enum(['draft', 'open', 'closed']).optional(),
  goal: z.number().optional(),
});

export interface Count {
  readonly organisations: number;
  readonly individuals: number;
  readonly goal: number | undefined;
}

/**
 * @returns how many organisations and individuals are counted; undefined when there is no such letter, or only a draft.
 *   One strongly consistent Query of at most 17 rows.
 */
export async function readCount(store: Store, letter: LetterSlug): Promise<Count | undefined> {
  const { Items } = await store.client.send(
    new QueryCommand({
      TableName: store.table,
      KeyConditionExpression: 'pk = :rows',
      ExpressionAttributeValues: { ':rows': countPartition(letter) },
      ConsistentRead: true,
    }),
  );
  const rows = z.array(row).parse(Items ?? []);
  const about = rows.find(({ state }) => state !== undefined);
  if (!about || about.state === 'draft') return undefined;
  const sum = (kind: 'organisations' | 'individuals') => rows.reduce((total, one) => total + one[kind], 0);
  return { organisations: sum('organisations'), individuals: sum('individuals'), goal: about.goal };
}
