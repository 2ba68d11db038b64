/** Text that was compiled from Markdown, as plain text: for mails, feeds and summaries. */
import type { Block, Inline } from '../../../shared/letter/blocks.ts';

/** @returns the blocks as lines, with an empty line between two; a link is followed by its address */
export function writeBlocks(blocks: readonly Block[]): string {
  return blocks.map(writeBlock).join('\n\n');
}

function writeBlock(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return writeInlines(block.children);
    case 'heading':
      return `* ${writeInlines(block.children)}`;
    case 'quote':
      return indent(writeBlocks(block.children), '> ', '> ');
    case 'list':
      return block.items
        .map((item, index) => {
          const mark = block.ordered ? `${(block.start ?? 1) + index}. ` : '- ';
          return indent(writeBlocks(item), mark, ' '.repeat(mark.length));
        })
        .join('\n');
    case 'rule':
      return '* * *';
  }
}

const indent = (text: string, first: string, others: string) =>
  text
    .split('\n')
    .map((one, index) => `${index === 0 ? first : others}${one}`.trimEnd())
    .join('\n');

function writeInlines(inlines: readonly Inline[]): string {
  return inlines.map(writeInline).join('');
}

function writeInline(inline: Inline): string {
  switch (inline.type) {
    case 'text':
      return inline.text;
    case 'break':
      return '\n';
    case 'strong':
    case 'emphasis':
      return writeInlines(inline.children);
    case 'link': {
      const words = writeInlines(inline.children);
      const address = inline.href.replace(/^mailto:/, '');
      return words === inline.href || words === address ? words : `${words} (${address})`;
    }
  }
}
