/**
 * Finds mail that is overdue because its message was lost (a crash, a full queue, an expired stream) and queues it
 * again. Mail that screening alone holds never gets a message, so it is held here.
 */
import pMap from 'p-map';
import * as z from 'zod';
import { countDays } from '../../shared/count/daily-submissions.ts';
import type { MailKind } from '../../shared/mail/kind.ts';
import { type Overdue, readShard, type Shard, sweepAgain } from '../../shared/mail/outbox.ts';
import { enqueueMails, type MailQueues } from '../../shared/mail/queue.ts';
import { heldByScreening } from '../../shared/mail/suspicion.ts';
import { isPaused, isPausedBySes, readPauses } from '../../shared/pause/pause.ts';
import { dueShards } from '../../shared/platform/store/keys.ts';
import type { Store } from '../../shared/platform/store/store.ts';
import type { Keys } from '../../shared/platform/token/keys.ts';
import { holdFirstMail } from '../../shared/signature/first-mail.ts';
import { readSignature } from '../../shared/signature/storage.ts';
import { expireOrForget } from './expire-or-forget.ts';

export const sweepTask = z.strictObject({
  task: z.literal('sweep'),
  /** Mail that has been due for this long is queued again. */
  olderThanSeconds: z.int().min(0).max(86_400),
  /** Shards of the index that a run looks at: by default all, otherwise another part each minute. */
  shards: z.int().min(1).max(dueShards).optional(),
});

export interface Sweeping {
  readonly store: Store;
  readonly queues: MailQueues;
  /** Read only when a withdrawn signature expires. */
  readonly keys: () => Promise<Keys>;
  /** Whether there is time to end one more signature; always, when not given. */
  readonly hasTime?: () => boolean;
}

/** Rows that are worked on at the same time. */
const parallel = { concurrency: 16 };

/** Time until stopped mails are checked again, in seconds. */
const pausedFor = 60;

/** Longest time between two checks of the same mail, in seconds. */
const longestWait = 6 * 3600;

/**
 * Queues overdue mail again and doubles the time to its next check, so that repeats do not fill a long queue. Safe to
 * run twice at once: a repeated message sends nothing twice.
 *
 * @returns the number of mails queued, and of submissions held
 */
export async function sweep(
  { store, queues, keys, hasTime = () => true }: Sweeping,
  { olderThanSeconds, shards: some = dueShards }: z.infer<typeof sweepTask>,
  now: Date,
): Promise<{ swept: number; held: number }> {
  const before = new Date(now.getTime() - olderThanSeconds * 1000);
  const shards = await readShards(store, before, shardsInTurn(some, now));
  const overdue = shards.flatMap((shard) => shard.overdue);
  const expired = overdue.filter(({ due }) => due === 'expiry');
  await pMap(
    expired,
    ({ signature }) => (hasTime() ? expireOrForget(store, keys, signature, now) : undefined),
    parallel,
  );
  const due = overdue.filter(isMail);
  // On most runs nothing is due, and nothing is read.
  const pauses = due.length > 0 ? await readPauses(store) : undefined;
  const isStopped = ({ letter }: Overdue) =>
    pauses !== undefined &&
    (isPausedBySes(pauses, now.getTime()) || (letter !== undefined && isPaused(pauses, 'mails', letter)));
  const mails = due.filter((mail) => !isStopped(mail));
  const failed = new Set(
    await enqueueMails(
      queues,
      mails.map(({ signature, due }) => ({ signature, mail: due })),
    ),
  );
  const queued = mails.filter((_, index) => !failed.has(index));
  await pMap(
    queued,
    (mail) => sweepAgain(store, mail, { next: nextLook(mail, olderThanSeconds, now), sweeps: mail.sweeps + 1 }),
    parallel,
  );
  const later = new Date(before.getTime() + pausedFor * 1000);
  await pMap(
    due.filter(isStopped),
    (mail) => sweepAgain(store, mail, { next: later, sweeps: Math.max(mail.sweeps, 1) }),
    parallel,
  );
  const early = shards.flatMap((shard) => shard.early);
  await pMap(early, (one) => sweepAgain(store, one, { next: new Date(one.dueAt), sweeps: one.sweeps }), parallel);
  // Last, so that mail to be sent never waits for mail to be held.
  const suspicious = shards.flatMap((shard) => shard.suspicious);
  await holdAll(store, suspicious, hasTime);
  return { swept: queued.length, held: suspicious.length };
}

/** @returns the shards whose turn it is: all of them within the fewest minutes, each run another part */
function shardsInTurn(some: number, now: Date): readonly number[] {
  const parts = Math.ceil(dueShards / some);
  const part = Math.floor(now.getTime() / 60_000) % parts;
  return allShards.slice(part * some, (part + 1) * some);
}

const allShards = Array.from({ length: dueShards }, (_, shard) => shard);

/**
 * Reads those shards, and then the others, if anything was found: messages are rarely lost one by one, so the cause for
 * one shard most likely affects all.
 */
async function readShards(store: Store, before: Date, some: readonly number[]): Promise<Shard[]> {
  const read = (shards: readonly number[]) => Promise.all(shards.map((shard) => readShard(store, shard, before)));
  const found = await read(some);
  const isEmpty = found.every(
    ({ overdue, suspicious, early }) => overdue.length + suspicious.length + early.length === 0,
  );
  return isEmpty ? found : [...found, ...(await read(allShards.filter((shard) => !some.includes(shard))))];
}

/** Holds submissions that are still suspicious and due; somebody may have released one since it was found. */
async function holdAll(store: Store, suspicious: readonly Overdue[], hasTime: () => boolean): Promise<void> {
  const days = countDays();
  try {
    await pMap(
      suspicious,
      async ({ signature }) => {
        if (!hasTime()) return;
        const record = await readSignature(store, signature);
        const why = heldByScreening(record?.due, record?.screening);
        if (record && why) await holdFirstMail({ store, days }, { signature, mail: 'confirmation' }, record, why);
      },
      parallel,
    );
  } finally {
    await days.write(store);
  }
}

const isMail = (overdue: Overdue): overdue is Overdue<MailKind> => overdue.due !== 'expiry';

function nextLook({ sweeps }: Overdue, olderThanSeconds: number, now: Date): Date {
  return new Date(now.getTime() + Math.min(olderThanSeconds * 2 ** sweeps, longestWait) * 1000);
}
