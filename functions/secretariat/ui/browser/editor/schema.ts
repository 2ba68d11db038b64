/** The document model of the text editor: exactly the elements that a letter may have (`shared/letter/blocks.ts`). */
import { Schema } from 'prosemirror-model';

export const schema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: { content: 'inline*', group: 'block', parseDOM: [{ tag: 'p' }], toDOM: () => ['p', 0] },
    heading: {
      content: 'inline*',
      group: 'block',
      defining: true,
      parseDOM: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((tag) => ({ tag })),
      toDOM: () => ['h3', 0],
    },
    blockquote: {
      content: 'block+',
      group: 'block',
      defining: true,
      parseDOM: [{ tag: 'blockquote' }],
      toDOM: () => ['blockquote', 0],
    },
    bullet_list: { content: 'list_item+', group: 'block', parseDOM: [{ tag: 'ul' }], toDOM: () => ['ul', 0] },
    ordered_list: {
      content: 'list_item+',
      group: 'block',
      attrs: { start: { default: 1, validate: 'number' } },
      parseDOM: [{ tag: 'ol', getAttrs: (dom) => ({ start: startOf(dom.getAttribute('start')) }) }],
      toDOM: ({ attrs }) => ['ol', { start: String(attrs['start']) }, 0],
    },
    list_item: { content: 'block+', defining: true, parseDOM: [{ tag: 'li' }], toDOM: () => ['li', 0] },
    rule: { group: 'block', parseDOM: [{ tag: 'hr' }], toDOM: () => ['hr'] },
    text: { group: 'inline' },
    line_break: {
      inline: true,
      group: 'inline',
      selectable: false,
      parseDOM: [{ tag: 'br' }],
      toDOM: () => ['br'],
    },
  },
  marks: {
    link: {
      attrs: { href: { validate: 'string' } },
      inclusive: false,
      parseDOM: [{ tag: 'a[href]', getAttrs: (dom) => hrefAttrs(dom.getAttribute('href')) }],
      toDOM: ({ attrs }) => ['a', { href: String(attrs['href']) }, 0],
    },
    strong: { parseDOM: [{ tag: 'strong' }, { tag: 'b' }], toDOM: () => ['strong', 0] },
    emphasis: { parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: () => ['em', 0] },
  },
});

/** CommonMark numbers lists with at most nine digits. https://spec.commonmark.org/0.31.2/#ordered-list-marker */
function startOf(start: string | null): number {
  return start !== null && /^\d{1,9}$/.test(start) ? Number(start) : 1;
}

function hrefAttrs(typed: string | null): { href: string } | false {
  const href = linkAddress(typed ?? '');
  return href === undefined ? false : { href };
}

/** Characters that a link in Markdown holds as they are, without parentheses, which would end it. */
const plain = /[^\w;/?:@&=+$,.!~*'#%-]/g;

/**
 * @returns the address in the form in which Markdown gives it back, so that writing and reading it changes nothing;
 *   undefined for anything but a web or mail address
 */
export function linkAddress(typed: string): string | undefined {
  const text = typed.trim();
  const whole = /^[^\s@/:]+@[^\s@/:]+$/.test(text)
    ? `mailto:${text}`
    : /^[a-z][a-z0-9+.-]*:/i.test(text)
      ? text
      : `https://${text}`;
  if (text === '' || !URL.canParse(whole)) return undefined;
  const { protocol, href } = new URL(whole);
  if (!['https:', 'http:', 'mailto:'].includes(protocol)) return undefined;
  const safe = href.replace(/%(?![0-9a-f]{2})/gi, '%25').replace(plain, encode);
  return URL.canParse(safe) ? safe : undefined;
}

const encode = (char: string) =>
  [...new TextEncoder().encode(char)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
