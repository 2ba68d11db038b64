/**
 * The first sheet of a workbook, from anybody. A small ZIP can hold more than fits in memory, and a sheet may say that its
 * one cell stands in the last row there is: both are found before the workbook is read.
 */
import { strFromU8, zipSync } from 'fflate';
import readExcel from 'read-excel-file/node';
import { mostColumns, mostRows } from './limits.ts';
import { unzip } from './unzip.ts';

/** Of all parts that are read, unpacked: 20,000 lines of ten cells take a fraction of it. */
const mostUnpacked = 32 * 1024 * 1024;
const readParts = /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/[^/]+\.xml|xl\/_rels\/[^/]+|xl\/worksheets\/[^/]+\.xml)$/;

/** @returns the lines as text, or what is wrong, for people */
export async function readWorkbook(bytes: Uint8Array): Promise<string[][] | string> {
  const parts = await unzip(bytes, (name) => readParts.test(name), mostUnpacked);
  if (parts === 'too-large') return 'The workbook is too large. Save its first sheet as CSV, or split it.';
  if (parts === 'unreadable') return 'The workbook cannot be read.';
  for (const [name, xml] of parts) {
    if (name.startsWith('xl/worksheets/') && reachesFar(strFromU8(xml))) {
      return `A sheet has cells below line ${mostRows} or right of column ${mostColumns}. Delete them, or save as CSV.`;
    }
  }
  try {
    // Packed anew from what was measured: what the reader unpacks is exactly that.
    const [sheet] = await readExcel(Buffer.from(zipSync(Object.fromEntries(parts), { level: 0 })));
    return (sheet?.data ?? []).map((row) => row.map(textOf));
  } catch {
    return 'The workbook cannot be read. Save it again, or as “CSV UTF-8”.';
  }
}

/** Lines of our limit, the names of the columns, and some that are empty. */
const lastLine = mostRows + 100;

function reachesFar(xml: string): boolean {
  for (const [, column = '', line = ''] of xml.matchAll(/\br="([A-Z]{0,9})(\d{1,12})"/g)) {
    if (Number(line) > lastLine || column.length > 2 || (column.length === 2 && column > 'AN')) return true;
  }
  return false;
}

function textOf(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : '';
}
