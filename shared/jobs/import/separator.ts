/** Finding out what separates the columns of a text file. */
import { CsvError, parse } from 'csv-parse/sync';
import * as z from 'zod';
import { headingsIn } from './headings.ts';
import type { Separator } from './reading-choice.ts';

/** For one column without a separator: a sign that no text holds, as what is no text is refused before. */
const unseen = '\u0000';
export const separatorSigns = {
  comma: ',',
  semicolon: ';',
  tab: '\t',
  pipe: '|',
  none: unseen,
} as const satisfies Record<Separator, string>;

/** Where several fit equally well, the one that is rarest in names comes first. */
const candidates: readonly Separator[] = ['tab', 'semicolon', 'pipe', 'comma'];

/** Enough to tell; a file of 4 MB is not parsed four times. */
const sampled = { characters: 64 * 1024, lines: 300 };

export const csvOptions = {
  relax_column_count: true,
  relax_quotes: true,
  // `a, "b, c"` is written by hand: the quotation mark opens behind the blank.
  trim: true,
  skip_empty_lines: false,
  max_record_size: 100_000,
  record_delimiter: ['\r\n', '\n', '\r'],
};

/**
 * The one by which most lines fall into the same number of columns, whatever the first line says: names of columns may
 * hold commas where the file is separated by semicolons.
 */
export function findSeparator(text: string): Separator {
  const cut = text.length > sampled.characters ? text.slice(0, sampled.characters).replace(/[^\n\r]*$/, '') : text;
  const scored = candidates.map((candidate) => ({ candidate, ...scoreOf(cut, candidate) }));
  const [best] = scored.toSorted((a, b) => b.share + b.known / 4 - (a.share + a.known / 4) || b.width - a.width);
  if (!best || best.share === 0) return 'comma';
  // One column has one name: what is separated below it is a name with a comma, not a second column.
  return best.known === 0 && best.isOneColumn ? 'none' : best.candidate;
}

interface Score {
  /** Of the lines that have the same number of columns. */
  readonly share: number;
  readonly width: number;
  /** Names of columns in one line. */
  readonly known: number;
  /** Whether the first line is the name of one. */
  readonly isOneColumn: boolean;
}

function scoreOf(text: string, candidate: Separator): Score {
  const rows = rowsOf(text, candidate).filter((row) => row.some((cell) => cell.trim() !== ''));
  const often = new Map<number, number>();
  for (const row of rows) often.set(row.length, (often.get(row.length) ?? 0) + 1);
  const [[width, count] = [1, 0]] = [...often]
    .filter(([one]) => one > 1)
    .toSorted((a, b) => b[1] - a[1] || b[0] - a[0]);
  const known = Math.max(0, ...rows.filter((row) => row.length > 1).map(headingsIn));
  const [first = []] = rows;
  const isOneColumn = first.length === 1 && headingsIn(first) === 1;
  return { share: rows.length === 0 ? 0 : count / rows.length, width, known, isOneColumn };
}

function rowsOf(text: string, candidate: Separator): string[][] {
  try {
    const options = { ...csvOptions, delimiter: separatorSigns[candidate], to: sampled.lines };
    return z.array(z.array(z.string())).parse(parse(text, options));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // A quotation mark that is open at the end of the sample: lines as they are tell enough.
    const lines = text.split(/\r\n|\n|\r/).slice(0, sampled.lines);
    return lines.map((line) => line.split(separatorSigns[candidate]));
  }
}
