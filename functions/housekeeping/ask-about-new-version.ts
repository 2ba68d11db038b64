/**
 * Asks signers of an older version to carry their signature over after a change of substance: by mail, once each
 * (DESIGN rule 9). Walks the index of the list. The signature records that its signer was asked, so walking the list
 * again, or twice at once, asks nobody twice.
 */

import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import pMap from 'p-map';
import * as z from 'zod';
import { closedSince, currentVersion, type Letter } from '../../shared/letter/letter.ts';
import { logError } from '../../shared/platform/config/log.ts';
import { progressKey } from '../../shared/platform/store/keys.ts';
import type { Store } from '../../shared/platform/store/store.ts';
import { change } from '../../shared/signature/change-signature.ts';
import { type CountedRow, readCounted } from '../../shared/signature/lists/counted-index.ts';
import { countedPartitions } from '../../shared/signature/lists/index-keys.ts';
import { isCounted } from '../../shared/signature/states.ts';
import { askedToCarryOver } from '../../shared/signature/transitions.ts';
import { isoTimestamp } from '../../shared/time.ts';

/**
 * Progress of a walk. Each state is complete in itself, so if two runs overwrite each other's state, at worst some rows
 * are read again.
 */
const walkState = z.object({
  startedAt: isoTimestamp,
  /** The walk covers signatures confirmed after this time; empty when it covers all. */
  from: z.string(),
  /** Current partition, and the position in it after which to continue. */
  partition: z.int(),
  cursor: z.string(),
  /** Set when a signer could not be asked: the next walk covers everybody again. */
  missed: z.boolean(),
  /** Start of the last walk that covered everybody. */
  wholeAt: isoTimestamp.optional(),
});
type WalkState = z.infer<typeof walkState>;

const hour = 3600 * 1000;
/** Overlap of a walk with the previous one, in milliseconds: more than index lag and clock skew. */
const overlap = hour;
/**
 * Time between full walks, in milliseconds. They find signatures that were counted long after their confirmation (after
 * review, or when their place became free), which are behind the position of the walk.
 */
const wholeEvery = 24 * hour;
/** Time after closing and after the last new version from which nobody can still sign an older one, in milliseconds. */
const quietAfter = 60 * 24 * hour;

/**
 * Continues the walk. Most runs read one page of each partition and find nobody.
 *
 * @param hasTime whether there is time for another page
 * @returns the number of signers asked
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

/** @returns the number of signers that could not be asked; a later walk finds them again */
async function ask(store: Store, rows: readonly CountedRow[], version: string, now: Date): Promise<number> {
  let missed = 0;
  await pMap(
    rows,
    async ({ id }) => {
      try {
        await change(store, id, (found) => (isCounted(found) ? askedToCarryOver(found, version, now) : found), now);
      } catch (error) {
        missed += 1;
        logError('a signer was not asked about a new version', {
          error: error instanceof Error ? error.name : 'unknown',
        });
      }
    },
    { concurrency: 10 },
  );
  return missed;
}

async function readWalk(store: Store, { slug }: Letter, work: string): Promise<WalkState | undefined> {
  const { Item } = await store.client.send(
    new GetCommand({ TableName: store.table, Key: progressKey(slug, work), ConsistentRead: true }),
  );
  return Item ? walkState.parse(Item) : undefined;
}

/** @returns the walk to continue: the current one, or a new one when that has ended */
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
