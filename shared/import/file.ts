/** A list of co-signatories as a file: CSV or XLSX, from people whose spreadsheet may hold anything. */
import { CsvError, parse } from 'csv-parse/sync';
import * as z from 'zod';
import { mostColumns, mostRows } from './limits.ts';

/** Characters of one cell. */
const longestCell = 2_000;

export interface Sheet {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export type ReadSheet = { readonly ok: true; readonly sheet: Sheet } | { readonly ok: false; readonly why: string };

const cells = z.array(z.array(z.string()));

/** @returns the sheet with its first line as names of columns, or what is wrong with the file, for people */
export async function readSheet(bytes: Uint8Array): Promise<ReadSheet> {
  // A workbook is a ZIP file, and those begin so: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT (4.3.7)
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
  const lines = isZip ? await (await import('./workbook.ts')).readWorkbook(bytes) : readCsv(bytes);
  return typeof lines === 'string' ? { ok: false, why: lines } : checkLines(lines);
}

function readCsv(bytes: Uint8Array): string[][] | string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return 'The file is neither a workbook (XLSX) nor text in UTF-8. Save it again as “CSV UTF-8”.';
  }
  if (text.includes('\0')) return 'The file is no text.';
  const options = { bom: true, skip_empty_lines: true, relax_column_count: true, max_record_size: 100_000 };
  try {
    return cells.parse(parse(text, { ...options, delimiter: delimiterOf(text), to: mostRows + 2 }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return `The file is no CSV: something is wrong near line ${error['lines'] ?? '?'}.`;
  }
}

/** Spreadsheets separate by what their country does not use in numbers. @returns what is most often in the first line */
function delimiterOf(text: string): string {
  const [first = ''] = text.split(/\r\n|\r|\n/, 1);
  const often = (sign: string) => first.split(sign).length;
  return [',', ';', '\t'].toSorted((a, b) => often(b) - often(a))[0] ?? ',';
}

function checkLines(lines: readonly (readonly string[])[]): ReadSheet {
  const trimmed = lines
    .map((line) => line.map((cell) => cell.trim()))
    // The last line of our own exports.
    .filter((line) => line.some((cell) => cell !== '') && !line[0]?.startsWith('# '));
  const [columns, ...rows] = trimmed;
  if (!columns || rows.length === 0) return { ok: false, why: 'There is no line below the names of the columns.' };
  if (rows.length > mostRows) {
    return { ok: false, why: `There are more than ${mostRows} lines. Split the file.` };
  }
  const width = Math.max(columns.length, ...rows.slice(0, 100).map((row) => row.length));
  if (width > mostColumns) return { ok: false, why: `There are more than ${mostColumns} columns.` };
  const long = rows.findIndex((row) => row.length > mostColumns || row.some((cell) => cell.length > longestCell));
  if (long >= 0) return { ok: false, why: `Line ${long + 2} has a cell longer than ${longestCell} characters.` };
  const names = Array.from({ length: width }, (_, index) => columns[index] || `Column ${index + 1}`);
  return { ok: true, sheet: { columns: names, rows: rows.map((row) => names.map((_, index) => row[index] ?? '')) } };
}
