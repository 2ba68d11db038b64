/** Text as single characters, each with its look: the form in which spaces at the edges of bold words are moved out. */
import type { Inline } from '../../../../../shared/letter/blocks.ts';

export interface Cell {
  /** A character; a line feed is a forced line break. */
  readonly char: string;
  readonly link?: string;
  readonly strong: boolean;
  readonly emphasis: boolean;
}

const isSpace = ({ char }: Cell) => /^\s$/.test(char);
/** Characters that Markdown replaces, or that are line ends to it. */
const unfit = /(?![\t\n])[\p{Cc}\p{Cs}\u2028\u2029\ufffd]/u;

/**
 * Removes invisible content that Markdown cannot hold: control characters, spaces at the ends of lines, line breaks at
 * the ends of a paragraph, and the formatting of spaces at the edge of a bold, italic or linked text.
 *
 * @param options.oneLine makes line breaks spaces: a heading has one line
 */
export function tidy(cells: readonly Cell[], { oneLine }: { oneLine: boolean }): Cell[] {
  const plain = cells
    .filter(({ char }) => !(char.length === 1 && unfit.test(char)))
    .map((cell): Cell => {
      if (cell.char === '\t' || (oneLine && cell.char === '\n')) return { ...cell, char: ' ' };
      return cell.char === '\n' ? { char: '\n', strong: false, emphasis: false } : cell;
    });
  const lines = trimmed(plain.filter((cell, at) => !isAtLineEnd(plain, cell, at)));
  const linked = withoutEdges(
    lines,
    (cell) => cell.link,
    ({ link: _, ...cell }) => cell,
  );
  const bold = withoutEdges(
    linked,
    (cell) => (cell.strong ? `${cell.link}` : undefined),
    (cell) => ({ ...cell, strong: false }),
  );
  return withoutEdges(
    bold,
    (cell) => (cell.emphasis ? `${cell.strong} ${cell.link}` : undefined),
    (cell) => ({ ...cell, emphasis: false }),
  );
}

/** A space next to a line break. */
function isAtLineEnd(cells: readonly Cell[], { char }: Cell, at: number): boolean {
  if (char !== ' ') return false;
  const beside = (step: 1 | -1) => {
    let next = at + step;
    while (cells[next]?.char === ' ') next += step;
    return cells[next]?.char === '\n';
  };
  return beside(1) || beside(-1);
}

function trimmed(cells: readonly Cell[]): Cell[] {
  const first = cells.findIndex((cell) => !isSpace(cell));
  return first < 0 ? [] : cells.slice(first, cells.findLastIndex((cell) => !isSpace(cell)) + 1);
}

/** @param sameAs equal for neighbours that have the look together; undefined for those without */
function withoutEdges(
  cells: readonly Cell[],
  sameAs: (cell: Cell) => string | undefined,
  without: (cell: Cell) => Cell,
): Cell[] {
  return runsOf(cells, sameAs).flatMap((run) => {
    const [head] = run;
    if (!head || sameAs(head) === undefined) return run;
    const first = run.findIndex((cell) => !isSpace(cell));
    const last = run.findLastIndex((cell) => !isSpace(cell));
    return run.map((cell, at) => (first < 0 || at < first || at > last ? without(cell) : cell));
  });
}

function runsOf(cells: readonly Cell[], sameAs: (cell: Cell) => string | undefined): Cell[][] {
  const runs: Cell[][] = [];
  let before: string | undefined | null = null;
  for (const cell of cells) {
    const same = sameAs(cell);
    if (before !== null && same === before) runs.at(-1)?.push(cell);
    else runs.push([cell]);
    before = same;
  }
  return runs;
}

/** @returns the text: links outside, then bold, then italic */
export function inlinesOf(cells: readonly Cell[]): Inline[] {
  return runsOf(cells, ({ link }) => link).flatMap((run): Inline[] => {
    const href = run[0]?.link;
    const children = boldOf(run);
    return href === undefined ? children : [{ type: 'link', href, children }];
  });
}

function boldOf(cells: readonly Cell[]): Inline[] {
  return runsOf(cells, ({ strong }) => (strong ? 'strong' : undefined)).flatMap((run): Inline[] =>
    run[0]?.strong ? [{ type: 'strong', children: italicOf(run) }] : italicOf(run),
  );
}

function italicOf(cells: readonly Cell[]): Inline[] {
  return runsOf(cells, ({ emphasis }) => (emphasis ? 'emphasis' : undefined)).flatMap((run): Inline[] =>
    run[0]?.emphasis ? [{ type: 'emphasis', children: textOf(run) }] : textOf(run),
  );
}

function textOf(cells: readonly Cell[]): Inline[] {
  return runsOf(cells, ({ char }) => (char === '\n' ? 'break' : undefined)).flatMap((run): Inline[] =>
    run[0]?.char === '\n'
      ? run.map(() => ({ type: 'break' }))
      : [{ type: 'text', text: run.map(({ char }) => char).join('') }],
  );
}
