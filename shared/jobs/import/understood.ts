/** Describes how a file was read, for the page: choices, lines that are not signatures, and samples to check. */
import * as z from 'zod';
import type { Sheet } from './file.ts';
import { asideKind, type FileLine, tallyLines } from './lines.ts';
import { readingChoice } from './reading-choice.ts';

const shownLine = z.object({ number: z.int(), text: z.string() });

export const understood = z.object({
  /** The choices by which the file was read. */
  reading: readingChoice.required({ headerLine: true }),
  sheets: z.array(z.object({ name: z.string(), lines: z.int(), hidden: z.boolean() })),
  unknownFormulas: z.int(),
  /** All lines of the file. */
  lines: z.int(),
  /** Number of lines that are not signatures, by reason. */
  aside: z.partialRecord(asideKind, z.int()),
  /** Some of those lines. */
  asideLines: z.array(z.object({ kind: asideKind, from: z.int(), to: z.int(), text: z.string() })),
  /** Lines that may hold the column names. */
  first: z.array(shownLine),
  /** Lines with letters that a wrong encoding would garble. */
  foreign: z.array(shownLine),
});
type Understanding = z.infer<typeof understood>;

const max = { asideLines: 60, first: 12, foreign: 5, sheets: 60, text: 120 };

/** @returns the description of the file for the page and the API */
export function describeReading({ lines, reading, sheets, unknownFormulas }: Sheet): Understanding {
  const { row = 0, ...aside } = tallyLines(lines);
  const filled = lines.filter(({ kind }) => kind !== 'blank');
  return {
    reading,
    sheets: sheets.slice(0, max.sheets).map((sheet) => ({ ...sheet })),
    unknownFormulas,
    lines: row + Object.values(aside).reduce((sum, count) => sum + count, 0),
    aside,
    asideLines: lines
      .flatMap((line) =>
        line.kind === 'row'
          ? []
          : [{ kind: line.kind, from: line.number, to: line.number + line.count - 1, text: textOf(line) }],
      )
      .slice(0, max.asideLines),
    first: filled
      .filter(({ kind }) => kind !== 'separator')
      .slice(0, max.first)
      .map(shown),
    foreign: filled
      .filter(({ cells }) => cells.some((cell) => /[^\0-\u007f]/.test(cell)))
      .slice(0, max.foreign)
      .map((line) => shown({ ...line, cells: line.cells.filter((cell) => /[^\0-\u007f]/.test(cell)) })),
  };
}

const shown = (line: FileLine) => ({ number: line.number, text: textOf(line) });

function textOf({ cells }: FileLine): string {
  const text = cells
    .filter((cell) => cell !== '')
    .join(' · ')
    .replace(/\s+/g, ' ');
  const signs = [...text];
  return signs.length > max.text ? `${signs.slice(0, max.text).join('')}…` : text;
}

/** @returns the description without any text of lines: nothing of a finished list is kept */
export function forgetText<Known extends Pick<Understanding, 'asideLines' | 'first' | 'foreign'>>(known: Known): Known {
  return { ...known, asideLines: known.asideLines.map((line) => ({ ...line, text: '' })), first: [], foreign: [] };
}
