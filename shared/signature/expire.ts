/** The end of a signature that was never confirmed, or was withdrawn: nothing of who it was is kept. */
import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { signatureKey } from '../store/keys.ts';
import { isConditionFailed, type Store } from '../store/store.ts';
import type { Keys } from '../token/keys.ts';
import { forget } from './forget.ts';
import type { SignatureId } from './id.ts';
import { readSignature } from './storage.ts';

/**
 * Ends a signature whose time is over; nothing when it lives or is gone. Safe to repeat. One DeleteItem for what was
 * never confirmed.
 */
export async function expire(store: Store, keys: () => Promise<Keys>, id: SignatureId, now: Date): Promise<void> {
  if (await deleteUnconfirmed(store, id)) return;
  const record = await readSignature(store, id);
  const isOver = record?.due === 'expiry' && record.dueAt !== undefined && new Date(record.dueAt) <= now;
  if (isOver && record.withdrawnAt) await forget(store, await keys(), id, now);
}

async function deleteUnconfirmed(store: Store, id: SignatureId): Promise<boolean> {
  try {
    await store.client.send(
      new DeleteCommand({
        TableName: store.table,
        Key: signatureKey(id),
        ConditionExpression: 'attribute_not_exists(confirmedAt) AND #due = :expiry',
        ExpressionAttributeNames: { '#due': 'due' },
        ExpressionAttributeValues: { ':expiry': 'expiry' },
      }),
    );
    return true;
  } catch (error) {
    if (isConditionFailed(error)) return false;
    throw error;
  }
}
