/**
 * Starts the document function again for deliveries that are still due: its event was lost, or it was killed. After
 * some attempts it records that the documents could not be made, so that people see it and can try again.
 */

import type { FailureReason } from '../../shared/delivery/delivery.ts';
import { type DueDocument, documentDone, listDueDocuments, lookAgain } from '../../shared/delivery/due.ts';
import { logNotStarted, type StartFunction } from '../../shared/delivery/start-function.ts';
import { readDelivery } from '../../shared/delivery/storage.ts';
import { logError } from '../../shared/platform/config/log.ts';
import { UpdateCommand } from '../../shared/platform/store/commands.ts';
import { deliveryKey } from '../../shared/platform/store/keys.ts';
import { isConditionFailed, type Store } from '../../shared/platform/store/store.ts';

const maxTries = 5;

/** @returns the number of deliveries for which the function was started */
export async function sweepDocuments(store: Store, startDocument: StartFunction, now: Date): Promise<number> {
  let started = 0;
  for (const due of await listDueDocuments(store)) {
    if (due.lookAt > now.toISOString()) continue;
    if (due.tries >= maxTries) {
      await giveUp(store, due, now);
      continue;
    }
    // Another run may handle it concurrently.
    if (!(await lookAgain(store, due, now))) continue;
    try {
      await startDocument({ letter: due.letter, delivery: due.delivery });
      started += 1;
    } catch (error) {
      logNotStarted(error);
    }
  }
  return started;
}

async function giveUp(store: Store, due: DueDocument, now: Date): Promise<void> {
  const delivery = await readDelivery(store, due.letter, due.delivery);
  if (delivery && (delivery.progress.state === 'freezing' || delivery.progress.state === 'making')) {
    // A run that finished has released its lease.
    const why: FailureReason = delivery.leasedUntil === undefined ? 'unavailable' : 'too-large';
    try {
      await store.client.send(
        new UpdateCommand({
          TableName: store.table,
          Key: deliveryKey(due.letter, due.delivery),
          UpdateExpression: 'SET progress = :failed REMOVE leaseOwner, leasedUntil',
          // The second: a write whose answer was lost is sent again.
          ConditionExpression: '#run = :run AND (progress = :seen OR progress = :failed)',
          ExpressionAttributeNames: { '#run': 'run' },
          ExpressionAttributeValues: {
            ':failed': { state: 'failed', since: now.toISOString(), why },
            ':run': delivery.run,
            ':seen': delivery.progress,
          },
        }),
      );
    } catch (error) {
      if (!isConditionFailed(error)) throw error;
      return;
    }
    logError('the documents of a delivery could not be made', { letter: due.letter, why });
  }
  await documentDone(store, due);
}
