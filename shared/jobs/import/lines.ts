/** Classifies every line of a file: a person, or a reason why it is none. */
import * as z from 'zod';
import { findCountry } from '../../organisation/find-country.ts';
import { headingsIn } from './headings.ts';

/** Reasons why a line is not a signature. Each line of a file is either a row or one of these. */
export const asideKind = z.enum(['header', 'title', 'blank', 'comment', 'separator', 'hidden']);
export type AsideKind = z.infer<typeof asideKind>;

/** A line of the spreadsheet, as read from the file. */
export interface RawLine {
  /** Line number as the spreadsheet counts: line ends inside a cell do not count, empty and hidden lines do. */
  readonly number: number;
  readonly cells: readonly string[];
  /** The line was hidden from the person who saved the file. */
  readonly hidden?: boolean;
  /** `sep=;`, which tells Excel how the columns are separated. */
  readonly declaresSeparator?: boolean;
}

/** `count` lines starting at line `number`: more than one only for empty lines. */
export type FileLine =
  | { readonly kind: 'row'; readonly number: number; readonly count: 1; readonly cells: readonly string[] }
  | {
      readonly kind: AsideKind;
      readonly number: number;
      readonly count: number;
      readonly cells: readonly string[];
    };

export interface LineChoice {
  /** Line number of the column names: 0 for none, undefined to detect it. */
  readonly headerLine?: number | undefined;
  readonly hiddenRows?: boolean | undefined;
}

export interface ClassifiedLines {
  readonly headerLine: number;
  readonly lines: readonly FileLine[];
  /** Column names as in the file; empty when there is no such line. */
  readonly header: readonly string[];
}

const nothingSeen = /^[^\p{L}\p{N}\p{P}\p{S}]*$/u;
const isBlank = (line: RawLine) => line.cells.every((cell) => nothingSeen.test(cell));
const filledIn = (line: RawLine) => line.cells.filter((cell) => !nothingSeen.test(cell)).length;

/** The value that a spreadsheet shows for a failed formula. */
export const isFormulaError = (cell: string) =>
  /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!|FIELD!|GETTING_DATA)$/.test(cell.trim());

/**
 * A comment begins with `#`. If the line has other cells, or there is only one column, a blank has to follow: `#MeToo
 * Osh;KZ` is an organisation. `# 12;Ada` is a number in a list.
 */
function isComment(line: RawLine): boolean {
  const [first = ''] = line.cells;
  if (!first.trim().startsWith('#') || isFormulaError(first)) return false;
  return (line.cells.length > 1 && filledIn(line) === 1) || /^\s*#\s+(?!\d+\s*$)/u.test(first);
}

/** Maximum number of lines searched: more title lines than anybody puts above a table. */
const searched = 30;

/** @returns the line number of the column names; 0 when the first line is data */
function findHeader(lines: readonly RawLine[]): number {
  const candidates = lines
    .filter((line) => !(line.declaresSeparator || isBlank(line) || isComment(line)))
    .slice(0, searched)
    .map((line) => ({ line, known: line.cells.some(isAddress) ? 0 : headingsIn(line.cells), filled: filledIn(line) }));
  const best = candidates.toSorted((a, b) => b.known - a.known || a.line.number - b.line.number)[0];
  if (best && best.known > 0) return best.line.number;
  // Headings in an unknown language: they are above the first line that is as wide as most.
  const widest = Math.max(...candidates.map(({ filled }) => filled), 0);
  const first = candidates.find(({ filled }) => filled >= Math.min(2, widest));
  return first && !first.line.cells.some(isData) ? first.line.number : 0;
}

const isAddress = (cell: string) => /\S@\S+\.\S/.test(cell);

/** Whether a cell holds data about somebody rather than a column name. */
const isData = (cell: string) =>
  isAddress(cell) || /^https?:/i.test(cell) || (cell.length < 60 && 'code' in (findCountry(cell) ?? {}));

/**
 * @param raw lines in the order of the file; missing numbers are empty lines
 * @returns each line of the file once, classified; undefined when the line chosen as header is empty
 */
export function classifyLines(raw: readonly RawLine[], choice: LineChoice): ClassifiedLines | undefined {
  const headerLine = choice.headerLine ?? findHeader(raw);
  const chosen = raw.find(({ number }) => number === headerLine);
  if (headerLine !== 0 && (!chosen || isBlank(chosen))) return undefined;
  const header = chosen?.cells.map((cell) => cell.trim()) ?? [];
  const repeated = JSON.stringify(header);
  const kindOf = (line: RawLine): FileLine['kind'] => {
    if (line.number === headerLine) return 'header';
    if (line.declaresSeparator) return 'separator';
    if (isBlank(line)) return 'blank';
    if (isComment(line)) return 'comment';
    if (line.number < headerLine) return 'title';
    // Lists are often joined from several, each with its own header.
    if (headerLine !== 0 && JSON.stringify(line.cells.map((cell) => cell.trim())) === repeated) return 'header';
    return line.hidden && !choice.hiddenRows ? 'hidden' : 'row';
  };
  const lines: FileLine[] = [];
  let next = 1;
  const addBlank = (number: number, count: number) => {
    const last = lines.at(-1);
    if (last?.kind === 'blank') lines[lines.length - 1] = { ...last, count: last.count + count };
    else lines.push({ kind: 'blank', number, count, cells: [] });
  };
  for (const line of raw) {
    if (line.number > next) addBlank(next, line.number - next);
    const kind = kindOf(line);
    const cells = line.cells.map((cell) => cell.trim());
    if (kind === 'blank') addBlank(line.number, 1);
    else lines.push({ kind, number: line.number, count: 1, cells });
    next = line.number + 1;
  }
  return { headerLine, lines, header };
}

/** @returns the number of lines of each kind; together they are all lines of the file */
export function tallyLines(lines: readonly FileLine[]): Readonly<Partial<Record<FileLine['kind'], number>>> {
  const sums: Partial<Record<FileLine['kind'], number>> = {};
  for (const { kind, count } of lines) sums[kind] = (sums[kind] ?? 0) + count;
  return sums;
}
