/** An export as JSON: one object, written piece by piece; the numbers at its end count omissions. */
import { closingLine, columnsFor, valuesOf } from './columns.ts';
import type { readExport } from './read.ts';
import type { ExportRequest } from './request.ts';

/** @returns the text of the object in pieces. When cut off it is invalid JSON, so nobody takes a part for the whole */
export async function* jsonExport(
  pages: ReturnType<typeof readExport>,
  { mailboxes }: Pick<ExportRequest, 'mailboxes'>,
  about: { readonly letter: string; readonly asOf: string },
): AsyncGenerator<string> {
  const names = columnsFor({ mailboxes });
  yield `${JSON.stringify(about).slice(0, -1)},"signatures":[`;
  let page = await pages.next();
  let isFirst = true;
  while (!page.done) {
    const lines = page.value.map((record) => {
      const values = valuesOf(record, names);
      return JSON.stringify(Object.fromEntries(names.map((name, index) => [name, values[index]])));
    });
    if (lines.length > 0) yield `${isFirst ? '\n' : ',\n'}${lines.join(',\n')}`;
    isFirst &&= lines.length === 0;
    page = await pages.next();
  }
  yield `\n],${JSON.stringify({ ...page.value, note: closingLine(page.value) }).slice(1)}\n`;
}
