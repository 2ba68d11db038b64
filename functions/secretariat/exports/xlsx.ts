/**
 * An export as a workbook with one sheet (ECMA-376), written line by line: existing libraries need all lines at once,
 * or are no longer maintained. Cells are text, numbers or yes and no; none is a formula.
 */
import { strToU8, Zip, ZipDeflate } from 'fflate';
import { closingLine, columnsFor, valuesOf } from './columns.ts';
import type { readExport } from './read.ts';
import type { ExportRequest } from './request.ts';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const pack = 'http://schemas.openxmlformats.org/package/2006';
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Everything except the sheet. */
const parts = {
  '[Content_Types].xml': `<Types xmlns="${pack}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${pack}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Signatures" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${pack}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
};

type Cell = string | number | boolean | undefined;

/** @returns the file in pieces; when cut off it is not a valid workbook */
export async function* xlsxExport(
  pages: ReturnType<typeof readExport>,
  { mailboxes }: Pick<ExportRequest, 'mailboxes'>,
): AsyncGenerator<Uint8Array> {
  const names = columnsFor({ mailboxes });
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, data) => {
    if (error) throw error;
    ready.push(data);
  });
  const take = () => {
    const pieces = ready;
    ready = [];
    return pieces;
  };
  const open = (name: string) => {
    const entry = new ZipDeflate(name, { level: 6 });
    zip.add(entry);
    return entry;
  };
  for (const [name, xml] of Object.entries(parts)) open(name).push(strToU8(head + xml), true);
  const sheet = open('xl/worksheets/sheet1.xml');
  let line = 0;
  const rowOf = (cells: readonly Cell[]) => {
    line += 1;
    return `<row r="${line}">${cells.map((value, index) => cellOf(value, `${columnAt(index)}${line}`)).join('')}</row>`;
  };
  const frozen = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  const view = `<sheetViews><sheetView workbookViewId="0">${frozen}</sheetView></sheetViews>`;
  sheet.push(strToU8(`${head}<worksheet xmlns="${main}">${view}<sheetData>${rowOf(names)}`));
  let page = await pages.next();
  while (!page.done) {
    sheet.push(strToU8(page.value.map((record) => rowOf(valuesOf(record, names))).join('')));
    yield* take();
    page = await pages.next();
  }
  sheet.push(strToU8(`${rowOf([closingLine(page.value)])}</sheetData></worksheet>`), true);
  zip.end();
  yield* take();
}

/** There are fewer columns than letters. */
const columnAt = (index: number) => String.fromCharCode(65 + index);

/** Each cell has its position, which some readers require. */
function cellOf(value: Cell, place: string): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return `<c r="${place}"><v>${value}</v></c>`;
  if (typeof value === 'boolean') return `<c r="${place}" t="b"><v>${value ? 1 : 0}</v></c>`;
  return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(value)}</t></is></c>`;
}

/** Characters that XML 1.0 does not allow (https://www.w3.org/TR/xml/#charsets); removed. */
const notInXml = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

function escapeXml(text: string): string {
  return text.replace(notInXml, '').replace(/[&<>]/g, (sign) => signs[sign] ?? '');
}
