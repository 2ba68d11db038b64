/** Markdown written by the text editor compiles to the document that it showed. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksOf, documentOf } from '../../functions/secretariat/ui/browser/editor/document.ts';
import { linkAddress, schema } from '../../functions/secretariat/ui/browser/editor/schema.ts';
import { writeMarkdown } from '../../functions/secretariat/ui/browser/editor/write-markdown.ts';
import type { Block, Inline } from '../../shared/letter/blocks.ts';
import { compileMarkdown } from '../../shared/letter/markdown.ts';

const words = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.string({
      unit: fc.constantFrom(...'ab1 *_`[]()<>#-+=.!~&;:|\\/"„“。你ا\u00a0\u3000\tй😀'),
      minLength: 1,
      maxLength: 6,
    }),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 5 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '1. ',
      '1) a',
      '---',
      '===',
      '# ',
      '&amp;',
      '&#42;',
      '![',
      '![a](b)',
      '[a]: b',
      '    code',
      '```',
      '<b>',
      '~~~',
      '> ',
      '[^1]',
      '\\',
    ),
  },
);
const address = fc
  .oneof(
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
    fc.constantFrom('https://example.org/a_(b)*c*?d=1&copy;=2', 'mailto:a@example.org', 'http://example.org/%zz'),
  )
  .map((href) => linkAddress(href))
  .filter((href) => href !== undefined);

const text = words.map((said): Inline => ({ type: 'text', text: said }));
const { inlines } = fc.letrec<{ inlines: Inline[]; inline: Inline }>((tie) => ({
  inlines: fc.array(tie('inline'), { minLength: 1, maxLength: 4 }),
  inline: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    text,
    fc.constant<Inline>({ type: 'break' }),
    fc.record({ type: fc.constantFrom('strong' as const, 'emphasis' as const), children: tie('inlines') }),
    fc.record({ type: fc.constant('link' as const), href: address, children: tie('inlines') }),
  ),
}));
const { blocks } = fc.letrec<{ blocks: Block[]; block: Block }>((tie) => ({
  blocks: fc.array(tie('block'), { minLength: 1, maxLength: 3 }),
  block: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    fc.record({ type: fc.constantFrom('paragraph' as const, 'heading' as const), children: inlines }),
    fc.constant<Block>({ type: 'rule' }),
    fc.record({ type: fc.constant('quote' as const), children: tie('blocks') }),
    fc.record({
      type: fc.constant('list' as const),
      ordered: fc.boolean(),
      items: fc.array(tie('blocks'), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({
      type: fc.constant('list' as const),
      ordered: fc.constant(true),
      start: fc.integer({ min: 0, max: 2000 }),
      items: fc.array(tie('blocks'), { minLength: 1, maxLength: 3 }),
    }),
  ),
}));

it('comes back as it was, whatever is typed, and is written the same way again', () => {
  fc.assert(
    fc.property(blocks, (typed) => {
      const document = documentOf(typed);
      document.check();
      const shown = blocksOf(document);
      const markdown = writeMarkdown(shown);
      const read = compileMarkdown(markdown);
      expect(read).toEqual(shown);
      expect(documentOf(read).eq(documentOf(shown))).toBe(true);
      expect(writeMarkdown(blocksOf(documentOf(read)))).toBe(markdown);
    }),
    { numRuns: Number(process.env['EDITOR_RUNS'] ?? 200) },
  );
});

describe('known texts', () => {
  const bold = (said: string): Inline => ({ type: 'strong', children: [{ type: 'text', text: said }] });
  const plain = (said: string): Inline => ({ type: 'text', text: said });
  it.each<[string, Inline[], string]>([
    ['bold', [plain('Keep '), bold('the river'), plain(' open.')], 'Keep **the river** open.'],
    [
      'a space at the edge of bold text',
      [plain('Keep'), bold(' the river '), plain('open.')],
      'Keep **the river** open.',
    ],
    ['a part of a word', [plain('un'), bold('believ'), plain('able')], 'un**believ**able'],
    ['punctuation beside a letter', [bold('„Nein“'), plain('s')], '**„Nein“**&#115;'],
    ['what looks like a list', [plain('1. May')], '1\\. May'],
    ['bold beside italic', [bold('a'), { type: 'emphasis', children: [plain('b')] }], '**a**_b_'],
  ])('%s', (_, children, markdown) => {
    const shown = blocksOf(documentOf([{ type: 'paragraph', children }]));
    expect(writeMarkdown(shown)).toBe(markdown);
    expect(compileMarkdown(markdown)).toEqual(shown);
  });

  it('keep their Markdown when a stored letter is opened and saved', () => {
    const markdown =
      'We ask:\n\n1. Keep *the river* open.\n2. Publish [the report](https://example.org/report).\n\n> Water is life.\n\n## Why\n\n- one\n- two\n\n___\n\nThank you.';
    expect(writeMarkdown(blocksOf(documentOf(compileMarkdown(markdown))))).toBe(markdown);
  });
});

describe('the address of a link', () => {
  it.each([
    ['example.org', 'https://example.org/'],
    ['jo@example.org', 'mailto:jo@example.org'],
    ['HTTP://Example.org/a b', 'http://example.org/a%20b'],
    ['javascript:alert(1)', undefined],
    ['data:text/html,x', undefined],
    ['', undefined],
  ])('%s becomes %s', (typed, href) => {
    expect(linkAddress(typed)).toBe(href);
  });
});

it('has no element that a letter cannot have', () => {
  expect(Object.keys(schema.nodes)).toHaveLength(10);
  expect(Object.keys(schema.marks)).toEqual(['link', 'strong', 'emphasis']);
});
