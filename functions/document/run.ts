/** Works on one delivery until nothing is due: freezes its list, makes its files, records the result. */
import { randomBytes } from 'node:crypto';
import type { Delivery, FailureReason, Progress } from '../../shared/delivery/delivery.ts';
import { type DocumentRequest, type DueDocument, documentDone, readDue } from '../../shared/delivery/due.ts';
import { readDelivery } from '../../shared/delivery/storage.ts';
import type { Bucket } from '../../shared/platform/bucket/bucket.ts';
import { logError } from '../../shared/platform/config/log.ts';
import { changeIf } from '../../shared/platform/store/change.ts';
import { deliveryKey } from '../../shared/platform/store/keys.ts';
import { dropNames, type Freezing, freeze } from './freeze.ts';
import { deleteMade, makeFiles, type Typeset, TypesettingFailed } from './make-files.ts';
import { deleteLogos } from './organisation-logos.ts';

export interface DocumentContext extends Freezing {
  readonly bucket: Bucket;
  readonly typeset: Typeset;
}

/** Longer than a run can take, in milliseconds: a run that did not end by then was killed. */
export const leaseLasts = 16 * 60 * 1000;

/**
 * Idempotent: does nothing when nothing is due, or another run is active. Work that becomes due meanwhile (somebody is
 * erased) is done by the same run.
 *
 * @throws the errors of table and bucket; what is due stays due then
 */
export async function runDelivery(context: DocumentContext, request: DocumentRequest): Promise<void> {
  const { store } = context;
  for (;;) {
    const due = await readDue(store, request);
    if (!due) return;
    const lease = await takeLease(context, request);
    if (!lease) return;
    try {
      await workOn(context, due);
    } finally {
      await lease.release();
    }
  }
}

async function takeLease({ store, now }: DocumentContext, { letter, delivery }: DocumentRequest) {
  const owner = randomBytes(16).toString('hex');
  const Key = deliveryKey(letter, delivery);
  const isTaken = await changeIf(store, {
    Key,
    UpdateExpression: 'SET leaseOwner = :owner, leasedUntil = :until',
    // A write whose answer was lost is sent again, and finds its own lease.
    ConditionExpression:
      'attribute_exists(pk) AND (attribute_not_exists(leasedUntil) OR leasedUntil < :now OR leaseOwner = :owner)',
    ExpressionAttributeValues: {
      ':owner': owner,
      ':now': now().getTime(),
      ':until': now().getTime() + leaseLasts,
    },
  });
  if (!isTaken) return undefined;
  return {
    release: () =>
      changeIf(store, {
        Key,
        UpdateExpression: 'REMOVE leaseOwner, leasedUntil',
        ConditionExpression: 'leaseOwner = :owner',
        ExpressionAttributeValues: { ':owner': owner },
      }),
  };
}

/** Ends when the delivery has no more work. */
async function workOn(context: DocumentContext, due: DueDocument): Promise<void> {
  for (;;) {
    const delivery = await readDelivery(context.store, due.letter, due.delivery);
    if (!delivery || delivery.progress.state === 'ready' || delivery.progress.state === 'failed') {
      return documentDone(context.store, due);
    }
    if (delivery.cancelledAt) {
      await stop(context, delivery);
      return documentDone(context.store, due);
    }
    await (delivery.progress.state === 'freezing' ? freezeList(context, delivery) : makeDocuments(context, delivery));
  }
}

/** Removes the files of a cancelled delivery. A frozen list stays, as a record of the cancelled delivery. */
async function stop(context: DocumentContext, delivery: Delivery): Promise<void> {
  if (!delivery.frozen) await dropNames(context.store, delivery, () => true);
  await deleteMade(context.bucket, delivery);
  await deleteLogos(context.bucket, delivery, []);
  if (delivery.progress.state === 'stopped') return;
  await record(context, delivery, { state: 'stopped', since: context.now().toISOString() });
}

async function freezeList(context: DocumentContext, delivery: Delivery): Promise<void> {
  const done = await freeze(context, delivery);
  if (done.outcome !== 'failed') return;
  await dropNames(context.store, delivery, () => true);
  await recordFailure(context, delivery, done.why);
}

async function makeDocuments(context: DocumentContext, delivery: Delivery): Promise<void> {
  const { frozen } = delivery;
  if (!frozen) throw new Error('documents are made of a frozen list');
  try {
    const made = await makeFiles(context, { ...delivery, frozen });
    const since = context.now().toISOString();
    // Otherwise somebody was erased meanwhile: the next round deletes these files.
    await record(context, delivery, { state: 'ready', since, ...made });
  } catch (error) {
    if (!(error instanceof TypesettingFailed)) throw error;
    logError('the document of a delivery could not be typeset', { letter: delivery.letter, error: error.message });
    await deleteMade(context.bucket, delivery);
    await recordFailure(context, delivery, 'typesetting');
  }
}

function recordFailure(context: DocumentContext, delivery: Delivery, why: FailureReason): Promise<boolean> {
  return record(context, delivery, { state: 'failed', since: context.now().toISOString(), why });
}

/** @returns false when the delivery is in another run by now */
function record({ store }: DocumentContext, { letter, id, run }: Delivery, progress: Progress): Promise<boolean> {
  return changeIf(store, {
    Key: deliveryKey(letter, id),
    UpdateExpression: 'SET progress = :progress',
    ConditionExpression: '#run = :run',
    ExpressionAttributeNames: { '#run': 'run' },
    ExpressionAttributeValues: { ':progress': progress, ':run': run },
  });
}
