/**
 * Sends updates: chooses recipients, and puts their mails on the queue, a few at a time, so that the queue holds no more
 * than is sent within seconds and other mails do not wait behind thousands. Each step can be repeated, and run twice at
 * once: a mailbox is chosen once for an update, and a mail that is queued twice is sent once, thanks to the lease.
 */
import * as z from 'zod';
import { signatureId } from '../../shared/ids.ts';
import { enqueueMails } from '../../shared/mail/queue.ts';
import { logError } from '../../shared/platform/config/log.ts';
import { unsentPartition } from '../../shared/platform/store/keys.ts';
import { queryPage } from '../../shared/platform/store/query.ts';
import type { Store } from '../../shared/platform/store/store.ts';
import { table } from '../../shared/platform/store/table.ts';
import { transact } from '../../shared/platform/store/transaction.ts';
import { beginWhenDue, endUpdate } from '../../shared/update/control.ts';
import { listDueUpdates, readSending, readUpdate } from '../../shared/update/storage.ts';
import type { Update } from '../../shared/update/update.ts';
import { allChosen, chooseRecipients } from './choose-recipients.ts';
import type { HousekeepingContext } from './run-task.ts';

/** Mails of an update on the queue at once. */
export const maxQueued = 50;
/** Recipients chosen ahead of the queue. */
const maxAhead = 200;
/** Time between two looks, in milliseconds. */
const lookEvery = 1_000;
/** A mail that is still not sent after so long is queued again, in milliseconds: a lease lasts about as long. */
const queueAgainAfter = 70_000;

type Sending = Pick<HousekeepingContext, 'store' | 'keys' | 'queues' | 'hasTime' | 'pause'> & {
  readonly now: () => Date;
};

/** Sends due updates while there is time. @returns the number of updates that were being sent at the start */
export async function sendUpdates(context: Sending): Promise<number> {
  const queued = new Map<string, number>();
  const first = (await listDueUpdates(context.store)).length;
  while (context.hasTime()) {
    const due = await listDueUpdates(context.store);
    let underWay = 0;
    for (const { letter, update: id } of due) {
      const found = await readUpdate(context.store, letter, id);
      try {
        if (found && (await advance(context, found, queued))) underWay += 1;
      } catch (error) {
        logError('an update was not sent', { letter, error: error instanceof Error ? error.name : '' });
      }
    }
    if (underWay === 0) break;
    await context.pause(lookEvery);
  }
  return first;
}

/** @returns whether there is more to do soon */
async function advance(context: Sending, found: Update, queued: Map<string, number>): Promise<boolean> {
  const { store, now } = context;
  switch (found.state) {
    case 'scheduled':
      return beginWhenDue({ store, update: found, by: { kind: 'schedule', id: 'housekeeping' }, now: now() });
    case 'sending':
      return send(context, found, queued);
    case 'cancelled':
      return cleanUp(store, found, now());
    default:
      return false;
  }
}

async function send(context: Sending, found: Update, queued: Map<string, number>): Promise<boolean> {
  const { store, keys, queues, now, hasTime } = context;
  let unsent = await readUnsent(store, found, maxAhead);
  let progress = await readSending(store, found.letter, found.id);
  while (!allChosen(progress) && unsent.length < maxAhead && hasTime()) {
    if (!(await chooseRecipients({ store, keys: await keys(), update: found, now: now() }, progress))) break;
    unsent = await readUnsent(store, found, maxAhead);
    progress = await readSending(store, found.letter, found.id);
  }
  if (unsent.length === 0) return allChosen(progress) ? !(await endUpdate({ store, update: found, now: now() })) : true;
  const at = now().getTime();
  const next = unsent.slice(0, maxQueued).filter((id) => (queued.get(id) ?? 0) <= at - queueAgainAfter);
  const failed = new Set(
    await enqueueMails(
      queues,
      next.map((signature) => ({ signature, mail: 'update' })),
    ),
  );
  for (const [place, id] of next.entries()) if (!failed.has(place)) queued.set(id, at);
  return true;
}

const row = z.object({ sk: signatureId });

async function readUnsent(store: Store, { id }: Update, limit: number) {
  const range = { limit, consistency: 'consistent' } as const;
  const { rows } = await queryPage(store, table, unsentPartition(id), range, row);
  return rows.map(({ sk }) => sk);
}

/** Removes the remaining rows of a cancelled update. @returns whether there is more */
async function cleanUp(store: Store, found: Update, now: Date): Promise<boolean> {
  const left = await readUnsent(store, found, 100);
  if (left.length === 0) return !(await endUpdate({ store, update: found, now }));
  await transact(
    store,
    left.map((sk) => ({ Delete: { TableName: store.table, Key: { pk: unsentPartition(found.id), sk } } })),
  );
  return true;
}
