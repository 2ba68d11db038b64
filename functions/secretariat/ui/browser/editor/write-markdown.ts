/** Writes Markdown that compiles to the same blocks again. CommonMark: https://spec.commonmark.org/0.31.2/ */
import type { Block, Inline } from '../../../../../shared/letter/blocks.ts';

/** @returns Markdown for these blocks; `compileMarkdown` gives them back */
export function writeMarkdown(blocks: readonly Block[]): string {
  return writeBlocks(blocks).join('\n\n');
}

function writeBlocks(blocks: readonly Block[]): string[] {
  // Lists that follow each other would become one: the second gets another marker.
  let isOther = false;
  return blocks.map((block, at) => {
    const before = blocks[at - 1];
    const isNext = block.type === 'list' && before?.type === 'list' && before.ordered === block.ordered;
    isOther = isNext && !isOther;
    return writeBlock(block, isOther);
  });
}

function writeBlock(block: Block, isOther: boolean): string {
  switch (block.type) {
    case 'paragraph':
      return writeInlines(block.children).split('\n').map(startOfLine).join('\n');
    case 'heading':
      return `## ${writeInlines(block.children).replaceAll('#', '\\#').replaceAll('&\\#', '&#')}`;
    case 'quote':
      return indent(writeMarkdown(block.children), '> ', '> ');
    case 'rule':
      return '___';
    case 'list': {
      const isTight = block.items.every(([first, second]) => first?.type === 'paragraph' && second === undefined);
      const items = block.items.map((item, at) => {
        const number = `${(block.start ?? 1) + at}`.slice(0, 9);
        const marker = block.ordered ? `${number}${isOther ? ')' : '.'} ` : isOther ? '* ' : '- ';
        return indent(writeMarkdown(item), marker, ' '.repeat(marker.length));
      });
      return items.join(isTight ? '\n' : '\n\n');
    }
  }
}

function indent(text: string, first: string, rest: string): string {
  return text
    .split('\n')
    .map((line, at) => `${at === 0 ? first : line === '' ? rest.trimEnd() : rest}${line}`)
    .join('\n');
}

/** Keeps the start of a line from being a list, a heading, a quote or an underline. */
function startOfLine(line: string): string {
  return line.replace(/^[-+=>#|:]/, '\\$&').replace(/^(\d{1,9})([.)])/, '$1\\$2');
}

/** A piece of Markdown: a character, or a delimiter of bold or italic text. */
interface Piece {
  readonly raw: string;
  /** The character; undefined for delimiters and links. */
  readonly char?: string;
  readonly delimiter?: 'open' | 'close';
}

function writeInlines(inlines: readonly Inline[]): string {
  const pieces = piecesOf(inlines, { inStrong: false });
  while (shieldOne(pieces));
  return pieces.map(({ raw }) => raw).join('');
}

interface Place {
  /** The neighbours, in which a delimiter of the same kind would join. */
  readonly beside: readonly [before: Inline | undefined, after: Inline | undefined];
  readonly inStrong: boolean;
}

function piecesOf(inlines: readonly Inline[], { inStrong }: Pick<Place, 'inStrong'>): Piece[] {
  return inlines.flatMap((inline, at) => {
    const beside = [inlines[at - 1], inlines[at + 1]] as const;
    return pieceOf(inline, { beside, inStrong });
  });
}

function pieceOf(inline: Inline, { beside, inStrong }: Place): Piece[] {
  switch (inline.type) {
    case 'text':
      return [...inline.text].map((char) => ({ raw: escaped(char), char }));
    case 'break':
      return [{ raw: '\\\n' }];
    case 'strong':
      return around('**', piecesOf(inline.children, { inStrong: true }));
    case 'emphasis': {
      // An underscore where asterisks of bold text would join with it.
      const isAlone = !inStrong && !beside.some((one) => one?.type === 'strong');
      return around(isAlone ? '*' : '_', piecesOf(inline.children, { inStrong }));
    }
    case 'link':
      return [{ raw: '[' }, ...piecesOf(inline.children, { inStrong }), { raw: `](${destination(inline.href)})` }];
  }
}

const around = (raw: string, inner: readonly Piece[]): Piece[] => [
  { raw, delimiter: 'open' },
  ...inner,
  { raw, delimiter: 'close' },
];

const escaped = (char: string) => (/[\\`*_[\]<&!~]/.test(char) ? `\\${char}` : char);
const destination = (href: string) => href.replace(/[\\&*_]/g, '\\$&');

/**
 * Bold text that begins or ends with a punctuation mark and touches a letter (`**„Wort“**s`) is no bold text in
 * CommonMark. The letter is written as its number then, which counts as punctuation.
 *
 * @returns whether a character was replaced
 */
function shieldOne(pieces: Piece[]): boolean {
  for (const [at, { delimiter, raw }] of pieces.entries()) {
    if (!delimiter) continue;
    const step = delimiter === 'open' ? -1 : 1;
    const outside = at + step;
    const outer = pieces[outside];
    const inner = pieces[at - step];
    if (outer?.char === undefined || outer.raw.startsWith('&#') || isApart(outer.raw)) continue;
    if (raw !== '_' && inner?.char !== undefined && /^[\p{L}\p{N}]$/u.test(inner.raw)) continue;
    pieces[outside] = { ...outer, raw: `&#${outer.char.codePointAt(0)};` };
    return true;
  }
  return false;
}

/** A space, or a punctuation mark of ASCII, also when it is escaped. */
const isApart = (raw: string) => /^\s$/.test(raw) || /^\\?[!-/:-@[-`{-~]$/.test(raw);
