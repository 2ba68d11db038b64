/** The blocks of a letter's text as its template sets them: without line ends, and with places where a line may break. */
import type { Block, Inline } from '../../shared/letter/blocks.ts';
import { breakable, oneLine } from './text.ts';

/** @returns the block with its texts cleaned */
export function blockView(block: Block): Block {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return { type: block.type, children: block.children.flatMap(inlineViews) };
    case 'quote':
      return { type: 'quote', children: block.children.map(blockView) };
    case 'list':
      return {
        ...{ type: 'list', ordered: block.ordered, start: block.start ?? 1 },
        items: block.items.map((item) => item.map(blockView)),
      };
    case 'rule':
      return { type: 'rule' };
  }
}

/** Line ends within a paragraph are spaces, as on pages; between characters of Chinese and Japanese they are nothing. */
const betweenHan = /(?<=[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}])\n(?=[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}])/gu;

function inlineViews(inline: Inline): Inline[] {
  switch (inline.type) {
    case 'text':
      return [{ type: 'text', text: spaced(inline.text) }];
    case 'break':
      return [inline];
    case 'strong':
    case 'emphasis':
      return [{ type: inline.type, children: inline.children.flatMap(inlineViews) }];
    case 'link':
      return [{ type: 'link', href: inline.href, children: inline.children.flatMap(inlineViews) }];
  }
}

/** Cleans a piece of a line, whose spaces at its ends separate it from the next one. */
function spaced(text: string): string {
  const joined = text.replace(betweenHan, '');
  const inside = oneLine(joined);
  if (inside === '') return joined === '' ? '' : ' ';
  return `${/^\s/u.test(joined) ? ' ' : ''}${breakable(inside)}${/\s$/u.test(joined) ? ' ' : ''}`;
}
