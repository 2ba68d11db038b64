/** The table of a figure as CSV. */
import { stringify } from 'csv-stringify/sync';
import { csvOptions } from '../../../shared/text/csv.ts';
import type { Figure } from '../statistics/figures.ts';

/**
 * @returns lines of names and numbers, and a last one with the time of the count; no cell is a formula in a spreadsheet
 */
export function tableCsv({ columns, rows, codes, asOf }: Figure): string {
  const lines = [
    [...columns, ...(codes ? ['code'] : [])],
    ...rows.map((row, index) => [...row, ...(codes ? [codes[index] ?? ''] : [])]),
    [`# As of ${asOf}`],
  ];
  return stringify(lines, csvOptions);
}
