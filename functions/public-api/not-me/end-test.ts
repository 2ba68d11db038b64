/** "It was not me" for a test signature of a draft. */
import type { SignatureId } from '../../../shared/ids.ts';
import { noteBlock } from '../../../shared/mailbox/block.ts';
import { suppressMailbox } from '../../../shared/mailbox/suppression.ts';
import type { Store } from '../../../shared/platform/store/store.ts';
import type { Keys } from '../../../shared/platform/token/keys.ts';
import { dropTest, readTest } from '../../../shared/test-signature/test-signature.ts';
import { forgetMailOf } from '../preview/confirm-test.ts';

/**
 * Deletes the test, and blocks its mailbox if that was asked. Safe to repeat: the test goes last.
 *
 * @param block the token of the link, if the mailbox is to be blocked
 */
export async function endTest(
  store: Store,
  keys: Keys,
  { id, block }: { id: SignatureId; block: string | undefined },
  now: Date,
): Promise<'removed' | 'stopped' | 'gone'> {
  const test = await readTest(store, id);
  // Once it is confirmed, its mailbox is no longer known.
  if (!test || test.email === '') return 'gone';
  const { email } = test;
  await forgetMailOf(store, keys, test, now);
  if (block !== undefined) {
    const asked = { at: now.toISOString(), because: 'asked' } as const;
    await suppressMailbox(store, keys, email, asked, now.getTime());
    await noteBlock(store, keys, { token: block, email });
  }
  await dropTest(store, test);
  return block === undefined ? 'removed' : 'stopped';
}
