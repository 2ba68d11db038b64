/** The text of a letter as a document of the editor, and back. */
import type { Mark, Node } from 'prosemirror-model';
import type { Block, Inline } from '../../../../../shared/letter/blocks.ts';
import { type Cell, inlinesOf, tidy } from './cells.ts';
import { linkAddress, schema } from './schema.ts';

const { doc, paragraph, heading, blockquote, bullet_list, ordered_list, list_item, rule, line_break } = schema.nodes;

/** @returns the document; an empty one has one empty paragraph */
export function documentOf(blocks: readonly Block[]): Node {
  return doc.create(null, contentOf(blocks));
}

function contentOf(blocks: readonly Block[]): Node[] {
  return blocks.length === 0 ? [paragraph.create()] : blocks.map(nodeOf);
}

function nodeOf(block: Block): Node {
  switch (block.type) {
    case 'paragraph':
      return paragraph.create(null, inlineNodes(block.children, []));
    case 'heading':
      return heading.create(null, inlineNodes(block.children, []));
    case 'quote':
      return blockquote.create(null, contentOf(block.children));
    case 'rule':
      return rule.create();
    case 'list': {
      const items = block.items.map((item) => list_item.create(null, contentOf(item)));
      const start = block.start ?? 1;
      return block.ordered ? ordered_list.create({ start }, items) : bullet_list.create(null, items);
    }
  }
}

function inlineNodes(inlines: readonly Inline[], marks: readonly Mark[]): Node[] {
  return inlines.flatMap((inline): Node[] => {
    switch (inline.type) {
      case 'text': {
        // Markdown shows a line end in the source as a space.
        const text = inline.text.replace(/\s*\n\s*/g, ' ');
        return text === '' ? [] : [schema.text(text, marks)];
      }
      case 'break':
        return [line_break.create()];
      case 'link': {
        const href = linkAddress(inline.href);
        return inlineNodes(inline.children, href ? schema.marks.link.create({ href }).addToSet(marks) : marks);
      }
      default:
        return inlineNodes(inline.children, schema.marks[inline.type].create().addToSet(marks));
    }
  });
}

/** @returns the text, without empty paragraphs and without spaces that nobody sees */
export function blocksOf(node: Node): Block[] {
  return node.children.flatMap((child): Block[] => {
    switch (child.type) {
      case paragraph:
      case heading: {
        const isHeading = child.type === heading;
        const children = inlinesOf(tidy(cellsOf(child), { oneLine: isHeading }));
        return children.length === 0 ? [] : [{ type: isHeading ? 'heading' : 'paragraph', children }];
      }
      case blockquote: {
        const children = blocksOf(child);
        return children.length === 0 ? [] : [{ type: 'quote', children }];
      }
      case bullet_list:
      case ordered_list:
        return listOf(child);
      case rule:
        return [{ type: 'rule' }];
      default:
        return [];
    }
  });
}

function listOf(node: Node): Block[] {
  const items = node.children.map(blocksOf).filter((item) => item.length > 0);
  if (items.length === 0) return [];
  if (node.type === bullet_list) return [{ type: 'list', ordered: false, items }];
  const start = Number(node.attrs['start']);
  return [{ type: 'list', ordered: true, ...(start === 1 ? {} : { start }), items }];
}

function cellsOf(node: Node): Cell[] {
  return node.children.flatMap((child): Cell[] => {
    if (child.type === line_break) return [{ char: '\n', strong: false, emphasis: false }];
    const has = (name: 'strong' | 'emphasis') => schema.marks[name].isInSet(child.marks) !== undefined;
    const href: unknown = schema.marks.link.isInSet(child.marks)?.attrs['href'];
    const look = {
      ...(typeof href === 'string' ? { link: href } : {}),
      strong: has('strong'),
      emphasis: has('emphasis'),
    };
    return [...(child.text ?? '')].map((char) => ({ char, ...look }));
  });
}
