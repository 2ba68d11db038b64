import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { listAsCsv } from '../../functions/document/list-files.ts';
import { queryDocument } from '../../functions/document/typst.ts';
import { textsFor } from '../../shared/text/catalogue.ts';
import { compileOne, makeDocumentData } from '../fixtures/document.ts';
import { namesIn } from '../fixtures/document-names.ts';

/** @returns data whose only names are these */
function withNames(names: readonly string[]) {
  const data = makeDocumentData();
  const individuals = names.map((name) => ({ kind: 'individual' as const, name, role: name, affiliation: name }));
  return { ...data, undersigned: { ...data.undersigned, pinned: [], organisations: [], individuals } };
}

describe('a name', () => {
  it.each([
    '#let x = 1 *bold* _emphasis_',
    '#read("/etc/passwd")',
    '#import "@preview/cetz:0.3.0"',
    '#eval("1 + 1") #panic("x") #sys.inputs',
    '$x^2$ \\u{41} ~ -- --- ... \'single\' "double"',
    '@ref <label> [link](https://example.org) https://example.org/',
    '= Heading - list + enum / term: `raw` // comment /* comment */',
    'endobj endstream (Tj) /JavaScript <</S/URI>> %%EOF \\(',
    'O’Brien & Söhne <b>GmbH</b> "{{name}}" {count}',
    '\u2067Rue de la Paix\u2069 \u202egnihton',
    '\u202e\u202d\u2066\u2067\u2068 \u0645\u062d\u0645\u062f (ABC) 12',
  ])('is shown as typed, without control characters: %s', async (name) => {
    const data = withNames([name]);
    const typed = name
      .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
      .replace(/\s+/g, ' ')
      .trim();
    expect(await namesIn(data)).toEqual([typed]);
    const { missingCharacters } = await compileOne(data, { standard: 'pdf-ua-1' });
    expect(missingCharacters).toEqual([]);
  });

  it('of 10,000 characters, with or without spaces, is shown whole', async () => {
    const names = ['x'.repeat(10_000), 'Ж '.repeat(5_000).trim(), '字'.repeat(10_000), 'ا'.repeat(10_000)];
    const data = withNames(names);
    expect((await namesIn(data)).toSorted()).toEqual(names.toSorted());
    const { pages } = await compileOne(data, { standard: 'pdf-ua-1' });
    expect(pages).toBeGreaterThan(5);
  });

  it('with hundreds of marks on each letter is set', async () => {
    const zalgo = Array.from('Zalgo', (letter) => letter + '\u0300\u0316\u0489\u0362\u035f'.repeat(60)).join('');
    const { bytes } = await compileOne(withNames([zalgo]), { standard: 'pdf-a-3a' });
    expect(bytes.byteLength).toBeGreaterThan(0);
  });

  it('with controls, halves of surrogates and characters that no Unicode has is set without them', async () => {
    const { bytes, missingCharacters } = await compileOne(withNames(['A\u0000\u0007\u001b[31mB\ud800C\uffffD\ufeff']), {
      standard: 'pdf-ua-1',
    });
    expect(bytes.byteLength).toBeGreaterThan(0);
    expect(missingCharacters).toEqual([]);
  });

  it('never becomes a formula in the attached CSV', async () => {
    const csv = Buffer.from(
      listAsCsv(withNames(['=HYPERLINK("https://x.example")', '+1', '@x']), await textsFor('en')),
    ).toString();
    expect(csv.match(/(?:^|,|"|\n)[=+@]/g)).toBeNull();
  });
});

describe('a character that no font has', () => {
  it.each([
    // Sunuwar, added in Unicode 16; a code point that is not assigned; a plane of private use.
    ['\u{11bc0}', '[U+11BC0]'],
    ['\u{e0fff}\u{3fff0}', '[U+3FFF0]'],
    ['\u{1e6c0}', '[U+1E6C0]'],
  ])('is reported, and its number stands in the document: %j', async (text, number) => {
    const { missingCharacters, bytes } = await compileOne(withNames([`Ada ${text} Lovelace`]), {
      standard: 'pdf-a-3a',
    });
    expect(missingCharacters.length).toBeGreaterThan(0);
    for (const missing of missingCharacters) expect(text).toContain(missing);
    const with_ = await compileOne(withNames([`Ada ${number} Lovelace`]), { standard: 'pdf-a-3a' });
    expect(with_.missingCharacters).toEqual([]);
    expect(Math.abs(with_.bytes.byteLength - bytes.byteLength)).toBeLessThan(2000);
  });
});

describe('a template', () => {
  const templates = globSync('functions/document/templates/*.typ');

  it('evaluates no text, and reads no file but its own', () => {
    expect(templates.length).toBeGreaterThanOrEqual(3);
    for (const path of templates) {
      const source = readFileSync(path, 'utf8');
      expect(source, path).not.toMatch(/\beval\s*\(|\bread\s*\(|\bplugin\s*\(|@preview|@local/);
      expect([...source.matchAll(/#import "([^"]*)"/g)].map(([, name]) => name)).toEqual(
        path.endsWith('frame.typ') ? [] : ['frame.typ'],
      );
    }
  });

  it.each(['/etc/passwd', '../../etc/passwd', '/undersigned-document/../etc/passwd'])(
    'could not read %s of this machine even if it tried',
    (path) => {
      const files = { 'signing-sheet.typ': Buffer.from(`#read(${JSON.stringify(path)})`) };
      expect(() => queryDocument({ template: 'signing-sheet', view: {}, files }, 'x')).toThrow(
        /file not found|access denied/,
      );
    },
  );
});
