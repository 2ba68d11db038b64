/** "It was not me": the owner of a mailbox rejects a signature that somebody submitted with it. */

import type { SignatureId } from '../../../shared/ids.ts';
import { blockPut } from '../../../shared/mailbox/block.ts';
import { putMailbox, readMailbox } from '../../../shared/mailbox/record.ts';
import { withoutSignature } from '../../../shared/mailbox/signatures-of-mailbox.ts';
import { suppressedBy } from '../../../shared/mailbox/suppression.ts';
import { backOff, conflictError, type Store } from '../../../shared/platform/store/store.ts';
import type { Keys } from '../../../shared/platform/token/keys.ts';
import { maxAttempts } from '../../../shared/signature/commit.ts';
import { dropPending } from '../../../shared/signature/forget.ts';
import { readSignature } from '../../../shared/signature/storage.ts';

/**
 * - `removed`: the signature is deleted
 * - `stopped`: it is deleted, and its mailbox gets no more mail about any letter
 * - `confirmed`: it was already confirmed, so only its owner can withdraw it; nothing changed
 * - `gone`: the signature no longer exists
 */
export type EndOutcome = 'removed' | 'stopped' | 'confirmed' | 'gone';

/** The signature to delete. */
export interface SubmissionToEnd {
  readonly id: SignatureId;
  /** The token of the link, if the mailbox is to be blocked; it can undo the block. */
  readonly block: string | undefined;
}

/**
 * The caller has checked the token. Deletes the signature (or the test signature) and blocks its mailbox in one transaction: a simultaneous
 * confirmation either comes first, and nothing else happens, or finds nothing. Safe to repeat.
 */
export async function endSubmission(
  store: Store,
  keys: Keys,
  { id, block }: SubmissionToEnd,
  now: Date,
): Promise<EndOutcome> {
  for (let attempt = 1; ; attempt += 1) {
    const record = await readSignature(store, id);
    if (!record) return (await import('./end-test.ts')).endTest(store, keys, { id, block }, now);
    if (record.confirmedAt) return 'confirmed';
    const { email } = record;
    const before = await readMailbox(store, keys, email);
    const without = withoutSignature(before, id);
    const asked = { at: now.toISOString(), because: 'asked' } as const;
    const after = block === undefined ? without : suppressedBy(without, asked);
    const writes = [
      { Put: putMailbox(store, keys, { email, before, after }, now.getTime()) },
      ...(block === undefined ? [] : [{ Put: blockPut(store, keys, { token: block, email }) }]),
    ];
    if ((await dropPending(store, id, now, writes)) === 'dropped') return block === undefined ? 'removed' : 'stopped';
    if (attempt >= maxAttempts) throw conflictError('the signature changed');
    await backOff(attempt);
  }
}
