/** Who signed, by country, language, partner and so on: numbers only, added up row by row. */
import * as z from 'zod';
import type { CountedRow } from '../signature/lists/counted-index.ts';

const numbers = z.record(z.string(), z.int());

/** Where a confirmed signature stands. */
export const standing = z.enum(['published', 'withheld', 'paper', 'waiting', 'aside']);
export type Standing = z.infer<typeof standing>;

/**
 * What is counted apart. Days are those of the confirmation, in UTC. Who is counted, paper apart, is broken down by
 * everything; `standing` and `confirmedDay` also tell of who waits, is a duplicate or was rejected.
 */
export const breakdowns = z.object({
  kind: numbers,
  country: numbers,
  language: numbers,
  partner: numbers,
  day: numbers,
  verification: numbers,
  /** Which version they signed; older snapshots do not tell. */
  version: numbers.default({}),
  standing: numbers.default({}),
  confirmedDay: numbers.default({}),
  publishedDay: numbers.default({}),
});
export type Breakdowns = z.infer<typeof breakdowns>;

/** Where a signature says nothing: no country, language or partner is called so. */
export const unsaid = '-';
/** Languages and partners are what signers send, so there is no end of them: what is rarer is put together. */
export const others = '*';
const maxKeys = 1_000;

export const nothingYet: Breakdowns = {
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

/** @returns the breakdowns with these rows added, which all stand there */
export function addRows(before: Breakdowns, rows: readonly CountedRow[], where: Standing): Breakdowns {
  const dayOf = ({ confirmedAt }: CountedRow) => confirmedAt.slice(0, 10);
  const all = {
    ...before,
    standing: addTo(before.standing, rows, () => where),
    // Nobody confirms a line on paper.
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
    const value = fieldOf(row) ?? unsaid;
    const key = sums.has(value) || sums.size < maxKeys ? value : others;
    sums.set(key, (sums.get(key) ?? 0) + 1);
  }
  return Object.fromEntries(sums);
}
