/**
 * A mailbox that is sent updates of a letter: which updates it was chosen for, and whether it unsubscribed. The row has a
 * random id, which links to unsubscribe hold instead of the mailbox; a second row finds it by mailbox and letter.
 */
import * as z from 'zod';
import { type LetterSlug, letterSlug, makeSignatureId, type SignatureId, signatureId, updateId } from '../ids.ts';
import { changeIf } from '../platform/store/change.ts';
import {
  subscriberKey,
  subscriptionKey,
  subscriptionPrefix,
  subscriptionsPartition,
  unsentKey,
} from '../platform/store/keys.ts';
import { queryAll } from '../platform/store/query.ts';
import { readItem } from '../platform/store/read.ts';
import type { Store } from '../platform/store/store.ts';
import { table } from '../platform/store/table.ts';
import { transact } from '../platform/store/transaction.ts';
import { isoTimestamp } from '../time.ts';

export const subscriber = z.object({
  id: signatureId,
  letter: letterSlug,
  /** Keyed hash of the mailbox (`hashMailbox`). */
  subscribedMailbox: z.string(),
  /** The signature by which it was found last. The others are on the row of the mailbox. */
  foundBy: signatureId,
  unsubscribedAt: isoTimestamp.optional(),
  /** Updates for which it was chosen: it is never chosen twice for the same. */
  chosenFor: z.array(updateId).default([]),
  /** The update that is being sent to it, while it is. */
  update: updateId.optional(),
  due: z.literal('update').optional(),
  /** Number of times that SES was asked to take that mail and may have taken it. */
  handed: z.int().default(0),
  /** Updates that bounced or were complained about, so that an event that is delivered twice is counted once. */
  returned: z.array(updateId).default([]),
});
export type Subscriber = z.infer<typeof subscriber>;

/** @returns the row, or undefined when the mailbox was forgotten. One strongly consistent read */
export async function readSubscriber(store: Store, id: SignatureId): Promise<Subscriber | undefined> {
  const item = await readItem(store, subscriberKey(id));
  return item && subscriber.parse(item);
}

const subscription = z.object({ id: signatureId });

/** @returns the row of that mailbox for that letter, if there is one. Two strongly consistent reads */
export async function findSubscriber(store: Store, hash: string, letter: LetterSlug): Promise<Subscriber | undefined> {
  const found = subscription.safeParse(await readItem(store, subscriptionKey(hash, letter))).data;
  return found && readSubscriber(store, found.id);
}

/** Finds the row of a mailbox for a letter, or makes it. Safe to call twice at once. */
export async function ensureSubscriber(
  store: Store,
  { hash, letter, foundBy }: { hash: string; letter: LetterSlug; foundBy: SignatureId },
): Promise<Subscriber> {
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    const known = await findSubscriber(store, hash, letter);
    if (known) return known;
    const id = makeSignatureId();
    await transact(store, [
      {
        Put: {
          TableName: store.table,
          Item: { ...subscriptionKey(hash, letter), id, letter },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      },
      { Put: { TableName: store.table, Item: { ...subscriberKey(id), id, letter, subscribedMailbox: hash, foundBy } } },
    ]);
  }
  throw new Error('the subscriber of a mailbox is missing');
}

/**
 * Ends the updates of the letter for the mailbox. The first time counts. One UpdateItem.
 *
 * @returns whether it changed something
 */
export function unsubscribe(store: Store, id: SignatureId, at: string): Promise<boolean> {
  return changeIf(store, {
    Key: subscriberKey(id),
    UpdateExpression: 'SET unsubscribedAt = :at',
    ConditionExpression: 'attribute_exists(pk) AND (attribute_not_exists(unsubscribedAt) OR unsubscribedAt < :at)',
    ExpressionAttributeValues: { ':at': at },
  });
}

const named = z.object({ id: signatureId, letter: letterSlug });

/** A signature that is forgotten, and one that the mailbox keeps for each letter. */
export interface Forgetting {
  readonly signature: SignatureId;
  readonly kept: ReadonlyMap<LetterSlug, SignatureId>;
}

/**
 * Removes the rows of a mailbox for all letters of which it keeps nothing. Links to unsubscribe from them then have nothing
 * to end. The other rows no longer name the forgotten signature, which must not lead to the mailbox.
 */
export async function forgetSubscriptions(store: Store, hash: string, { signature, kept }: Forgetting): Promise<void> {
  const range = { keys: { prefix: subscriptionPrefix }, consistency: 'consistent' } as const;
  const rows = await queryAll(store, table, subscriptionsPartition(hash), range, named);
  for (const { id, letter } of rows) {
    const other = kept.get(letter);
    if (other !== undefined) {
      await changeIf(store, {
        Key: subscriberKey(id),
        UpdateExpression: 'SET foundBy = :other',
        ConditionExpression: 'foundBy = :gone',
        ExpressionAttributeValues: { ':other': other, ':gone': signature },
      });
      continue;
    }
    const due = await readSubscriber(store, id);
    const unsent = due?.due && due.update ? [unsentKey(due.update, id)] : [];
    const keys = [...unsent, subscriberKey(id), subscriptionKey(hash, letter)];
    await transact(
      store,
      keys.map((Key) => ({ Delete: { TableName: store.table, Key } })),
    );
  }
}
