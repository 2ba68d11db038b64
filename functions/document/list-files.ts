/** The undersigned for programs: attached to both PDFs, and files of their own. */
import { stringify } from 'csv-stringify/sync';
import type { DocumentData } from '../../shared/document/document-data.ts';
import type { Texts } from '../../shared/text/catalogue.ts';
import { csvOptions } from '../../shared/text/csv.ts';
import { arrangeList, type ListedEntry } from './arrange-list.ts';
import { oneLine } from './text.ts';

const columns = ['kind', 'name', 'signatory', 'role', 'affiliation', 'country'] as const;

function cellsOf(entry: ListedEntry): Record<(typeof columns)[number], string | undefined> {
  const { kind, name, country } = entry;
  const person = kind === 'organisation' ? entry.signatory : undefined;
  const own = kind === 'individual' ? entry : undefined;
  const cells = {
    ...{ kind, name, signatory: person?.name, role: person?.role ?? own?.role },
    ...{ affiliation: own?.affiliation, country },
  };
  return {
    ...cells,
    name: oneLine(name),
    signatory: clean(cells.signatory),
    role: clean(cells.role),
    affiliation: clean(cells.affiliation),
  };
}

const clean = (text: string | undefined) => (text === undefined ? undefined : oneLine(text));

/** @returns the list as CSV (RFC 4180) in UTF-8, in the order of the document; no cell is a formula in a spreadsheet */
export function listAsCsv(data: DocumentData, texts: Texts): Uint8Array {
  const rows = entriesOf(data, texts).map((entry) => Object.values(cellsOf(entry)));
  return Buffer.from(stringify([[...columns], ...rows], { ...csvOptions, bom: true }));
}

/** @returns the list as JSON, with the facts of the last page */
export function listAsJson(data: DocumentData, texts: Texts): Uint8Array {
  const { letter, undersigned, frozen } = data;
  const content = {
    letter: { slug: letter.slug, title: letter.title, language: letter.language },
    frozen,
    undersigned: entriesOf(data, texts).map(cellsOf),
    unnamed: undersigned.unnamed,
    onPaper: undersigned.onPaper,
  };
  return Buffer.from(`${JSON.stringify(content, undefined, 2)}\n`);
}

function entriesOf(data: DocumentData, texts: Texts): ListedEntry[] {
  return arrangeList(data, texts).flatMap(({ groups }) => groups.flatMap(({ entries }) => entries));
}
