/** Reads a list of co-signatories from a CSV or XLSX file, which may contain anything. */
import { decode, findEncoding } from './encoding.ts';
import { headingsIn } from './headings.ts';
import { longestCell, maxColumns, maxRows } from './limits.ts';
import { type ClassifiedLines, classifyLines, type FileLine, type RawLine } from './lines.ts';
import { parseCsv } from './parse-csv.ts';
import { type ReadingChoice, separator } from './reading-choice.ts';
import { findSeparator, separatorSigns } from './separator.ts';

/** The way in which the file was read: choices that were made, and those that were detected. */
export interface Understood {
  readonly reading: ReadingChoice & { readonly headerLine: number };
  readonly sheets: readonly { readonly name: string; readonly lines: number; readonly hidden: boolean }[];
  /** Number of cells whose formula has no stored result. */
  readonly unknownFormulas: number;
}

export interface Sheet extends Understood {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Line number in the spreadsheet of each row. */
  readonly numbers: readonly number[];
  /** Every line of the file, once. */
  readonly lines: readonly FileLine[];
}

export type ReadSheet = { readonly ok: true; readonly sheet: Sheet } | { readonly ok: false; readonly why: string };

type RawSheet = Omit<Understood, 'reading'> & { readonly reading: ReadingChoice; readonly raw: readonly RawLine[] };

/**
 * @param language of the letter, probably also that of the list
 * @returns the sheet with its first line as column names, or what is wrong with the file, for people
 */
export async function readSheet(bytes: Uint8Array, choice: ReadingChoice = {}, language = 'en'): Promise<ReadSheet> {
  const found = isZip(bytes) ? await readWorkbookSheet(bytes, choice) : readText(bytes, choice, language);
  if (typeof found === 'string') return { ok: false, why: found };
  const classified = classifyLines(found.raw, choice);
  if (!classified)
    return { ok: false, why: `Line ${choice.headerLine} is empty. Choose another line for the column names.` };
  return checkLines(classified, found, choice);
}

/** Maximum length of a column name, in characters, since a job stores all of them. */
const longestName = 200;

/**
 * A workbook is a ZIP file, which starts with these bytes: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 * (4.3.7)
 */
const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;

/** Old workbooks, and new ones with a password: https://learn.microsoft.com/openspecs/windows_protocols/ms-cfb */
const isCompound = (bytes: Uint8Array) => [0xd0, 0xcf, 0x11, 0xe0].every((byte, index) => bytes[index] === byte);

async function readWorkbookSheet(bytes: Uint8Array, choice: ReadingChoice): Promise<RawSheet | string> {
  const { readWorkbook } = await import('./workbook.ts');
  const sheets = await readWorkbook(bytes);
  if (typeof sheets === 'string') return sheets;
  // Without a choice, hidden and empty sheets are skipped.
  const offered = sheets.filter(({ hidden, lines }) => !hidden && lines.length > 0);
  const isTable = (lines: readonly RawLine[]) => lines.slice(0, 20).some(({ cells }) => headingsIn(cells) > 1);
  const sheet =
    choice.sheet === undefined
      ? (offered.find(({ lines }) => isTable(lines)) ?? offered[0])
      : sheets.find(({ name }) => name === choice.sheet);
  if (!sheet && choice.sheet !== undefined) return 'The workbook has no sheet of that name.';
  if (!sheet)
    return 'The workbook has no visible sheet with anything in it. If the list is on a hidden sheet, show that sheet and save again.';
  if (sheet.tooWide) return `There are more than ${maxColumns} columns. Delete those that are not needed.`;
  return {
    raw: sheet.lines,
    reading: { sheet: sheet.name },
    sheets: sheets.map(({ name, hidden, lines }) => ({ name, hidden, lines: lines.length })),
    unknownFormulas: sheet.unknownFormulas,
  };
}

function readText(bytes: Uint8Array, choice: ReadingChoice, language: string): RawSheet | string {
  if (isCompound(bytes)) {
    return 'This is an old Excel file (XLS), or one with a password. Save it as an Excel workbook (XLSX) without a password, or as CSV.';
  }
  const from = choice.encoding ?? findEncoding(bytes, language);
  const text = decode(bytes, from);
  if (text === undefined) return 'The file is not in that encoding. Choose another.';
  if (text.includes('\0')) return 'The file is no text. Save it as an Excel workbook (XLSX) or as “CSV UTF-8”.';
  if (/^\s*<(?:!doctype html|html|\?xml|table)/i.test(text)) {
    return 'This is a web page or XML, whatever its name says. Open it in your spreadsheet program and save it as XLSX or CSV.';
  }
  const [declared, sign] = /^"?sep=(.)"?[,;\t|]*(?:\r\n|\n|\r|$)/i.exec(text) ?? [];
  const body = declared === undefined ? text : text.slice(declared.length);
  const said = separator.options.find((one) => separatorSigns[one] === sign);
  const by = choice.separator ?? said ?? findSeparator(body);
  const rows = parseCsv(body, by, declared === undefined ? 1 : 2);
  if (typeof rows === 'string') return rows;
  const first: readonly RawLine[] =
    declared === undefined ? [] : [{ number: 1, cells: [declared.trim()], declaresSeparator: true }];
  return {
    raw: [...first, ...rows.map((cells, index) => ({ number: first.length + index + 1, cells }))],
    reading: { encoding: from, separator: by },
    sheets: [],
    unknownFormulas: 0,
  };
}

function checkLines(
  { headerLine, lines, header }: ClassifiedLines,
  { reading, sheets, unknownFormulas }: RawSheet,
  choice: ReadingChoice,
): ReadSheet {
  const rows = lines.flatMap((line) => (line.kind === 'row' ? [line] : []));
  if (rows.length === 0) return { ok: false, why: 'There is no line below the names of the columns.' };
  if (rows.length > maxRows) {
    return { ok: false, why: `There are more than ${maxRows} lines. Split the file.` };
  }
  const widthOf = (line: readonly string[]) => line.findLastIndex((cell) => cell !== '') + 1;
  const width = rows.reduce((most, row) => Math.max(most, widthOf(row.cells)), widthOf(header));
  if (width > maxColumns) {
    return { ok: false, why: `There are more than ${maxColumns} columns. Delete those that are not needed.` };
  }
  const long = rows.find((row) => row.cells.some((cell) => cell.length > longestCell));
  if (long)
    return { ok: false, why: `Line ${long.number} has a cell longer than ${longestCell} characters. Shorten it.` };
  const columns = Array.from(
    { length: width },
    (_, index) => header[index]?.slice(0, longestName) || `Column ${letterOf(index)}`,
  );
  return {
    ok: true,
    sheet: {
      columns,
      rows: rows.map((row) => columns.map((_, index) => row.cells[index] ?? '')),
      numbers: rows.map(({ number }) => number),
      lines,
      reading: {
        ...reading,
        headerLine,
        ...(choice.hiddenRows === undefined ? {} : { hiddenRows: choice.hiddenRows }),
      },
      sheets,
      unknownFormulas,
    },
  };
}

/** @returns the letters by which spreadsheets name the column */
function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last;
}
