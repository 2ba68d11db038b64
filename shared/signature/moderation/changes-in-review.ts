/**
 * Requested changes of accepted signatures. The signature stays in the lists, so a row beside the letter, which holds
 * only the id, puts the change before the secretariat. The row changes with the signature.
 */

import * as z from 'zod';
import { type LetterSlug, signatureId } from '../../ids.ts';
import { QueryCommand } from '../../platform/store/commands.ts';
import { changeInReviewKey, changesInReviewPartition } from '../../platform/store/keys.ts';
import { queryPage } from '../../platform/store/query.ts';
import type { Store } from '../../platform/store/store.ts';
import { table } from '../../platform/store/table.ts';
import type { SignatureRecord } from '../record.ts';
import { hasChangeInReview } from '../states.ts';
import type { Step } from '../update-item.ts';

/** @returns when the change was requested, while it awaits review */
function waitsSince(record: SignatureRecord): string | undefined {
  return hasChangeInReview(record) ? record.proposal?.at : undefined;
}

/** @returns the sort key of the signature's row, while it has one */
export function changeRowOf(record: SignatureRecord): string | undefined {
  const since = waitsSince(record);
  return since && changeInReviewKey(record.letter, since, record.id).sk;
}

/** Returns the changes of the rows that result from the steps; none for signatures without a requested change. */
export function changeRowMoves(store: Store, steps: readonly Step[]) {
  return steps.flatMap(({ before, after }) => {
    const [was, is] = [waitsSince(before), waitsSince(after)];
    if (was === is) return [];
    const { letter, id } = after;
    return [
      ...(was ? [{ Delete: { TableName: store.table, Key: changeInReviewKey(letter, was, id) } }] : []),
      ...(is
        ? [{ Put: { TableName: store.table, Item: { ...changeInReviewKey(letter, is, id), signature: id } } }]
        : []),
    ];
  });
}

const row = z.object({ sk: z.string(), signature: signatureId });

/** @returns changes that await review, oldest first. One Query */
export async function readChangeRows(
  store: Store,
  letter: LetterSlug,
  { limit, after }: { limit: number; after: string | undefined },
) {
  const range = { keys: after === undefined ? undefined : { after }, limit };
  const { rows, next } = await queryPage(store, table, changesInReviewPartition(letter), range, row);
  const entries = rows.map(({ sk: position, signature: id }) => ({ id, position }));
  return { entries, end: next && entries.at(-1)?.position };
}

/** @returns the number of changes that await review, at most `most`. One Query */
export async function countChangeRows(store: Store, letter: LetterSlug, most: number): Promise<number> {
  const { Count = 0 } = await store.client.send(
    new QueryCommand({
      TableName: store.table,
      KeyConditionExpression: 'pk = :letter',
      ExpressionAttributeValues: { ':letter': changesInReviewPartition(letter) },
      Select: 'COUNT',
      Limit: most,
    }),
  );
  return Count;
}
