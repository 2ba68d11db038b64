/**
 * A row beside the letter for each submission that is held, so that the secretariat sees how many there are without
 * reading everything that is due. Holds ids only.
 */

import type { LetterSlug } from '../../ids.ts';
import { PutCommand } from '../../platform/store/commands.ts';
import { heldKey, heldPartition } from '../../platform/store/keys.ts';
import { queryCount } from '../../platform/store/query.ts';
import type { Store } from '../../platform/store/store.ts';
import { table } from '../../platform/store/table.ts';
import { expireAt, type SignatureRecord } from '../record.ts';

/**
 * Notes a submission before it is held, so that no held one is missing. A row that is too many expires with its
 * submission. One PutItem; idempotent.
 */
export async function noteHeld(store: Store, record: SignatureRecord): Promise<void> {
  await store.client.send(new PutCommand(heldRowPut(store, record)));
}

/** @returns the write of that row */
export function heldRowPut({ table: TableName }: Store, record: SignatureRecord) {
  const ttl = Math.ceil(expireAt(record).getTime() / 1000);
  return { TableName, Item: { ...heldKey(record.letter, record.id), ttl } };
}

/** @returns the transaction items that remove the row of a submission which is no longer held */
export function heldRowMoves(store: Store, { letter, id, heldBecause, confirmedAt }: SignatureRecord) {
  if (heldBecause === undefined || confirmedAt !== undefined) return [];
  return [{ Delete: { TableName: store.table, Key: heldKey(letter, id) } }];
}

/** @returns how many submissions are held, or at least `most`. One Query of at most `most` short rows */
export function countHeld(store: Store, letter: LetterSlug, most: number, now: Date): Promise<number> {
  // DynamoDB deletes expired rows late.
  const filter = {
    expression: '#ttl > :now',
    names: { '#ttl': table.timeToLive },
    values: { ':now': Math.floor(now.getTime() / 1000) },
  };
  return queryCount(store, table, heldPartition(letter), { limit: most, filter }, most);
}
