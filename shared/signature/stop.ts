/** "It was not me": the owner of a mailbox wants nothing to do with a signature that somebody submitted for it. */
import { suppressMailbox } from '../mailbox/suppression.ts';
import { backOff, type Store } from '../store/store.ts';
import type { Keys } from '../token/keys.ts';
import { mostAttempts } from './commit.ts';
import { dropPending } from './forget.ts';
import type { SignatureId } from './id.ts';
import { readSignature } from './storage.ts';

/**
 * - `stopped`: the signature is deleted, and its mailbox gets no more mail from anybody's letter
 * - `confirmed`: it was confirmed, so it is its owner's to withdraw; nothing changed
 * - `gone`: there is no such signature any more
 */
export type StopOutcome = 'stopped' | 'confirmed' | 'gone';

/** The caller has checked the token. Safe to repeat: what is done last is what makes it known who is meant. */
export async function stop(store: Store, keys: Keys, id: SignatureId, now: Date): Promise<StopOutcome> {
  for (let attempt = 1; ; attempt += 1) {
    const record = await readSignature(store, id);
    if (!record) return 'gone';
    if (record.confirmedAt) return 'confirmed';
    const asked = { at: now.toISOString(), because: 'asked' } as const;
    await suppressMailbox(store, keys, record.email, asked, now.getTime());
    if (await dropPending(store, id, now)) return 'stopped';
    if (attempt >= mostAttempts) throw new Error('the signature changed again and again');
    await backOff(attempt);
  }
}
