/** Breakdowns of signatures by country, language, partner and so on: numbers only, added up row by row. */
import * as z from 'zod';
import type { CountedRow } from '../signature/lists/counted-index.ts';

const numbers = z.record(z.string(), z.int());

/** States of a confirmed signature. */
export const countedStatus = z.enum(['published', 'withheld', 'paper', 'waiting', 'aside']);
export type CountedStatus = z.infer<typeof countedStatus>;

/**
 * The breakdowns. Days are those of the confirmation, in UTC. Counted signatures, except on paper, are in all of them;
 * `standing` and `confirmedDay` also include those that await review, are duplicates or were rejected.
 */
export const breakdowns = z.object({
  kind: numbers,
  country: numbers,
  language: numbers,
  partner: numbers,
  day: numbers,
  verification: numbers,
  /** The version signed; absent in older snapshots. */
  version: numbers.default({}),
  standing: numbers.default({}),
  confirmedDay: numbers.default({}),
  publishedDay: numbers.default({}),
});
export type Breakdowns = z.infer<typeof breakdowns>;

/** Key for signatures without a value: no country, language or partner has this name. */
export const notGiven = '-';
/**
 * Key for rare values taken together: languages and partners are sent by signers, so there may be any number of them.
 */
export const others = '*';
const maxKeys = 1_000;

export const emptyBreakdowns: Breakdowns = {
  kind: {},
  country: {},
  language: {},
  partner: {},
  day: {},
  verification: {},
  version: {},
  standing: {},
  confirmedDay: {},
  publishedDay: {},
};

/** @returns the breakdowns with these rows added, all of one state */
export function addRows(before: Breakdowns, rows: readonly CountedRow[], where: CountedStatus): Breakdowns {
  const dayOf = ({ confirmedAt }: CountedRow) => confirmedAt.slice(0, 10);
  const all = {
    ...before,
    standing: addTo(before.standing, rows, () => where),
    // Nobody confirms a signature on paper.
    confirmedDay: where === 'paper' ? before.confirmedDay : addTo(before.confirmedDay, rows, dayOf),
  };
  if (where !== 'published' && where !== 'withheld') return all;
  return {
    ...all,
    publishedDay: where === 'published' ? addTo(before.publishedDay, rows, dayOf) : before.publishedDay,
    kind: addTo(before.kind, rows, ({ kind }) => kind),
    country: addTo(before.country, rows, ({ country }) => country),
    language: addTo(before.language, rows, ({ language }) => language),
    partner: addTo(before.partner, rows, ({ partner }) => partner),
    day: addTo(before.day, rows, dayOf),
    verification: addTo(before.verification, rows, ({ verification }) => verification),
    version: addTo(before.version, rows, ({ letterVersion }) => letterVersion),
  };
}

function addTo(
  before: Readonly<Record<string, number>>,
  rows: readonly CountedRow[],
  fieldOf: (row: CountedRow) => string | undefined,
): Record<string, number> {
  const sums = new Map(Object.entries(before));
  for (const row of rows) {
    const value = fieldOf(row) ?? notGiven;
    const key = sums.has(value) || sums.size < maxKeys ? value : others;
    sums.set(key, (sums.get(key) ?? 0) + 1);
  }
  return Object.fromEntries(sums);
}
