/**
 * Counts of a letter: 16 rows, updated in the same transaction as the change that they count (rule 7). Showing a
 * count takes two read units. Proving one takes a strongly consistent read of all rows.
 */

import * as z from 'zod';
import { type LetterSlug, letterState, type SignatureId } from '../ids.ts';
import { QueryCommand } from '../platform/store/commands.ts';
import { countedLetterKey, countKey, countKeys, countPartitions } from '../platform/store/keys.ts';
import { readItem } from '../platform/store/read.ts';
import type { Store } from '../platform/store/store.ts';
import { type CountedAs, countedAs, emptyTally, type Tally } from './counted-as.ts';

/** A signature that starts or stops being counted. */
export interface CountMove {
  readonly letter: LetterSlug;
  readonly id: SignatureId;
  readonly as: CountedAs;
  readonly change: 1 | -1;
}

/**
 * Rows of a delivered letter are final and count nobody else. A transaction that would add somebody fails as a whole,
 * so code that makes a signature count need not check for delivery (`isDelivered` recognises the error).
 *
 * @returns transaction items that update the counts: one per row, since a transaction may name a row only once
 */
export function countMoves(store: Store, moves: readonly CountMove[]) {
  const rows = new Map<string, { key: ReturnType<typeof countKey>; sums: Record<CountedAs, number>; grows: boolean }>();
  const isNew = ({ id }: CountMove) => moves.reduce((sum, one) => (one.id === id ? sum + one.change : sum), 0) > 0;
  for (const { letter, id, as, change } of moves) {
    const key = countKey(letter, id);
    const name = `${key.pk} ${key.sk}`;
    const row = rows.get(name) ?? { key, sums: { ...emptyTally }, grows: false };
    row.sums[as] += change;
    row.grows ||= isNew({ letter, id, as, change });
    rows.set(name, row);
  }
  return [...rows.values()].flatMap(({ key, sums, grows }) => {
    // A signature that replaces another changes no sum, but it is still a new one.
    const moved = countedAs.filter((kind) => sums[kind] !== 0 || (grows && kind === 'organisations'));
    if (moved.length === 0) return [];
    return {
      Update: {
        TableName: store.table,
        Key: key,
        UpdateExpression: `ADD ${moved.map((kind) => `#${kind} :${kind}`).join(', ')}`,
        ...(grows ? { ConditionExpression: 'attribute_not_exists(isFinal)' } : {}),
        ExpressionAttributeNames: Object.fromEntries(moved.map((kind) => [`#${kind}`, kind])),
        ExpressionAttributeValues: Object.fromEntries(moved.map((kind) => [`:${kind}`, sums[kind]])),
      },
    };
  });
}

/** @returns the items written with the delivery of a letter: after that nobody else is counted */
export function finalCounts(store: Store, letter: LetterSlug) {
  return countKeys(letter).map((Key) => ({
    Update: {
      TableName: store.table,
      Key,
      UpdateExpression: 'SET isFinal = :yes',
      ExpressionAttributeValues: { ':yes': true },
    },
  }));
}

/** @returns the items written when a delivered letter is reopened: its rows count again */
export function countsAgain(store: Store, letter: LetterSlug) {
  return countKeys(letter).map((Key) => ({
    Update: { TableName: store.table, Key, UpdateExpression: 'REMOVE isFinal' },
  }));
}

/** @returns the error thrown when another signature would be counted under a delivered letter */
export function letterDelivered(): Error {
  const error = new Error('the letter was delivered, so nobody else is counted');
  error.name = 'LetterDelivered';
  return error;
}

export const isDelivered = (error: unknown): boolean => error instanceof Error && error.name === 'LetterDelivered';

/** A count row, or the row that describes the letter. */
export const countRow = z.object({
  sk: z.string(),
  organisations: z.number().default(0),
  individuals: z.number().default(0),
  offline: z.number().default(0),
  added: z.number().default(0),
  state: letterState.optional(),
  goal: z.number().optional(),
  withheld: z.int().optional(),
});
export type CountRow = z.infer<typeof countRow>;
const countRows = z.array(countRow);

/**
 * @returns the count rows of a letter and the row that describes it. One strongly consistent BatchGetItem of 17 rows
 */
export async function readCountRows(store: Store, letter: LetterSlug): Promise<CountRow[]> {
  const keys = [...countKeys(letter), countedLetterKey(letter)];
  const found = await Promise.all(keys.map((key) => readItem(store, key)));
  return countRows.parse(found.filter((item) => item !== undefined));
}

/**
 * @returns the same rows, eventually consistent, at an eighth of the price: a Query rounds up the total size of its
 *   rows, where a read by keys rounds up each row. One Query for each of four partitions, half a read unit each.
 *   Comparison of prices: docs/decisions/043-two-units-for-a-count.md
 */
async function queryCountRows({ client, table }: Store, letter: LetterSlug): Promise<CountRow[]> {
  const answers = await Promise.all(
    countPartitions(letter).map((partition) =>
      client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'pk = :partition',
          ExpressionAttributeValues: { ':partition': partition },
        }),
      ),
    ),
  );
  return countRows.parse(answers.flatMap(({ Items = [] }) => Items));
}

/** @returns the sum of count rows */
export function sumOf(rows: readonly Tally[]): Tally {
  const sum = (as: CountedAs) => rows.reduce((total, one) => total + one[as], 0);
  return {
    organisations: sum('organisations'),
    individuals: sum('individuals'),
    offline: sum('offline'),
    added: sum('added'),
  };
}

export interface Count extends Tally {
  readonly goal: number | undefined;
  /**
   * Signatures with a mailbox that are counted without a name, as of the last run of housekeeping: see `storeWithheld`.
   */
  readonly withheld: number | undefined;
}

/**
 * @returns how many are counted, and separately how many on paper; undefined when the letter does not exist or is a
 *   draft. Four Queries, two read units.
 */
export async function readCount(store: Store, letter: LetterSlug): Promise<Count | undefined> {
  const rows = await queryCountRows(store, letter);
  const about = rows.find(({ state }) => state !== undefined);
  if (!about || about.state === 'draft') return undefined;
  const sums = sumOf(rows);
  // This number lags behind the sums, and is part of them.
  const withheld = about.withheld && Math.min(about.withheld, sums.organisations + sums.individuals);
  return { ...sums, goal: about.goal, withheld };
}
