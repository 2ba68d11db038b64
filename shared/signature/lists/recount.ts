/**
 * Proves the count of a letter: counts everybody in the list again and compares with the count rows (rule 7).
 * The list is read from an index that lags behind the table, while signatures change. So a difference counts only when
 * two looks in a row find exactly the same one.
 */

import { type CountRow, readCountRows, sumOf } from '../../count/count.ts';
import { countedAs, emptyTally, type Tally } from '../../count/counted-as.ts';
import type { LetterSlug } from '../../ids.ts';
import { countKeys } from '../../platform/store/keys.ts';
import type { Store } from '../../platform/store/store.ts';
import { transact } from '../../platform/store/transaction.ts';
import { countAdded } from '../added-rows.ts';
import { countPartition, type TimeRange } from './counted-index.ts';
import { tallyPartitions } from './index-keys.ts';

/**
 * - `exact`: the count equals the list
 * - `drift`: it differs; `rows` are the count rows at that time
 * - `busy`: the count kept changing, so there is no result
 */
export type Recount =
  | { readonly outcome: 'exact' | 'drift'; readonly counted: Tally; readonly listed: Tally; readonly rows: CountRow[] }
  | { readonly outcome: 'busy' };

/** Wait between two readings of the same count, in milliseconds: longer than the index normally lags. */
const settleFor = 1_000;
const betweenLooks = 5_000;
const maxTries = 5;
const maxLooks = 4;

export interface Recounting {
  readonly now: Date;
  readonly pause: (ms: number) => Promise<unknown>;
}

/** Reads the whole list; two to four times when there is a difference. */
export async function recount(store: Store, letter: LetterSlug, { now, pause }: Recounting): Promise<Recount> {
  let before: Look | undefined;
  for (let look = 1; look <= maxLooks; look += 1) {
    const seen = await takeLook(store, letter, { now, pause });
    if (!seen) return { outcome: 'busy' };
    const difference = differenceOf(seen);
    if (countedAs.every((as) => difference[as] === 0)) return { outcome: 'exact', ...seen };
    if (before && same(differenceOf(before), difference)) return { outcome: 'drift', ...seen };
    before = seen;
    await pause(betweenLooks);
  }
  return { outcome: 'busy' };
}

interface Look {
  readonly counted: Tally;
  readonly listed: Tally;
  readonly rows: CountRow[];
}

/** @returns the list minus the count */
export function differenceOf({ counted, listed }: Pick<Look, 'counted' | 'listed'>): Tally {
  return {
    organisations: listed.organisations - counted.organisations,
    individuals: listed.individuals - counted.individuals,
    offline: listed.offline - counted.offline,
    added: listed.added - counted.added,
  };
}

const same = (one: Tally, other: Tally) => countedAs.every((as) => one[as] === other[as]);

/**
 * Counts the list up to a minute ago, which may take long, and then the rest, which is quick, while the count does not
 * change. So a letter can be proven even while people are signing it.
 */
async function takeLook(store: Store, letter: LetterSlug, { now, pause }: Recounting): Promise<Look | undefined> {
  const moment = new Date(now.getTime() - 60_000).toISOString();
  const older = await countListed(store, letter, { before: moment });
  for (let attempt = 1; attempt <= maxTries; attempt += 1) {
    const rows = await readCountRows(store, letter);
    await pause(settleFor);
    const [recent, added] = await Promise.all([
      countListed(store, letter, { from: moment }),
      countAdded(store, letter),
    ]);
    const listed = { ...sumOf([older, recent]), added };
    const after = await readCountRows(store, letter);
    if (JSON.stringify(rows) === JSON.stringify(after)) return { counted: sumOf(rows), listed, rows };
  }
  return undefined;
}

async function countListed(store: Store, letter: LetterSlug, range: TimeRange): Promise<Tally> {
  const counts = await Promise.all(
    tallyPartitions(letter).map(async ({ as, partition }) => ({
      ...emptyTally,
      [as]: await countPartition(store, partition, range),
    })),
  );
  return sumOf(counts);
}

/**
 * Adds the difference to one of the count rows, if no row has changed since the recount.
 *
 * @returns whether it was written; false when the count changed, which calls for another recount
 */
export async function repair(
  store: Store,
  letter: LetterSlug,
  found: Extract<Recount, { rows: unknown }>,
): Promise<boolean> {
  const [first, ...others] = countKeys(letter).map((Key) => {
    const row = found.rows.find(({ sk }) => sk === Key.sk);
    return {
      TableName: store.table,
      Key,
      ...(row ? asItWas(row) : { ConditionExpression: 'attribute_not_exists(pk)' }),
    };
  });
  if (!first) return false;
  const difference = differenceOf(found);
  const values = 'ExpressionAttributeValues' in first ? first.ExpressionAttributeValues : {};
  const Update = {
    ...first,
    UpdateExpression: `ADD ${countedAs.map((as) => `#${as} :more_${as}`).join(', ')}`,
    ExpressionAttributeNames: names,
    ExpressionAttributeValues: {
      ...values,
      ...Object.fromEntries(countedAs.map((as) => [`:more_${as}`, difference[as]])),
    },
  };
  return (await transact(store, [{ Update }, ...others.map((ConditionCheck) => ({ ConditionCheck }))])).written;
}

/** `offline` is a reserved word in DynamoDB. */
const names = Object.fromEntries(countedAs.map((as) => [`#${as}`, as]));

/** A row that has never counted a kind has no attribute for it. */
function asItWas(row: CountRow) {
  const unchanged = (name: string, value: number) =>
    value === 0 ? `(attribute_not_exists(#${name}) OR #${name} = :${name})` : `#${name} = :${name}`;
  return {
    ConditionExpression: countedAs.map((as) => unchanged(as, row[as])).join(' AND '),
    ExpressionAttributeNames: names,
    ExpressionAttributeValues: Object.fromEntries(countedAs.map((as) => [`:${as}`, row[as]])),
  };
}
