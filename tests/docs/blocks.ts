/** The fenced blocks of the documents. */
import { globSync, readFileSync } from 'node:fs';

export interface Block {
  readonly file: string;
  /** Line of the opening fence, from 1. */
  readonly line: number;
  /** Heading of the section that it is in. */
  readonly heading: string;
  readonly language: string;
  readonly text: string;
}

/** The opening fence may follow the marker of a list item: `2. ```sh`. */
const fence = /^(\s*(?:(?:\d+\.|[-*])\s+)?)(`{3,})([^`]*)$/;

/** @returns every fenced block of every document, in order */
export function blocks(): Block[] {
  return globSync('{*.md,docs/**/*.md,.github/**/*.md}').toSorted().flatMap(blocksOf);
}

function blocksOf(file: string): Block[] {
  const found: Block[] = [];
  let heading = '';
  let open: { line: number; indent: number; ticks: string; language: string; lines: string[] } | undefined;
  for (const [index, line] of readFileSync(file, 'utf8').split('\n').entries()) {
    if (open) {
      if (line.trim() === open.ticks) {
        const { line: at, language, lines } = open;
        found.push({ file, line: at, heading, language, text: `${lines.join('\n')}\n` });
        open = undefined;
      } else open.lines.push(line.slice(Math.min(open.indent, line.search(/\S|$/))));
      continue;
    }
    heading = /^#+ (.*)$/.exec(line)?.[1] ?? heading;
    const [, before = '', ticks, language = ''] = fence.exec(line) ?? [];
    if (ticks) open = { line: index + 1, indent: before.length, ticks, language: language.trim(), lines: [] };
  }
  if (open) throw new Error(`${file}:${open.line}: the block does not end`);
  return found;
}
