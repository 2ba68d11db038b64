/**
 * Signatures whose mailbox takes no mail. For a confirmed one, a row beside the letter holds its id, so that the
 * secretariat sees it without a scan; the row changes in the same transaction as the mark. An unconfirmed one is
 * closed.
 */
import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import { type LetterSlug, signatureId } from '../../ids.ts';
import { UpdateCommand } from '../../platform/store/commands.ts';
import { dueShardOf, signatureKey, undeliverableKey, undeliverablePartition } from '../../platform/store/keys.ts';
import { queryPage, queryPages } from '../../platform/store/query.ts';
import { isConditionFailed, type Store } from '../../platform/store/store.ts';
import { table } from '../../platform/store/table.ts';
import { type Deliverability, expireAt, type SignatureRecord, signatureRecord } from '../record.ts';
import { readSignature } from '../storage.ts';
import type { Step } from '../update-item.ts';
import { noteHeld } from './held-rows.ts';

/** A withdrawn signature gets no mail, so its mailbox no longer matters. */
function markOf({ deliverability, withdrawnAt }: SignatureRecord) {
  return withdrawnAt === undefined ? deliverability : undefined;
}

/**
 * Returns the changes of the letter's list of undeliverable signatures that result from the steps. No row has a
 * condition of its own.
 */
export function undeliverableMoves(store: Store, steps: readonly Step[]) {
  return steps
    .filter(({ before, after }) => !isDeepStrictEqual(markOf(before), markOf(after)))
    .map(({ after }) => {
      const key = undeliverableKey(after.letter, after.id);
      const mark = markOf(after);
      return mark
        ? { Put: { TableName: store.table, Item: { ...key, ...mark } } }
        : { Delete: { TableName: store.table, Key: key } };
    });
}

const row = z.object({ sk: signatureId, ...signatureRecord.shape.deliverability.unwrap().shape });

/** @returns the signatures of a letter whose mailbox takes no mail, page by page. One Query per page. */
export async function* listUndeliverable(store: Store, letter: LetterSlug) {
  for await (const rows of queryPages(store, table, undeliverablePartition(letter), {}, row)) {
    for (const { sk: id, state, at } of rows) yield { id, state, at };
  }
}

/**
 * @returns a page of current records of signatures whose mailbox takes no mail. One Query, and one read for all of them
 */
export async function readUndeliverable(
  store: Store,
  letter: LetterSlug,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
) {
  const pk = undeliverablePartition(letter);
  const after = signatureId.safeParse(cursor);
  const start = after.success ? { pk, sk: after.data } : undefined;
  const { rows, next } = await queryPage(store, table, pk, { limit, start }, row);
  const records = await Promise.all(rows.map(({ sk: id }) => readSignature(store, id)));
  return {
    records: records.filter((record) => record !== undefined),
    next: next ? rows.at(-1)?.sk : undefined,
  };
}

/** @returns the number of signatures whose mailbox takes no mail, by reason, among the first thousand. One Query */
export async function countUndeliverable(store: Store, letter: LetterSlug) {
  const { rows } = await queryPage(store, table, undeliverablePartition(letter), { limit: 1000 }, row);
  const of = (state: Deliverability['state']) => rows.filter((one) => one.state === state).length;
  return { bounced: of('bounced'), complained: of('complained'), refused: of('refused') };
}

/** @returns the number of signatures whose mailbox takes no mail, or at least `most`. One Query */
export async function countReturned(store: Store, letter: LetterSlug, most: number): Promise<number> {
  return (await queryPage(store, table, undeliverablePartition(letter), { limit: most }, row)).rows.length;
}

/**
 * Closes an unconfirmed signature whose mailbox does not exist: it gets no reminder, and expires as it would have. A
 * link that arrived after all still confirms. One PutItem and one UpdateItem; idempotent.
 *
 * @returns whether it is closed; false when it was confirmed meanwhile, or is gone
 */
export async function closeBounced(store: Store, record: SignatureRecord): Promise<boolean> {
  if (record.heldBecause === 'bounced') return true;
  await noteHeld(store, record);
  try {
    await store.client.send(
      new UpdateCommand({
        TableName: store.table,
        Key: signatureKey(record.id),
        UpdateExpression:
          'SET heldBecause = :bounced, #due = :expiry, dueAt = :end, lookAt = :end, dueShard = :shard REMOVE dueNext, leasedUntil, sweeps',
        ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(confirmedAt)',
        ExpressionAttributeNames: { '#due': 'due' },
        ExpressionAttributeValues: {
          ':bounced': 'bounced',
          ':expiry': 'expiry',
          ':end': expireAt(record).toISOString(),
          ':shard': dueShardOf(record.id),
        },
      }),
    );
    return true;
  } catch (error) {
    if (isConditionFailed(error)) return false;
    throw error;
  }
}
