/** Detects the column separator of a text file. */
import { CsvError, parse } from 'csv-parse/sync';
import * as z from 'zod';
import { headingsIn } from './headings.ts';
import type { Separator } from './reading-choice.ts';

/** Stands for "no separator". No text holds this character, because files with it are refused earlier. */
const unseen = '\u0000';
export const separatorSigns = {
  comma: ',',
  semicolon: ';',
  tab: '\t',
  pipe: '|',
  none: unseen,
} as const satisfies Record<Separator, string>;

/** Candidates in order of preference: of several that fit equally well, the rarest in names comes first. */
const candidates: readonly Separator[] = ['tab', 'semicolon', 'pipe', 'comma'];

/** Size of the sample: enough to decide, without parsing a 4 MB file four times. */
const sampled = { characters: 64 * 1024, lines: 300 };

export const csvOptions = {
  relax_column_count: true,
  relax_quotes: true,
  // `a, "b, c"` is written by hand: the quotation mark comes after a blank.
  trim: true,
  skip_empty_lines: false,
  max_record_size: 100_000,
  record_delimiter: ['\r\n', '\n', '\r'],
};

/**
 * Picks the separator that splits most lines into the same number of columns, regardless of the first line: column
 * names may contain commas in a file separated by semicolons.
 */
export function findSeparator(text: string): Separator {
  const cut = text.length > sampled.characters ? text.slice(0, sampled.characters).replace(/[^\n\r]*$/, '') : text;
  const scored = candidates.map((candidate) => ({ candidate, ...scoreOf(cut, candidate) }));
  const [best] = scored.toSorted((a, b) => b.share + b.known / 4 - (a.share + a.known / 4) || b.width - a.width);
  if (!best || best.share === 0) return 'comma';
  // A single column has one name. A separator below it belongs to a name with a comma, not to a second column.
  return best.known === 0 && best.isOneColumn ? 'none' : best.candidate;
}

interface Score {
  /** Share of lines that have the same number of columns. */
  readonly share: number;
  readonly width: number;
  /** Number of known column names in one line. */
  readonly known: number;
  /** Whether the first line is the name of a single column. */
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
    // The sample ends inside a quotation mark. The plain lines are enough to decide.
    const lines = text.split(/\r\n|\n|\r/).slice(0, sampled.lines);
    return lines.map((line) => line.split(separatorSigns[candidate]));
  }
}
