import { describe, expect, it } from 'vitest';
import { block } from '../../shared/letter/blocks.ts';
import { readLetterFile } from '../../shared/letter/file.ts';
import { planImport } from '../../shared/letter/import.ts';
import { LetterBody } from '../../shared/letter/letter-view.tsx';
import { compileMarkdown, unsupportedIn } from '../../shared/letter/markdown.ts';
import { hashText } from '../../shared/letter/text.ts';
import { letterFile, testLetter } from '../fixtures/world.ts';

const demands = '1. Publish\n2. Hear\n\nAnd above all:\n\n3. Keep\n4. Mend\n\nThen\n\n10) Ask again\n';

describe('a numbered list', () => {
  it('continues with the number that was written, also after it was stored', () => {
    const blocks = compileMarkdown(demands).map((one) => block.parse(JSON.parse(JSON.stringify(one))));
    expect(blocks.flatMap((one) => (one.type === 'list' ? [one.start] : []))).toEqual([undefined, 3, 10]);
    const stored = { text: letterFile().text, blocks };
    const page = String(LetterBody({ stored }));
    expect(page).toContain('<ol start="3"><li><p>Keep</p></li>');
    expect(page).toContain('<ol><li><p>Publish</p></li>');
    expect(page).toContain('<ol start="10">');
  });

  it('changes no hash, since the signed text is the Markdown', () => {
    expect(hashText({ ...letterFile().text, body: demands.trim() })).toBe(
      hashText({ ...letterFile().text, body: `${demands}\n\n` }),
    );
  });

  it('may begin at zero', () => {
    expect(compileMarkdown('0. First\n1. Second')).toMatchObject([{ type: 'list', ordered: true, start: 0 }]);
  });
});

describe('Markdown that would be shown as typed', () => {
  it.each([
    ['A footnote.[^1]\n\n[^1]: Source', 1, /footnotes.*brackets/],
    ['Text\n\n| a | b |\n|---|---|\n| 1 | 2 |', 4, /tables.*list/],
    ['a | b\n:-- | --:\n1 | 2', 2, /tables/],
    ['It is ~~wrong~~ right.', 1, /struck out/],
  ])('%j is refused with its line', (text, line, message) => {
    expect(unsupportedIn(text)).toEqual([{ line, message: expect.stringMatching(message) }]);
    const read = readLetterFile(testLetter.replace('Please let the ferries use power from the shore.\n', `${text}\n`));
    // The text begins after the empty line that follows the front matter.
    expect(read).toMatchObject({ ok: false, faults: [{ line: 21 + line, field: 'the text' }] });
  });

  it('is refused in every way to save it, unless it was stored before', () => {
    const file = letterFile();
    const wrong = { ...file, text: { ...file.text, body: 'Text.[^1]' } };
    const options = { now: new Date(0), open: false };
    expect(planImport(undefined, wrong, [], options)).toMatchObject({ outcome: 'refused', why: /line 1: footnotes/ });
    const made = planImport(undefined, file, [], options);
    if (!('letter' in made)) throw new Error('refused');
    const before = { letter: made.letter, texts: new Map([['en', wrong.text]]), earlier: new Map() };
    expect(planImport(before, wrong, [], options).outcome).not.toBe('refused');
  });

  it.each([
    'a ~ b ~ c',
    'Price | Quality',
    '--- | ---'.replace(' | ', ' '),
    '`[^1]` in code',
    '    ~~code~~',
    '[link](https://x.example)',
    'a^2^',
  ])('does not include %j', (text) => {
    expect(unsupportedIn(text)).toEqual([]);
  });
});
