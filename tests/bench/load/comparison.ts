/** The table of versions that were measured in turn. */
import { duration } from '../table.ts';

/** The first of a list is the one that the others are compared with. */
export interface Measured {
  readonly name: string;
  /** Name of the column with its time relative to the first one's. */
  readonly ratio?: string;
  /** @returns milliseconds for one signature */
  measure(): Promise<number>;
}

/**
 * @param found milliseconds by turn, in the order of what was measured
 * @returns columns and rows: one for each turn, and one with the least of each column
 */
export function comparison(
  measured: readonly Pick<Measured, 'name' | 'ratio'>[],
  found: readonly (readonly number[])[],
): [columns: string[], rows: string[][]] {
  const least = measured.map((_, place) => Math.min(...found.map((times) => times[place] ?? Number.NaN)));
  const compared = measured.flatMap(({ ratio }, place) => (ratio === undefined ? [] : [{ ratio, place }]));
  const row = (turn: string, times: readonly number[]) => [
    turn,
    ...times.map(duration),
    ...compared.map(({ place }) => `${((times[0] ?? Number.NaN) / (times[place] ?? Number.NaN)).toFixed(2)} ×`),
  ];
  return [
    ['turn', ...measured.map(({ name }) => name), ...compared.map(({ ratio }) => ratio)],
    [...found.map((times, turn) => row(String(turn + 1), times)), row('least', least)],
  ];
}
