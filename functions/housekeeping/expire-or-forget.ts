/** Ends signatures whose time is over: never confirmed, or withdrawn. */

import type { SignatureId } from '../../shared/ids.ts';
import type { Store } from '../../shared/platform/store/store.ts';
import type { Keys } from '../../shared/platform/token/keys.ts';
import { forget } from '../../shared/signature/forget.ts';
import { readSignature } from '../../shared/signature/storage.ts';
import { expire } from './expire.ts';

/**
 * Ends a signature whose time is over. Does nothing when it is still valid or already gone. Safe to repeat. One
 * DeleteItem for a signature that was never confirmed.
 *
 * @param keys read only for withdrawn signatures
 */
export async function expireOrForget(
  store: Store,
  keys: () => Promise<Keys>,
  id: SignatureId,
  now: Date,
): Promise<void> {
  if (await expire(store, id)) return;
  const record = await readSignature(store, id);
  const isOver = record?.due === 'expiry' && record.dueAt !== undefined && new Date(record.dueAt) <= now;
  if (isOver && record.withdrawnAt) await forget(store, await keys(), id, now);
}
