/** Erases data about signers that a letter no longer needs, a set number of days after it closed. */

import pMap from 'p-map';
import * as z from 'zod';
import type { SignatureId } from '../../shared/ids.ts';
import { closedSince, type Letter } from '../../shared/letter/letter.ts';
import { forgetSignature } from '../../shared/mailbox/signatures-of-mailbox.ts';
import { GetCommand, PutCommand } from '../../shared/platform/store/commands.ts';
import { progressKey } from '../../shared/platform/store/keys.ts';
import type { Store } from '../../shared/platform/store/store.ts';
import type { Keys } from '../../shared/platform/token/keys.ts';
import { change } from '../../shared/signature/change-signature.ts';
import { forget } from '../../shared/signature/forget.ts';
import { readCounted } from '../../shared/signature/lists/counted-index.ts';
import { notCountedPartition, reviewPartition, tallyPartitions } from '../../shared/signature/lists/index-keys.ts';
import { isOnPaper } from '../../shared/signature/states.ts';
import { readSignature } from '../../shared/signature/storage.ts';
import { isoTimestamp } from '../../shared/time.ts';
import { withoutUnpublishedData } from './without-unpublished-data.ts';

/** Progress of the walk over the letter's signatures. Continuing from an older state is harmless. */
const walkState = z.object({ startedAt: isoTimestamp, partition: z.int(), cursor: z.string() });
type WalkState = z.infer<typeof walkState>;

const day = 24 * 3600 * 1000;
/** Time between walks, in milliseconds. The next walk finds signatures that have been counted since. */
const againAfter = 30 * day;

/**
 * Erases unpublished data of the listed signatures. Forgets all others: awaiting review, rejected, or duplicates.
 *
 * @returns the number of signatures processed
 */
export async function applyRetention(
  store: Store,
  keys: () => Promise<Keys>,
  letter: Letter,
  { now, hasTime }: { now: Date; hasTime: () => boolean },
): Promise<number> {
  if (!isOver(letter, now)) return 0;
  const beside = [reviewPartition(letter.slug), notCountedPartition(letter.slug)];
  const partitions = [...tallyPartitions(letter.slug).map(({ partition }) => partition), ...beside];
  let state = await readWalk(store, letter);
  const ended = state && state.partition >= partitions.length;
  if (state && ended && now.getTime() - new Date(state.startedAt).getTime() < againAfter) return 0;
  if (!state || ended) state = { startedAt: now.toISOString(), partition: 0, cursor: '' };
  let done = 0;
  while (hasTime()) {
    const partition = partitions[state.partition];
    if (partition === undefined) break;
    const { rows, next } = await readCounted(store, partition, { after: state.cursor });
    await pMap(
      rows,
      async ({ id }) =>
        beside.includes(partition) ? forget(store, await keys(), id, now) : erase(store, await keys(), id, now),
      { concurrency: 10 },
    );
    done += rows.length;
    state = next === undefined ? { ...state, partition: state.partition + 1, cursor: '' } : { ...state, cursor: next };
    await store.client.send(
      new PutCommand({ TableName: store.table, Item: { ...progressKey(letter.slug, 'retention'), ...state } }),
    );
  }
  return done;
}

function isOver(letter: Letter, now: Date): boolean {
  const { keepDays } = letter.settings;
  const closed = closedSince(letter, now);
  return keepDays !== undefined && closed !== undefined && now.getTime() - closed.getTime() >= keepDays * day;
}

async function erase(store: Store, keys: Keys, id: SignatureId, now: Date): Promise<void> {
  const record = await readSignature(store, id);
  if (!record || (record.email === '' && !isOnPaper(record))) return;
  // First the rows that are found by the mailbox: while the signature still holds it, this step can be repeated.
  await forgetSignature(store, keys, { email: record.email, signature: id }, now.getTime());
  await change(store, id, withoutUnpublishedData, now);
}

async function readWalk(store: Store, { slug }: Letter): Promise<WalkState | undefined> {
  const { Item } = await store.client.send(
    new GetCommand({ TableName: store.table, Key: progressKey(slug, 'retention'), ConsistentRead: true }),
  );
  return Item ? walkState.parse(Item) : undefined;
}
