/**
 * Reads the sheets of an untrusted workbook (XLSX, ECMA-376) as a person sees them: formatted text and numbers, stored
 * results of formulas, and which lines are hidden. A small ZIP can hold more than fits in memory, so unpacking is
 * limited.
 */
import { strFromU8 } from 'fflate';
import { formatOf } from './cell-format.ts';
import type { RawLine } from './lines.ts';
import { readSheetXml, type SheetContent } from './sheet-xml.ts';
import { unzip } from './unzip.ts';
import { readSharedStrings } from './workbook-text.ts';
import { readXml } from './xml.ts';

/** Limit of all parts together, unpacked; 20,000 lines of ten cells take a fraction of it. */
const maxUnpacked = 48 * 1024 * 1024;
const readParts = /^(\/?_rels\/\.rels|\/?xl\/[^/]+\.xml|\/?xl\/_rels\/[^/]+|\/?xl\/worksheets\/[^/]+\.xml)$/i;

export interface WorkbookSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly lines: readonly RawLine[];
  /** Cells whose formula has no stored result: only a spreadsheet can compute their values. */
  readonly unknownFormulas: number;
  /** There are cells to the right of the columns that are read. */
  readonly tooWide: boolean;
}

/** @returns the sheets in order, or what is wrong with the file, for people */
export async function readWorkbook(bytes: Uint8Array): Promise<readonly WorkbookSheet[] | string> {
  const parts = await unzip(bytes, (name) => readParts.test(name) || name === 'mimetype', maxUnpacked);
  if (parts === 'too-large') return 'The workbook is too large. Save the sheet with the list as CSV, or split it.';
  if (parts === 'unreadable')
    return 'The workbook cannot be read. Open it in your spreadsheet program and save it again.';
  if (parts.has('mimetype')) return 'This is an OpenDocument file. Save it as “Excel 2007–365 (.xlsx)” or as CSV.';
  try {
    return readParsed(
      new Map([...parts].map(([name, part]) => [name.replace(/^\//, '').toLowerCase(), strFromU8(part)])),
    );
  } catch {
    // The remedy is the same for every error, and an error message may quote the file.
    return 'The workbook cannot be read. Open it in your spreadsheet program and save it again, or as “CSV UTF-8”.';
  }
}

function readParsed(parts: ReadonlyMap<string, string>): readonly WorkbookSheet[] | string {
  const part = (name: string) => parts.get(name.toLowerCase());
  const root = relations(part('_rels/.rels'), '').find(({ type }) => type.endsWith('/officeDocument'));
  const path = root?.target ?? 'xl/workbook.xml';
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const within = relations(part(`${folder}_rels/${path.slice(folder.length)}.rels`), folder);
  const targetOf = (type: string) =>
    within.find((one) => one.type.endsWith(`/${type}`))?.target ?? `${folder}${type}.xml`;
  const book = readBook(part(path) ?? '');
  const shared = readSharedStrings(part(targetOf('sharedStrings')) ?? '');
  const formats = readFormats(part(targetOf('styles')) ?? '');
  const sheets = book.sheets.flatMap(({ name, hidden, relation }) => {
    const found = within.find(({ id, type }) => id === relation && type.endsWith('/worksheet'));
    const xml = found && part(found.target);
    return xml === undefined
      ? []
      : [{ name, hidden, content: readSheetXml(xml, { shared, formats, is1904: book.is1904 }) }];
  });
  if (sheets.length === 0) return 'The workbook has no sheet. Save the list again as XLSX or CSV.';
  return sheets.map(({ name, hidden, content }) => ({ name, hidden, ...asLines(content) }));
}

const asLines = ({ rows, unknownFormulas, tooWide }: SheetContent) => ({
  lines: rows.map(({ number, hidden, cells }): RawLine => ({ number, hidden, cells })),
  unknownFormulas,
  tooWide,
});

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

function relations(xml: string | undefined, folder: string): readonly Relation[] {
  const found: Relation[] = [];
  readXml(xml ?? '', {
    open: (name, attribute) => {
      if (name !== 'Relationship') return;
      const target = attribute('Target') ?? '';
      const whole = target.startsWith('/') ? target.slice(1) : `${folder}${target}`.replace(/[^/]+\/\.\.\//g, '');
      found.push({ id: attribute('Id') ?? '', type: attribute('Type') ?? '', target: whole });
    },
  });
  return found;
}

function readBook(xml: string) {
  const sheets: { name: string; hidden: boolean; relation: string }[] = [];
  let is1904 = false;
  readXml(xml, {
    open: (name, attribute) => {
      if (name === 'workbookPr') is1904 = /^(1|true)$/.test(attribute('date1904') ?? '');
      if (name !== 'sheet') return;
      const state = attribute('state') ?? 'visible';
      sheets.push({
        name: (attribute('name') ?? '').slice(0, 100),
        hidden: state !== 'visible',
        relation: attribute('id') ?? '',
      });
    },
  });
  return { sheets, is1904 };
}

/** @returns the number format of each cell style */
function readFormats(xml: string): readonly (string | undefined)[] {
  const own = new Map<number, string>();
  const styles: (string | undefined)[] = [];
  let isCells = false;
  readXml(xml, {
    open: (name, attribute) => {
      if (name === 'numFmt') own.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '');
      if (name === 'cellXfs') isCells = true;
      if (name === 'xf' && isCells) styles.push(formatOf(Number(attribute('numFmtId') ?? 0), own));
    },
    close: (name) => {
      if (name === 'cellXfs') isCells = false;
    },
  });
  return styles;
}
