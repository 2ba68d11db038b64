/** "It was not me": the owner of a mailbox wants nothing to do with a signature that somebody submitted for it. */
import { withoutSignature } from '../mailbox/own.ts';
import { putMailbox, readMailbox } from '../mailbox/record.ts';
import { suppressedBy } from '../mailbox/suppression.ts';
import { backOff, type Store, tooBusy } from '../store/store.ts';
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

/**
 * The caller has checked the token. The signature goes and its mailbox is silent with one transaction: whoever confirms
 * in that moment either comes first, and nothing else happens, or finds nothing any more. Safe to repeat.
 */
export async function stop(store: Store, keys: Keys, id: SignatureId, now: Date): Promise<StopOutcome> {
  for (let attempt = 1; ; attempt += 1) {
    const record = await readSignature(store, id);
    if (!record) return 'gone';
    if (record.confirmedAt) return 'confirmed';
    const { email } = record;
    const before = await readMailbox(store, keys, email);
    const asked = { at: now.toISOString(), because: 'asked' } as const;
    const after = suppressedBy(withoutSignature(before, id), asked);
    const silent = putMailbox(store, keys, { email, before, after }, now.getTime());
    if ((await dropPending(store, id, now, [{ Put: silent }])) === 'dropped') return 'stopped';
    if (attempt >= mostAttempts) throw tooBusy('the signature changed');
    await backOff(attempt);
  }
}
