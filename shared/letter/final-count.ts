/**
 * Marks the count rows of letters that the previous release delivered as final, which that release did not do (decision
 * 022).
 */

import * as z from 'zod';
import { finalCounts } from '../count/count.ts';
import { countedAs } from '../count/counted-as.ts';
import type { LetterSlug } from '../ids.ts';
import { DeleteCommand, QueryCommand, UpdateCommand } from '../platform/store/commands.ts';
import { countKeys, countPartitions, letterKey } from '../platform/store/keys.ts';
import { isConditionFailed, type Store } from '../platform/store/store.ts';
import { transact } from '../platform/store/transaction.ts';
import type { Letter } from './letter.ts';

const row = z.object({ sk: z.string(), isFinal: z.boolean().default(false) });

/**
 * Call this before any change to a delivered letter, so that it cannot grow before `npm run upgrade` either. Calling it twice
 * does no harm, nor for a letter that was reopened since.
 *
 * Does nothing for other letters. Otherwise four Queries, and one transaction when rows are not final.
 *
 * @returns whether rows were marked
 */
export async function ensureFinal(store: Store, { slug, state }: Pick<Letter, 'slug' | 'state'>): Promise<boolean> {
  if (state !== 'delivered' || (await areFinal(store, slug))) return false;
  // A letter that was reopened since it was read is not final.
  const isStill = {
    ConditionCheck: {
      TableName: store.table,
      Key: letterKey(slug),
      ConditionExpression: '#state = :delivered',
      ExpressionAttributeNames: { '#state': 'state' },
      ExpressionAttributeValues: { ':delivered': 'delivered' },
    },
  };
  return (await transact(store, [isStill, ...finalCounts(store, slug)])).written;
}

async function areFinal({ client, table }: Store, slug: LetterSlug): Promise<boolean> {
  const answers = await Promise.all(
    countPartitions(slug).map((partition) =>
      client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'pk = :partition',
          ExpressionAttributeValues: { ':partition': partition },
          ConsistentRead: true,
        }),
      ),
    ),
  );
  const rows = z.array(row).parse(answers.flatMap(({ Items = [] }) => Items));
  return rows.filter(({ isFinal }) => isFinal).length === countKeys(slug).length;
}

/** Removes the marks, for going back to the previous release. @returns whether there were any */
export async function dropFinal(store: Store, slug: LetterSlug): Promise<boolean> {
  const dropped = await Promise.all(countKeys(slug).map((Key) => dropFrom(store, Key)));
  return dropped.some(Boolean);
}

async function dropFrom({ client, table }: Store, Key: Record<string, string>): Promise<boolean> {
  const marked = 'isFinal = :yes';
  const ExpressionAttributeValues = { ':yes': true };
  // A row that counts nobody exists only for its mark.
  const countsNobody = countedAs.map((sum) => `attribute_not_exists(#${sum})`);
  const ExpressionAttributeNames = Object.fromEntries(countedAs.map((sum) => [`#${sum}`, sum]));
  const ConditionExpression = [marked, ...countsNobody].join(' AND ');
  try {
    await client.send(
      new DeleteCommand({
        TableName: table,
        Key,
        ConditionExpression,
        ExpressionAttributeNames,
        ExpressionAttributeValues,
      }),
    );
    return true;
  } catch (error) {
    if (!isConditionFailed(error)) throw error;
  }
  try {
    await client.send(
      new UpdateCommand({
        TableName: table,
        Key,
        UpdateExpression: 'REMOVE isFinal',
        ConditionExpression: marked,
        ExpressionAttributeValues,
      }),
    );
    return true;
  } catch (error) {
    if (isConditionFailed(error)) return false;
    throw error;
  }
}
