/**
 * Walks everybody counted under a letter, page by page and run by run, to ask them something once. Most runs read one
 * page of each partition and find nobody. The signature records that its signer was asked, so walking again, or twice at
 * once, asks nobody twice.
 */

import * as z from 'zod';
import type { LetterSlug } from '../../shared/ids.ts';
import { GetCommand, PutCommand } from '../../shared/platform/store/commands.ts';
import { progressKey } from '../../shared/platform/store/keys.ts';
import type { Store } from '../../shared/platform/store/store.ts';
import type { CountedPage } from '../../shared/signature/lists/counted-index.ts';
import { countedPartitions } from '../../shared/signature/lists/index-keys.ts';
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

export interface Walk {
  readonly letter: LetterSlug;
  /** Name of the walk, under which its progress is kept. */
  readonly work: string;
  readonly now: Date;
  /** Whether there is time for another page. */
  readonly hasTime: () => boolean;
  readonly read: (partition: string, after: string) => Promise<CountedPage>;
  /** @returns the number of signers that could not be asked; a later walk finds them again */
  readonly ask: (rows: CountedPage['rows']) => Promise<number>;
}

/** Continues the walk. @returns the number of signers asked */
export async function walkCounted(store: Store, { letter, work, now, hasTime, read, ask }: Walk): Promise<number> {
  const partitions = countedPartitions(letter).map(({ partition }) => partition);
  let state = nextWalk(await readWalk(store, letter, work), partitions.length, now);
  let asked = 0;
  while (hasTime()) {
    const partition = partitions[state.partition];
    if (partition === undefined) break;
    const { rows, next } = await read(partition, state.cursor);
    const missed = await ask(rows);
    asked += rows.length - missed;
    state = {
      ...state,
      missed: state.missed || missed > 0,
      ...(next === undefined ? { partition: state.partition + 1, cursor: state.from } : { cursor: next }),
    };
    await store.client.send(
      new PutCommand({ TableName: store.table, Item: { ...progressKey(letter, work), ...state } }),
    );
  }
  return asked;
}

async function readWalk(store: Store, letter: LetterSlug, work: string): Promise<WalkState | undefined> {
  const { Item } = await store.client.send(
    new GetCommand({ TableName: store.table, Key: progressKey(letter, work), ConsistentRead: true }),
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
