/** Confirms a test signature: its mailbox is free for the next mail, and its data is erased. */
import { changeMailbox } from '../../../shared/mailbox/record.ts';
import { withoutSignature } from '../../../shared/mailbox/signatures-of-mailbox.ts';
import { forgetAtBase } from '../../../shared/mailbox/spelling.ts';
import { changeIf } from '../../../shared/platform/store/change.ts';
import { testSignatureKey } from '../../../shared/platform/store/keys.ts';
import type { Store } from '../../../shared/platform/store/store.ts';
import type { Keys } from '../../../shared/platform/token/keys.ts';
import type { TestSignature } from '../../../shared/test-signature/test-signature.ts';

/**
 * The caller has checked the token or the code. Safe to repeat: the mailbox comes first, while the test still names it.
 */
export async function confirmTest(store: Store, keys: Keys, test: TestSignature, now: Date): Promise<void> {
  if (test.confirmedAt) return;
  await forgetMailOf(store, keys, test, now);
  await changeIf(store, {
    Key: testSignatureKey(test.id),
    UpdateExpression: `SET confirmedAt = :now REMOVE ${[
      'email, signatoryName, signatoryRole, organisationName',
      '#due, dueAt, lookAt, dueShard, sweeps, leasedUntil, leaseOwner',
    ].join(', ')}`,
    ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(confirmedAt)',
    ExpressionAttributeNames: { '#due': 'due' },
    ExpressionAttributeValues: { ':now': now.toISOString() },
  });
}

/** Its mail no longer counts against the mailbox's daily cap, and its code is spent. */
export async function forgetMailOf(
  store: Store,
  keys: Keys,
  { id, email }: Pick<TestSignature, 'id' | 'email'>,
  now: Date,
): Promise<void> {
  const change = (mailbox: Parameters<typeof withoutSignature>[0]) =>
    mailbox.mails.some(({ mail }) => mail === id) ? withoutSignature(mailbox, id) : undefined;
  await changeMailbox<never>(store, keys, email, change, now.getTime());
  await forgetAtBase(store, keys, { email, mail: id }, now.getTime());
}
