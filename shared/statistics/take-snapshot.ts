/** Counts the breakdowns of an active letter from its list; a large letter takes several runs. */

import * as z from 'zod';
import { readCount } from '../count/count.ts';
import { storeWithheld } from '../count/withheld.ts';
import type { LetterSlug } from '../ids.ts';
import { closedSince, type Letter } from '../letter/letter.ts';
import { GetCommand, PutCommand } from '../platform/store/commands.ts';
import { progressKey } from '../platform/store/keys.ts';
import type { Store } from '../platform/store/store.ts';
import { readCounted } from '../signature/lists/counted-index.ts';
import {
  countedPartitions,
  notCountedPartition,
  paperPartition,
  reviewPartition,
} from '../signature/lists/index-keys.ts';
import { isoTimestamp } from '../time.ts';
import { addRows, breakdowns, type CountedStatus, emptyBreakdowns } from './breakdown.ts';
import { readSnapshot, type Snapshot, writeSnapshot } from './snapshot.ts';

/**
 * Progress of counting. The sums are those of exactly the rows before the cursor. So if two runs write alternately,
 * nothing is counted twice in a sum: at worst some rows are read again.
 */
const progress = z.object({ asOf: isoTimestamp, partition: z.int(), cursor: z.string(), by: breakdowns });
type Progress = z.infer<typeof progress>;

const day = 24 * 3600 * 1000;
/** Time after closing in which breakdowns may still change: signatures of the last minute are confirmed later. */
const activeAfterClosing = 7 * day;

/** @returns every partition of confirmed signatures, with their state */
function standings(letter: LetterSlug): { where: CountedStatus; partition: string }[] {
  const counted = countedPartitions(letter).map(({ partition }) => ({
    where: partition.endsWith('#withheld') ? ('withheld' as const) : ('published' as const),
    partition,
  }));
  return [
    ...counted,
    { where: 'paper', partition: paperPartition(letter) },
    { where: 'waiting', partition: reviewPartition(letter) },
    { where: 'aside', partition: notCountedPartition(letter) },
  ];
}

/**
 * Continues the unfinished snapshot, or starts one if the letter is active and its count has changed since the last.
 *
 * @returns 1 when a new snapshot is complete, else 0; the old one remains until then
 */
export async function takeSnapshot(store: Store, letter: Letter, now: Date, hasTime: () => boolean): Promise<number> {
  if (!isActive(letter, now)) return 0;
  const begun = await readBegun(store, letter);
  const last = await readSnapshot(store, letter.slug);
  if (!begun && last && (await isFresh(store, letter, last, now))) return 0;
  return (await count(store, letter, begun ?? start(now), hasTime)) ? 1 : 0;
}

/**
 * Takes a snapshot because somebody asks for current numbers. If time runs out, housekeeping continues while the letter
 * is active.
 *
 * @returns whether the new snapshot is complete
 */
export async function takeSnapshotNow(
  store: Store,
  letter: Letter,
  now: Date,
  hasTime: () => boolean,
): Promise<boolean> {
  return count(store, letter, (await readBegun(store, letter)) ?? start(now), hasTime);
}

const start = (now: Date): Progress => ({ asOf: now.toISOString(), partition: 0, cursor: '', by: emptyBreakdowns });

/** @returns the time and the number of rows so far of the unfinished snapshot */
export async function snapshotInProgress(store: Store, letter: Letter) {
  const begun = await readBegun(store, letter);
  if (!begun) return undefined;
  return { asOf: begun.asOf, rows: Object.values(begun.by.standing).reduce((sum, one) => sum + one, 0) };
}

async function readBegun(store: Store, letter: Letter): Promise<Progress | undefined> {
  const [last, begun] = [await readSnapshot(store, letter.slug), await readProgress(store, letter)];
  return begun && (!last || begun.asOf > last.asOf) ? begun : undefined;
}

async function count(store: Store, letter: Letter, begun: Progress, hasTime: () => boolean): Promise<boolean> {
  const partitions = standings(letter.slug);
  let state = begun;
  for (let next = partitions[state.partition]; next; next = partitions[state.partition]) {
    if (!hasTime()) {
      await writeProgress(store, letter, state);
      return false;
    }
    const page = await readCounted(store, next.partition, { after: state.cursor });
    const by = addRows(state.by, page.rows, next.where);
    const place =
      page.next === undefined ? { partition: state.partition + 1, cursor: '' } : { ...state, cursor: page.next };
    state = { asOf: state.asOf, partition: place.partition, cursor: place.cursor, by };
  }
  const organisations = state.by.kind['organisation'] ?? 0;
  const individuals = state.by.kind['individual'] ?? 0;
  const total = organisations + individuals;
  await writeSnapshot(store, letter.slug, { asOf: state.asOf, organisations, individuals, total, by: state.by });
  await storeWithheld(store, letter.slug, { withheld: state.by.standing['withheld'] ?? 0, asOf: state.asOf });
  return true;
}

function isActive(letter: Letter, now: Date): boolean {
  if (letter.state === 'draft') return false;
  const closed = closedSince(letter, now);
  return !closed || now.getTime() - closed.getTime() < activeAfterClosing;
}

/** While the count does not change, once a day is enough: only corrections can have an effect. */
async function isFresh(store: Store, { slug }: Letter, last: Snapshot, now: Date): Promise<boolean> {
  const count = await readCount(store, slug);
  const same =
    count?.organisations === last.organisations &&
    count.individuals === last.individuals &&
    count.offline === (last.by.standing['paper'] ?? 0);
  return same && now.getTime() - new Date(last.asOf).getTime() < day;
}

async function readProgress(store: Store, { slug }: Letter): Promise<Progress | undefined> {
  const { Item } = await store.client.send(
    new GetCommand({ TableName: store.table, Key: progressKey(slug, 'snapshot'), ConsistentRead: true }),
  );
  return Item ? progress.parse(Item) : undefined;
}

async function writeProgress(store: Store, { slug }: Letter, state: Progress): Promise<void> {
  await store.client.send(
    new PutCommand({ TableName: store.table, Item: { ...progressKey(slug, 'snapshot'), ...state } }),
  );
}
