/** Breakdowns of an active letter, taken from its list; a big one is counted in several runs. */
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { readCount } from '../../shared/count/count.ts';
import { closedSince, type Letter, moment } from '../../shared/letter/letter.ts';
import { readCounted } from '../../shared/signature/counted.ts';
import { countedPartitions } from '../../shared/signature/position.ts';
import { addRows, breakdowns, nothingYet } from '../../shared/snapshot/breakdown.ts';
import { readSnapshot, type Snapshot, writeSnapshot } from '../../shared/snapshot/storage.ts';
import { progressKey } from '../../shared/store/keys.ts';
import type { Store } from '../../shared/store/store.ts';

/**
 * How far counting has come. The sums are those of exactly the rows before the cursor, so two runs that write theirs in
 * turn count nobody twice: at worst something is counted again.
 */
const progress = z.object({ asOf: moment, partition: z.int(), cursor: z.string(), by: breakdowns });
type Progress = z.infer<typeof progress>;

const day = 24 * 3600 * 1000;
/** So long after it closed a letter's breakdowns may still change: who signed in the last minute confirms later. */
const activeAfterClosing = 7 * day;

/** @returns 1 when a new snapshot is whole, else 0; the old one stays until then */
export async function takeSnapshot(store: Store, letter: Letter, now: Date, hasTime: () => boolean): Promise<number> {
  if (!isActive(letter, now)) return 0;
  const last = await readSnapshot(store, letter.slug);
  const begun = await readProgress(store, letter);
  const goesOn = begun !== undefined && (!last || begun.asOf > last.asOf);
  if (!goesOn && last && (await isFresh(store, letter, last, now))) return 0;
  const partitions = countedPartitions(letter.slug);
  let state: Progress = goesOn ? begun : { asOf: now.toISOString(), partition: 0, cursor: '', by: nothingYet };
  for (let next = partitions[state.partition]; next; next = partitions[state.partition]) {
    if (!hasTime()) {
      await writeProgress(store, letter, state);
      return 0;
    }
    const page = await readCounted(store, next.partition, { after: state.cursor });
    const by = addRows(state.by, page.rows);
    const place =
      page.next === undefined ? { partition: state.partition + 1, cursor: '' } : { ...state, cursor: page.next };
    state = { asOf: state.asOf, partition: place.partition, cursor: place.cursor, by };
  }
  const organisations = state.by.kind['organisation'] ?? 0;
  const individuals = state.by.kind['individual'] ?? 0;
  const total = organisations + individuals;
  await writeSnapshot(store, letter.slug, { asOf: state.asOf, organisations, individuals, total, by: state.by });
  return 1;
}

function isActive(letter: Letter, now: Date): boolean {
  if (letter.state === 'draft') return false;
  const closed = closedSince(letter, now);
  return !closed || now.getTime() - closed.getTime() < activeAfterClosing;
}

/** While the count stands still, once a day is enough: only corrections can have changed anything. */
async function isFresh(store: Store, { slug }: Letter, last: Snapshot, now: Date): Promise<boolean> {
  const count = await readCount(store, slug);
  const same = count?.organisations === last.organisations && count.individuals === last.individuals;
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
