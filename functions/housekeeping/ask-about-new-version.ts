/**
 * After a change of substance each signer of an older version is asked by mail, once, to carry the signature over
 * (DESIGN rule 9). The list is walked from the index; who was asked stands on the signature, so that walking it again,
 * or twice at once, asks nobody twice.
 */
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { closedSince, currentVersion, type Letter } from '../../shared/letter/letter.ts';
import { logError } from '../../shared/platform/config/log.ts';
import { progressKey } from '../../shared/platform/store/keys.ts';
import type { Store } from '../../shared/platform/store/store.ts';
import { change } from '../../shared/signature/change-signature.ts';
import { type CountedRow, readCounted } from '../../shared/signature/lists/counted-index.ts';
import { countedPartitions } from '../../shared/signature/lists/index-keys.ts';
import { isCounted } from '../../shared/signature/record.ts';
import { askedToCarry } from '../../shared/signature/transitions.ts';
import { isoTimestamp } from '../../shared/time.ts';
import { inParallel } from './in-parallel.ts';

/**
 * How far one walk has come. Each state says all that is needed to go on from it, so when two runs write theirs in turn,
 * at worst some rows are looked at again.
 */
const walkState = z.object({
  /** When this walk began. */
  startedAt: isoTimestamp,
  /** The walk looks at who was confirmed after this; empty when it looks at everybody. */
  from: z.string(),
  /** Where it is: which of the partitions, and behind which position in it. */
  partition: z.int(),
  cursor: z.string(),
  /** Somebody could not be asked, so the next walk looks at everybody again. */
  missed: z.boolean(),
  /** When the last walk began that looked at everybody. */
  wholeAt: isoTimestamp.optional(),
});
type WalkState = z.infer<typeof walkState>;

const hour = 3600 * 1000;
/** How far a walk reaches back before the one before it: further than an index lags and clocks differ. */
const overlap = hour;
/** Who becomes counted long after the confirmation (from review, from a free place) stands behind: found once a day. */
const wholeEvery = 24 * hour;
/** So long after a letter closed and after its last new version nobody signs an older one any more. */
const quietAfter = 60 * 24 * hour;

/**
 * Goes on asking. Most runs read one page of each partition and find nobody.
 *
 * @param hasTime whether there is time for another page
 * @returns how many were asked
 */
export async function askAboutNewVersion(
  store: Store,
  letter: Letter,
  now: Date,
  hasTime: () => boolean,
): Promise<number> {
  const version = currentVersion(letter);
  if (letter.state === 'draft' || letter.versions.length < 2 || isQuiet(letter, now)) return 0;
  const work = `carry#${version.id}`;
  const partitions = countedPartitions(letter.slug).map(({ partition }) => partition);
  let state = nextWalk(await readWalk(store, letter, work), partitions.length, now);
  let asked = 0;
  while (hasTime()) {
    const partition = partitions[state.partition];
    if (partition === undefined) break;
    const { rows, next } = await readCounted(store, partition, { after: state.cursor, unaskedAbout: version.id });
    const missed = await ask(store, rows, version.id, now);
    asked += rows.length - missed;
    state = {
      ...state,
      missed: state.missed || missed > 0,
      ...(next === undefined ? { partition: state.partition + 1, cursor: state.from } : { cursor: next }),
    };
    await store.client.send(
      new PutCommand({ TableName: store.table, Item: { ...progressKey(letter.slug, work), ...state } }),
    );
  }
  return asked;
}

/** @returns how many could not be asked; they are found again */
async function ask(store: Store, rows: readonly CountedRow[], version: string, now: Date): Promise<number> {
  let missed = 0;
  await inParallel(rows, 10, async ({ id }) => {
    try {
      await change(store, id, (found) => (isCounted(found) ? askedToCarry(found, version, now) : found), now);
    } catch (error) {
      missed += 1;
      logError('a signer was not asked about a new version', {
        error: error instanceof Error ? error.name : 'unknown',
      });
    }
  });
  return missed;
}

async function readWalk(store: Store, { slug }: Letter, work: string): Promise<WalkState | undefined> {
  const { Item } = await store.client.send(
    new GetCommand({ TableName: store.table, Key: progressKey(slug, work), ConsistentRead: true }),
  );
  return Item ? walkState.parse(Item) : undefined;
}

/** @returns the walk to go on with: the one under way, or a new one when that has come to its end */
function nextWalk(before: WalkState | undefined, partitions: number, now: Date): WalkState {
  if (before && before.partition < partitions) return before;
  const wholeAt = before && wholeBefore(before);
  const isWhole = !before || !wholeAt || now.getTime() - new Date(wholeAt).getTime() > wholeEvery;
  const from = isWhole ? '' : new Date(new Date(before.startedAt).getTime() - overlap).toISOString();
  return { startedAt: now.toISOString(), from, partition: 0, cursor: from, missed: false, wholeAt };
}

function wholeBefore({ missed, from, startedAt, wholeAt }: WalkState): string | undefined {
  if (missed) return undefined;
  return from === '' ? startedAt : wholeAt;
}

function isQuiet(letter: Letter, now: Date): boolean {
  const closed = closedSince(letter, now);
  if (!closed) return false;
  const last = Math.max(closed.getTime(), new Date(currentVersion(letter).at).getTime());
  return now.getTime() - last > quietAfter;
}
