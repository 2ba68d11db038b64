/** Parses the text of a CSV file into lines. */

import { CsvError, parse } from 'csv-parse/sync';
import * as z from 'zod';
import { maxLines } from './limits.ts';
import type { Separator } from './reading-choice.ts';
import { csvOptions, separatorSigns } from './separator.ts';

const cells = z.array(z.array(z.string()));

/** @returns the cells of each line, or what is wrong with the file, for people */
export function parseCsv(text: string, by: Separator, firstLine: number): string[][] | string {
  try {
    const rows = cells.parse(parse(text, { ...csvOptions, delimiter: separatorSigns[by], to: maxLines + 1 }));
    return rows.length > maxLines ? `There are more than ${maxLines} lines. Split the file.` : rows;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const records = z.number().safeParse(error['records']);
    const line = records.success ? ` Look at line ${records.data + firstLine}.` : '';
    return error.code === 'CSV_MAX_RECORD_SIZE'
      ? `A line is too long, or a quotation mark opens and is never closed.${line}`
      : `A quotation mark opens and is never closed.${line}`;
  }
}
