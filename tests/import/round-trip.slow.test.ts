/** Random lists written by two libraries give back exactly the people that were written. */
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { encode } from './encode.ts';
import { asTable, found, isPlain, type WrittenList, type WrittenSheet, writtenList } from './written-lists.ts';

function textOf(list: WrittenList): Uint8Array {
  const { separator, quoteAll, lineEnd, declared, mark, encoding } = list.csv;
  const options = { delimiter: separator, record_delimiter: lineEnd, quoted: quoteAll };
  const body = stringify(
    asTable(list).map((line) => [...line]),
    options,
  );
  return encode(`${mark ? '\ufeff' : ''}${declared ? `sep=${separator}${lineEnd}` : ''}${body}`, encoding);
}

/** A library writes an empty line as no row at all, as spreadsheets do. */
async function workbookOf({ sheets }: WrittenList): Promise<Uint8Array> {
  const cellOf = ({ merged }: WrittenSheet, line: number, column: number, value: string) => {
    const at = merged.find(([first, from]) => first === line && from === column);
    const spans = at ? { rowSpan: at[2], columnSpan: at[3] } : {};
    return value === '' && !at ? null : { value, type: String, ...spans };
  };
  const written = sheets.map((sheet) => ({
    sheet: sheet.name,
    data: sheet.lines.map((line, index) => line.map((value, column) => cellOf(sheet, index + 1, column, value))),
  }));
  return await writeExcelFile(written).toBuffer();
}

const isVisible = ({ sheets }: WrittenList) =>
  sheets.every(({ hidden, hiddenLines }) => !hidden && hiddenLines.length === 0);

it('as text in many encodings, separators and quotes', async () => {
  const lists = writtenList(60).filter(isPlain);
  await fc.assert(
    fc.asyncProperty(lists, async (list) => {
      const { read, written } = await found(list, textOf(list), true);
      expect(read).toEqual(written);
    }),
    { numRuns: 60 },
  );
});

it('as workbooks with other sheets and merged cells', async () => {
  const lists = writtenList(60).filter(isVisible);
  await fc.assert(
    fc.asyncProperty(lists, async (list) => {
      const { read, written } = await found(list, await workbookOf(list), false);
      expect(read).toEqual(written);
    }),
    { numRuns: 30 },
  );
});

it('of 5,000 lines', async () => {
  const [list] = fc.sample(
    writtenList(5000).filter((one) => isPlain(one) && isVisible(one) && one.expected.length > 4000),
    { numRuns: 1, seed: 7 },
  );
  if (!list) throw new Error('no list was made');
  for (const [bytes, isText] of [
    [textOf(list), true],
    [await workbookOf(list), false],
  ] as const) {
    const { read, written } = await found(list, bytes, isText);
    expect(read).toEqual(written);
  }
});
