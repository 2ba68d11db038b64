/** An export as CSV (RFC 4180): no cell is a formula in a spreadsheet. */
import { stringify } from 'csv-stringify/sync';
import { csvOptions } from '../../../shared/text/csv.ts';
import { closingLine, columnsFor, valuesOf } from './columns.ts';
import type { readExport } from './read.ts';
import type { ExportRequest } from './request.ts';

const options = { ...csvOptions, cast: { boolean: (value: boolean) => String(value) } };

/** @returns the file in pieces: a header line, a line for each signature, and a last one that lists omissions */
export async function* csvExport(
  pages: ReturnType<typeof readExport>,
  { mailboxes, bom }: Pick<ExportRequest, 'mailboxes' | 'bom'>,
): AsyncGenerator<string> {
  const names = columnsFor({ mailboxes });
  yield stringify([[...names]], { ...options, bom });
  let page = await pages.next();
  while (!page.done) {
    yield stringify(
      page.value.map((record) => valuesOf(record, names)),
      options,
    );
    page = await pages.next();
  }
  yield stringify([[`# ${closingLine(page.value)}`]], options);
}
