/**
 * Partners in the table: the partner itself, and on each of its letters the part that requests need, in one
 * transaction.
 */

import * as z from 'zod';
import type { PartnerId } from '../ids.ts';
import type { Letter } from '../letter/letter.ts';
import type { LetterPartner } from '../letter/partners.ts';
import { QueryCommand } from '../platform/store/commands.ts';
import { letterKey, partnerKey, partnersPartition } from '../platform/store/keys.ts';
import { readItem } from '../platform/store/read.ts';
import type { Store } from '../platform/store/store.ts';
import { type TransactItems, transact } from '../platform/store/transaction.ts';
import { type Partner, partner } from './partner.ts';

/** @returns the partner with that id, if it exists. One strongly consistent read. */
export async function readPartner(store: Store, id: PartnerId): Promise<Partner | undefined> {
  const item = await readItem(store, partnerKey(id));
  return item && partner.parse(item);
}

/** @returns every partner, by id. One Query, since there are some thousand at most. */
export async function listPartners(store: Store): Promise<Partner[]> {
  const { Items } = await store.client.send(
    new QueryCommand({
      TableName: store.table,
      KeyConditionExpression: 'pk = :partners',
      ExpressionAttributeValues: { ':partners': partnersPartition },
    }),
  );
  return z.array(partner).parse(Items ?? []);
}

/** A letter as read, and its new partners. */
export interface LetterChange {
  readonly letter: Letter;
  readonly partners: readonly LetterPartner[];
}

/**
 * Writes a partner and its part of each letter in one transaction.
 *
 * @param change the partner before and after; either may be missing
 * @param also items written with it: the audit entries
 * @returns whether it was written; false when the partner or a letter changed since it was read
 */
export async function writePartner(
  store: Store,
  { before, after }: { before: Partner | undefined; after: Partner | undefined },
  letters: readonly LetterChange[],
  also: TransactItems = [],
): Promise<boolean> {
  const id = (after ?? before)?.id;
  if (id === undefined) return true;
  const asRead = before
    ? { ConditionExpression: 'revision = :before', ExpressionAttributeValues: { ':before': before.revision } }
    : { ConditionExpression: 'attribute_not_exists(pk)' };
  const own = after
    ? { Put: { TableName: store.table, Item: { ...partnerKey(id), ...after }, ...asRead } }
    : { Delete: { TableName: store.table, Key: partnerKey(id), ...asRead } };
  const onLetters = letters.map(({ letter: { slug, revision }, partners }) => ({
    Update: {
      TableName: store.table,
      Key: letterKey(slug),
      UpdateExpression: 'SET partners = :partners, revision = :after',
      ConditionExpression: 'revision = :before',
      ExpressionAttributeValues: { ':partners': partners, ':before': revision, ':after': revision + 1 },
    },
  }));
  return (await transact(store, [own, ...onLetters, ...also])).written;
}
