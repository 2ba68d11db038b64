/**
 * The body of a letter: Markdown, compiled once on import into a small tree of allowed elements. Pages and mails render
 * the tree, so an author's HTML never reaches a reader, and no parser runs per request.
 */
import MarkdownIt from 'markdown-it';
import type { Block, Inline } from './blocks.ts';

const parser = new MarkdownIt('commonmark', { html: false });

type Token = ReturnType<typeof parser.parse>[number];

/**
 * @param markdown CommonMark without HTML (it is shown as text); images and code become text
 * @returns the blocks of the letter
 */
export function compileMarkdown(markdown: string): Block[] {
  return readBlocks(parser.parse(markdown, {})[Symbol.iterator]());
}

function readBlocks(tokens: Iterator<Token>, end?: string): Block[] {
  const blocks: Block[] = [];
  for (let next = tokens.next(); !next.done && next.value.type !== end; next = tokens.next()) {
    const block = readBlock(next.value, tokens);
    if (block) blocks.push(block);
  }
  return blocks;
}

function readBlock(token: Token, tokens: Iterator<Token>): Block | undefined {
  switch (token.type) {
    case 'paragraph_open':
      return { type: 'paragraph', children: readInlineUntil(tokens, 'paragraph_close') };
    case 'heading_open':
      return { type: 'heading', children: readInlineUntil(tokens, 'heading_close') };
    case 'blockquote_open':
      return { type: 'quote', children: readBlocks(tokens, 'blockquote_close') };
    case 'bullet_list_open':
      return { type: 'list', ordered: false, items: readItems(tokens, 'bullet_list_close') };
    case 'ordered_list_open':
      return { type: 'list', ordered: true, ...startOf(token), items: readItems(tokens, 'ordered_list_close') };
    case 'hr':
      return { type: 'rule' };
    case 'code_block':
    case 'fence':
      return { type: 'paragraph', children: [{ type: 'text', text: token.content.trimEnd() }] };
    default:
      return undefined;
  }
}

/** A list that continues after a paragraph keeps its typed number: people refer to demands by their numbers. */
function startOf(token: Token): { start?: number } {
  const start = token.attrGet('start');
  return start === null ? {} : { start: Number(start) };
}

function readItems(tokens: Iterator<Token>, end: string): Block[][] {
  const items: Block[][] = [];
  for (let next = tokens.next(); !next.done && next.value.type !== end; next = tokens.next()) {
    if (next.value.type === 'list_item_open') items.push(readBlocks(tokens, 'list_item_close'));
  }
  return items;
}

function readInlineUntil(tokens: Iterator<Token>, end: string): Inline[] {
  const inlines: Inline[] = [];
  for (let next = tokens.next(); !next.done && next.value.type !== end; next = tokens.next()) {
    inlines.push(...readInlines((next.value.children ?? [])[Symbol.iterator]()));
  }
  return inlines;
}

function readInlines(tokens: Iterator<Token>, end?: string): Inline[] {
  const inlines: Inline[] = [];
  for (let next = tokens.next(); !next.done && next.value.type !== end; next = tokens.next()) {
    inlines.push(...readInline(next.value, tokens));
  }
  return inlines;
}

function readInline(token: Token, tokens: Iterator<Token>): Inline[] {
  switch (token.type) {
    case 'strong_open':
      return [{ type: 'strong', children: readInlines(tokens, 'strong_close') }];
    case 'em_open':
      return [{ type: 'emphasis', children: readInlines(tokens, 'em_close') }];
    case 'link_open': {
      const href = safeAddress(String(token.attrGet('href')));
      const children = readInlines(tokens, 'link_close');
      return href ? [{ type: 'link', href, children }] : children;
    }
    case 'hardbreak':
      return [{ type: 'break' }];
    case 'softbreak':
      return [{ type: 'text', text: '\n' }];
    default:
      return token.content === '' ? [] : [{ type: 'text', text: token.content }];
  }
}

const notSupported = [
  {
    form: /\[\^[^\]\s]+\]/,
    what: 'footnotes do not work here: put the source in brackets, or into a list of sources at the end',
  },
  { form: /~~[^~\s][^~]*~~/, what: 'words cannot be struck out: leave them away' },
  {
    form: /^ {0,3}\|?[ \t]*:?-{2,}:?[ \t]*\|[-:| \t]*$/,
    what: 'tables do not work here: write a list, a line for each row',
  },
];

/**
 * @returns the parts of the text that will be shown as typed, each with its line in the text, from 1. Nothing else is
 *   changed without a message
 */
export function unsupportedIn(markdown: string): { line: number; message: string }[] {
  const lines = markdown.split('\n');
  // Text indented or fenced as code is meant to be shown as typed.
  const code = parser
    .parse(markdown, {})
    .flatMap(({ type, map }) => (type === 'fence' || type === 'code_block' ? [map] : []));
  const isCode = (line: number) => code.some((map) => map && line >= map[0] && line < map[1]);
  return notSupported.flatMap(({ form, what }) => {
    const line = lines.findIndex((text, index) => !isCode(index) && form.test(text.replace(/`[^`]*`/g, '')));
    return line < 0 ? [] : [{ line: line + 1, message: what }];
  });
}

/** Only web and mail addresses: no `javascript:`, no `data:`, nothing relative to our own pages. */
function safeAddress(href: string): string | undefined {
  if (!URL.canParse(href)) return undefined;
  return ['https:', 'http:', 'mailto:'].includes(new URL(href).protocol) ? href : undefined;
}
