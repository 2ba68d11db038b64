/** Counts the mails of an update that came back or were complained about, and pauses it when there are too many. */
import type { SignatureId, UpdateId } from '../../shared/ids.ts';
import { readSubscriber } from '../../shared/mailbox/subscriber.ts';
import { sendingKey, subscriberKey } from '../../shared/platform/store/keys.ts';
import type { Store } from '../../shared/platform/store/store.ts';
import { transact } from '../../shared/platform/store/transaction.ts';
import { pauseUpdate } from '../../shared/update/control.ts';
import { whyToPause } from '../../shared/update/sending.ts';
import { readSending, readUpdate } from '../../shared/update/storage.ts';

/** Attempts to pause an update that somebody else changes at the same moment. */
const maxAttempts = 5;

interface Taking {
  readonly store: Store;
  readonly now: Date;
}

/** An event that is delivered twice is counted once. */
export async function noteReturned(
  { store, now }: Taking,
  what: 'bounced' | 'complained',
  { id, subscriber: of }: { readonly id: UpdateId; readonly subscriber: SignatureId },
): Promise<void> {
  const subscriber = await readSubscriber(store, of);
  // The mailbox was forgotten.
  if (!subscriber) return;
  const { letter } = subscriber;
  await transact(store, [
    {
      Update: {
        TableName: store.table,
        Key: subscriberKey(of),
        UpdateExpression: 'SET returned = list_append(if_not_exists(returned, :none), :one)',
        ConditionExpression: 'attribute_exists(pk) AND contains(chosenFor, :id) AND NOT contains(returned, :id)',
        ExpressionAttributeValues: { ':none': [], ':one': [id], ':id': id },
      },
    },
    {
      Update: {
        TableName: store.table,
        Key: sendingKey(letter, id),
        UpdateExpression: 'ADD #what :one',
        ExpressionAttributeNames: { '#what': what },
        ExpressionAttributeValues: { ':one': 1 },
      },
    },
  ]);
  // Also when it was counted before: that run may have died before it paused.
  for (let attempt = 1; attempt <= maxAttempts; attempt += 1) {
    const [update, sending] = await Promise.all([readUpdate(store, letter, id), readSending(store, letter, id)]);
    const because = update?.state === 'sending' ? whyToPause(sending, update.excused) : undefined;
    if (!update || !because) return;
    const by = { kind: 'schedule', id: 'mail-feedback' } as const;
    if ((await pauseUpdate({ store, update, by, now }, because)).outcome !== 'stale') return;
  }
  throw new Error('an update changed again and again');
}
