/** Workbooks as people save them: the sheet to read, the lines, and cells as displayed. */
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readSheet } from '../../shared/jobs/import/file.ts';
import { tallyLines } from '../../shared/jobs/import/lines.ts';
import { linesIn, peopleIn, sheetOf } from './lists.ts';

interface WrittenSheet {
  readonly name: string;
  readonly state?: 'hidden' | 'veryHidden';
  /** The inside of `sheetData`, and the XML after it. */
  readonly xml: string;
  readonly after?: string;
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** @returns a workbook with its cells as written here */
function workbook(sheets: readonly WrittenSheet[], more: { strings?: string; styles?: string; book?: string } = {}) {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const parts = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships>${relation('r', 'officeDocument', '/xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<?xml version="1.0"?><x:workbook xmlns:x="main" xmlns:r="${office}">${more.book ?? ''}<x:sheets>${sheets
      .map(
        ({ name, state }, index) =>
          `<x:sheet name="${name}" sheetId="${index + 1}"${state ? ` state="${state}"` : ''} r:id="s${index}"/>`,
      )
      .join('')}</x:sheets></x:workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${sheets
      .map((_, index) => relation(`s${index}`, 'worksheet', `worksheets/sheet${index + 1}.xml`))
      .join(
        '',
      )}${relation('t', 'sharedStrings', 'sharedStrings.xml')}${relation('y', 'styles', 'styles.xml')}</Relationships>`,
    'xl/sharedStrings.xml': `<sst>${more.strings ?? ''}</sst>`,
    'xl/styles.xml': `<styleSheet>${more.styles ?? ''}</styleSheet>`,
    ...Object.fromEntries(
      sheets.map(({ xml, after }, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        `<worksheet><sheetData>${xml}</sheetData>${after ?? ''}</worksheet>`,
      ]),
    ),
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])));
}

const text = (at: string, value: string) => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
const row = (number: number, cells: readonly string[], more = '') =>
  `<row r="${number}"${more}>${cells.map((cell, index) => text(`${'ABCDEF'[index]}${number}`, cell)).join('')}</row>`;
const table = row(1, ['Name', 'Country']) + row(2, ['Philippa Mooring', 'KZ']);

describe('sheets', () => {
  const sheets = [
    { name: 'Lists', state: 'veryHidden', xml: row(1, ['Name', 'Country']) + row(2, ['Somebody Hidden', 'KZ']) },
    { name: 'Empty', xml: '' },
    { name: 'How to', xml: row(1, ['Please fill in the next sheet']) + row(2, ['Thank you']) },
    { name: 'People &amp; more', xml: table },
  ] as const;

  it('that are hidden, empty or no table are not the default, and each can be chosen', async () => {
    const found = await sheetOf(workbook(sheets));
    expect(found.reading.sheet).toBe('People & more');
    expect(found.sheets).toEqual([
      { name: 'Lists', lines: 2, hidden: true },
      { name: 'Empty', lines: 0, hidden: false },
      { name: 'How to', lines: 2, hidden: false },
      { name: 'People & more', lines: 2, hidden: false },
    ]);
    expect((await sheetOf(workbook(sheets), { sheet: 'Lists' })).rows).toEqual([['Somebody Hidden', 'KZ']]);
    expect(await readSheet(workbook(sheets), { sheet: 'Others' })).toMatchObject({ ok: false });
    expect(await readSheet(workbook(sheets.slice(0, 2)))).toMatchObject({
      ok: false,
      why: expect.stringContaining('hidden'),
    });
  });

  it('of other programs are told from workbooks', async () => {
    const ods = zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet') });
    expect(await readSheet(ods)).toMatchObject({ ok: false, why: expect.stringContaining('OpenDocument') });
    const xls = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
    expect(await readSheet(xls)).toMatchObject({ ok: false, why: expect.stringContaining('old Excel file') });
  });
});

describe('lines', () => {
  it('keep their numbers with titles, gaps, hidden lines and merged cells', async () => {
    const xml =
      row(1, ['Signatures of the quay']) +
      row(4, ['Organisation', 'Name', 'Country']) +
      row(5, ['Pier Watch', 'Philippa Mooring', 'KZ']) +
      row(6, ['', 'Ottilie Bowsprit', 'KZ']) +
      row(7, ['', '', '']) +
      row(8, ['Lock Keepers', 'Hidden Helmsman', 'KZ'], ' hidden="1"') +
      row(9, ['# a remark']) +
      row(12, ['Lock Keepers', 'Leopold Sluice', 'KZ']);
    const after =
      '<mergeCells count="3"><mergeCell ref="A1:C1"/><mergeCell ref="A5:A7"/><mergeCell ref="B12:C13"/></mergeCells>';
    const file = workbook([{ name: 'A', xml, after }]);
    const sheet = await sheetOf(file);
    expect(sheet).toMatchObject({ columns: ['Organisation', 'Name', 'Country'], numbers: [5, 6, 12] });
    expect(tallyLines(sheet.lines)).toEqual({ title: 1, blank: 5, header: 1, row: 3, hidden: 1, comment: 1 });
    expect(linesIn(sheet)).toBe(12);
    expect(peopleIn(sheet).map((one) => ('organisation' in one ? one.organisation : ''))).toEqual([
      'Pier Watch',
      'Pier Watch',
      'Lock Keepers',
    ]);
    expect((await sheetOf(file, { hiddenRows: true })).numbers).toEqual([5, 6, 8, 12]);
  });

  it('at the end of the sheet do not count when they are empty', async () => {
    const far = '<row r="1048576" ht="15"><c r="XFD1048576" s="1"/></row>';
    expect(linesIn(await sheetOf(workbook([{ name: 'A', xml: table + far }])))).toBe(2);
  });

  it('may omit their position', async () => {
    const xml =
      '<row><c t="inlineStr"><is><t>Name</t></is></c></row><row><c t="inlineStr"><is><t>Philippa</t></is></c></row>';
    expect(await sheetOf(workbook([{ name: 'A', xml }]))).toMatchObject({ rows: [['Philippa']], numbers: [2] });
  });
});

describe('cells', () => {
  const styles = `<numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/><numFmt numFmtId="165" formatCode="00000"/>
    <numFmt numFmtId="166" formatCode="[$-409]d/m/yy\\ h:mm;@"/><numFmt numFmtId="167" formatCode="#,##0 &quot;days&quot;"/></numFmts>
    <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/>
    <xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="9"/><xf numFmtId="167"/><xf numFmtId="20"/></cellXfs>`;
  const strings = `<si><t>Plain &amp; simple</t></si><si><r><t xml:space="preserve">Rich </t></r><r><rPr><b/></rPr><t>text</t></r></si>
    <si><t>港</t><rPh sb="0" eb="1"><t>ミナト</t></rPh></si><si><t>two_x000D_ lines</t></si><si/>`;
  const shown = async (cell: string, book = '') => {
    const xml = `${row(1, ['Name'])}<row r="2">${cell}</row>`;
    const sheet = await sheetOf(workbook([{ name: 'A', xml }], { strings, styles, book }), { headerLine: 1 });
    return sheet.rows[0]?.[0];
  };
  it.each([
    ['<c r="A2" t="s"><v>0</v></c>', 'Plain & simple'],
    ['<c r="A2" t="s"><v>1</v></c>', 'Rich text'],
    ['<c r="A2" t="s"><v>2</v></c>', '港'],
    ['<c r="A2" t="s"><v>3</v></c>', 'two\r lines'],
    ['<c r="A2" t="str"><f>A1&amp;"x"</f><v>Joined</v></c>', 'Joined'],
    ['<c r="A2" t="str"><f>HYPERLINK("https://a.example","Pier")</f><v>Pier</v></c>', 'Pier'],
    ['<c r="A2"><v>42</v></c>', '42'],
    ['<c r="A2"><f>6*7</f><v>42</v></c>', '42'],
    ['<c r="A2"><v>0.30000000000000004</v></c>', '0.3'],
    ['<c r="A2"><v>7.7E11</v></c>', '770000000000'],
    ['<c r="A2" s="1"><v>46328</v></c>', '2026-11-02'],
    ['<c r="A2" s="2"><v>46328</v></c>', '2026-11-02'],
    ['<c r="A2" s="4"><v>46328.75</v></c>', '2026-11-02 18:00'],
    ['<c r="A2" s="7"><v>0.75</v></c>', '18:00'],
    ['<c r="A2" s="1"><v>1</v></c>', '1900-01-01'],
    ['<c r="A2" s="3"><v>1067</v></c>', '01067'],
    ['<c r="A2" s="5"><v>0.5</v></c>', '50%'],
    ['<c r="A2" s="6"><v>1200</v></c>', '1200'],
    ['<c r="A2" t="d"><v>2026-11-02T00:00:00</v></c>', '2026-11-02'],
    ['<c r="A2" t="b"><v>1</v></c>', 'TRUE'],
    ['<c r="A2" t="e"><v>#N/A</v></c>', '#N/A'],
  ])('%s are %s', async (cell, value) => {
    expect(await shown(cell)).toBe(value);
  });

  it('count days from 1904 if the workbook does', async () => {
    expect(await shown('<c r="A2" s="1"><v>44866</v></c>', '<workbookPr date1904="1"/>')).toBe('2026-11-02');
  });

  it('with a formula that was never calculated are counted', async () => {
    const xml = `${table}<row r="3">${text('A3', 'Ottilie Bowsprit')}<c r="B3"><f>B2</f></c></row>`;
    expect(await sheetOf(workbook([{ name: 'A', xml }]))).toMatchObject({ unknownFormulas: 1 });
  });
});

describe('hostile workbooks', () => {
  it.each([
    ['entities', '<!DOCTYPE a [<!ENTITY b "c">]><row r="1"/>'],
    ['lines in the wrong order', row(5, ['a']) + row(2, ['b'])],
    ['lines behind the end', row(1_048_577, ['a'])],
    ['cells nowhere', '<row r="1"><c r="ZZZ1"><v>1</v></c></row>'],
    ['a tag without an end', '<row r="1"><c r="A1'],
  ])('with %s are refused', async (_, xml) => {
    const why = expect.stringContaining('cannot be read');
    expect(await readSheet(workbook([{ name: 'A', xml }]))).toMatchObject({ ok: false, why });
  });

  it('with far cells or endless merged ones are rejected quickly', async () => {
    const wide = Array.from(
      { length: 3000 },
      (_, index) => `<row r="${index + 1}"><c r="XFD${index + 1}"><v>1</v></c></row>`,
    ).join('');
    const file = workbook([
      { name: 'A', xml: wide },
      { name: 'B', xml: table },
    ]);
    expect((await sheetOf(file)).reading.sheet).toBe('B');
    const many = Array.from({ length: 3000 }, (_, index) => row(index + 1, ['a'])).join('');
    const after = `<mergeCells>${'<mergeCell ref="A1:A3000"/>'.repeat(3000)}</mergeCells>`;
    expect(await readSheet(workbook([{ name: 'A', xml: many, after }]))).toMatchObject({ ok: false });
  });
});
