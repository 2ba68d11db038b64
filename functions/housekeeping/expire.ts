/** Deletes signatures that were never confirmed; nothing of them is kept. */

import type { SignatureId } from '../../shared/ids.ts';
import { DeleteCommand } from '../../shared/platform/store/commands.ts';
import { signatureKey } from '../../shared/platform/store/keys.ts';
import { isConditionFailed, type Store } from '../../shared/platform/store/store.ts';

/**
 * Deletes a signature whose time to confirm is over. Does nothing when it was confirmed or is already gone. Safe to
 * repeat.
 *
 * @returns true when it was deleted or was already gone
 */
export async function expire(store: Store, id: SignatureId): Promise<boolean> {
  try {
    await store.client.send(
      new DeleteCommand({
        TableName: store.table,
        Key: signatureKey(id),
        ConditionExpression: 'attribute_not_exists(pk) OR (attribute_not_exists(confirmedAt) AND #due = :expiry)',
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
