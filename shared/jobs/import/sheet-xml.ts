/** Reads one worksheet (ECMA-376 part 1, 18.3): its non-empty lines, by the numbers that the spreadsheet shows. */
import { formatNumber } from './cell-format.ts';
import { maxColumns } from './limits.ts';
import { unescapeControls } from './workbook-text.ts';
import { readXml } from './xml.ts';

interface SheetRow {
  readonly number: number;
  readonly hidden: boolean;
  readonly cells: string[];
}

export interface SheetContent {
  readonly rows: readonly SheetRow[];
  readonly unknownFormulas: number;
  readonly tooWide: boolean;
}

interface About {
  readonly shared: readonly string[];
  /** Number format by style. */
  readonly formats: readonly (string | undefined)[];
  readonly is1904: boolean;
}

interface Cell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value: string;
  hasFormula: boolean;
}

/** Merged cells do not overlap, so no sheet that we read has more. */
const maxMergedCells = 2_000_000;

/** Maximum number of columns and lines of a sheet. */
const [maxSheetColumns, maxSheetLines] = [16_384, 1_048_576];

export function readSheetXml(xml: string, about: About): SheetContent {
  const rows: SheetRow[] = [];
  const merges: string[] = [];
  let row: SheetRow | undefined;
  let cell: Cell | undefined;
  let inside: 'v' | 't' | undefined;
  let pronounced = 0;
  let nextLine = 1;
  let nextColumn = 0;
  let unknownFormulas = 0;
  let tooWide = false;
  readXml(xml, {
    open: (name, attribute) => {
      if (name === 'row') {
        const number = Number(attribute('r') ?? nextLine);
        if (!Number.isInteger(number) || number < nextLine || number > maxSheetLines)
          throw new Error('the lines are not in order');
        row = { number, hidden: /^(1|true)$/.test(attribute('hidden') ?? ''), cells: [] };
        nextLine = number + 1;
        nextColumn = 0;
      } else if (name === 'c') {
        const at = attribute('r');
        const column = at === undefined ? nextColumn : columnOf(at);
        nextColumn = column + 1;
        cell = {
          column,
          type: attribute('t') ?? 'n',
          style: Number(attribute('s') ?? 0),
          value: '',
          hasFormula: false,
        };
      } else if (name === 'v' || name === 't') inside = name;
      else if (name === 'rPh') pronounced += 1;
      else if (name === 'f' && cell) cell.hasFormula = true;
      else if (name === 'mergeCell') merges.push(attribute('ref') ?? '');
    },
    text: (piece) => {
      if (cell && inside && pronounced === 0) cell.value += piece;
    },
    close: (name) => {
      if (name === 'v' || name === 't') inside = undefined;
      else if (name === 'rPh') pronounced -= 1;
      else if (name === 'c' && cell) {
        if (cell.hasFormula && cell.value === '' && cell.type !== 'str') unknownFormulas += 1;
        const text = textOf(cell, about);
        if (text !== '' && cell.column >= maxColumns) tooWide = true;
        else if (row && text !== '') put(row.cells, cell.column, text);
        cell = undefined;
      } else if (name === 'row' && row) {
        if (row.cells.length > 0) rows.push(row);
        row = undefined;
      }
    },
  });
  fillMerged(rows, merges);
  return { rows, unknownFormulas, tooWide };
}

function put(cells: string[], column: number, text: string): void {
  while (cells.length < column) cells.push('');
  cells[column] = text;
}

/** @returns the column of `AB12`, counted from 0 */
function columnOf(at: string): number {
  const [, letters = ''] = /^([A-Z]{1,3})\d+$/.exec(at) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  if (column < 0 || column >= maxSheetColumns) throw new Error('a cell without a position');
  return column;
}

function textOf({ type, value, style }: Cell, { shared, formats, is1904 }: About): string {
  if (value === '') return '';
  if (type === 's') return shared[Number(value)] ?? '';
  if (type === 'b') return value === '1' || value === 'true' ? 'TRUE' : 'FALSE';
  if (type === 'd') return value.replace(/T00:00(:00(\.0+)?)?Z?$/, '');
  if (type !== 'n') return unescapeControls(value);
  const number = Number(value);
  return Number.isFinite(number) ? formatNumber(number, formats[style], is1904) : value;
}

/**
 * Copies a cell merged downwards to each of its lines, such as an organisation beside three people. A cell merged to
 * the right is a title: a line with no cell of its own holds nobody.
 */
function fillMerged(rows: SheetRow[], merges: readonly string[]): void {
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  const last = rows.at(-1)?.number ?? 0;
  let left = maxMergedCells;
  for (const range of merges) {
    const [, from = '', top = '', , bottom = ''] = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(range) ?? [];
    if (from === '' || columnOf(`${from}1`) >= maxColumns) continue;
    const column = columnOf(`${from}1`);
    const text = byNumber.get(Number(top))?.cells[column] ?? '';
    for (let number = Number(top) + 1; text !== '' && number <= Math.min(Number(bottom), last); number += 1) {
      left -= 1;
      if (left < 0) throw new Error('merged cells that overlap');
      const row = byNumber.get(number);
      if (row && !row.cells[column]) put(row.cells, column, text);
    }
  }
}
