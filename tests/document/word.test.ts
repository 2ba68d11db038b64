import { strFromU8, unzipSync } from 'fflate';
import { parseFragment } from 'parse5';
import { describe, expect, it, vi } from 'vitest';
import { makeWordDocument } from '../../functions/document/word.ts';
import { directedPieces } from '../../functions/document/word-runs.ts';
import { textsFor } from '../../shared/text/catalogue.ts';
import { makeDocumentData } from '../fixtures/document.ts';
import { namesOf } from '../fixtures/document-names.ts';

const contentOf = (bytes: Uint8Array) => strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());

/** @returns the text of each run, in order */
function textsIn(bytes: Uint8Array): string[] {
  const xml = contentOf(bytes);
  return Array.from(xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g), ([, text = '']) => {
    const [node] = parseFragment(text).childNodes;
    return (node && 'value' in node ? node.value : '').replace(/[\u2068\u2069\u200b]/g, '');
  });
}

describe('the Word file of a delivery', () => {
  it('says that it is a translation of an earlier version, only if it is', async () => {
    const data = makeDocumentData();
    const letter = { ...data.letter, officialLanguage: data.letter.language === 'fr' ? 'en' : 'fr' };
    const mark = (await textsFor(letter.language)).text('letter.older-translation', {
      date: (await textsFor(letter.language)).date('2026-03-02T10:00:00Z'),
    });
    const shown = async (translationOf: string | undefined) =>
      textsIn((await makeWordDocument({ ...data, letter: { ...letter, translationOf } })).bytes).join(' ');
    expect(await shown('2026-03-02T10:00:00Z')).toContain(mark);
    expect(await shown(undefined)).not.toContain(mark);
  });

  it('shows every name once', async () => {
    const data = makeDocumentData();
    const texts = textsIn((await makeWordDocument(data)).bytes);
    for (const name of namesOf(data)) {
      expect(
        texts.filter((text) => text === name),
        name,
      ).toHaveLength(1);
    }
  });

  it('is the same for the same data, at any time', async () => {
    const data = makeDocumentData();
    const first = await makeWordDocument(data);
    vi.useFakeTimers({ now: new Date('2031-05-06T07:08:09Z'), toFake: ['Date'] });
    try {
      const second = await makeWordDocument(structuredClone(data));
      expect(Buffer.from(second.bytes).equals(Buffer.from(first.bytes))).toBe(true);
    } finally {
      vi.useRealTimers();
    }
  });

  it('keeps markup in names as text', async () => {
    const data = makeDocumentData();
    const name = '</w:t><w:p/> & "quoted" ]]> &#0;';
    const individuals = [{ kind: 'individual' as const, name: `${name}\u0000\ud800\uffff` }];
    const made = await makeWordDocument({ ...data, undersigned: { ...data.undersigned, individuals } });
    expect(textsIn(made.bytes)).toContain(`${name}\ufffd`);
  });

  it('marks runs as right to left only where they are, and turns the columns of an Arabic letter', async () => {
    const data = makeDocumentData();
    const isMarked = (xml: string, name: string) =>
      xml.match(new RegExp(`<w:rtl(?: w:val="false")?/>(?=(?:(?!<w:r>).)*${name})`, 'g'))?.at(-1) === '<w:rtl/>';
    for (const language of ['en', 'ar']) {
      const xml = contentOf((await makeWordDocument({ ...data, letter: { ...data.letter, language } })).bytes);
      expect([isMarked(xml, 'Aral Legal Aid'), isMarked(xml, 'سلمى الخيّاط')], language).toEqual([false, true]);
      const sections = xml.match(/<w:sectPr.*?<\/w:sectPr>/g) ?? [];
      expect(sections.length).toBeGreaterThan(3);
      expect(sections.filter((section) => section.includes('<w:bidi/>'))).toHaveLength(
        language === 'ar' ? sections.length : 0,
      );
    }
  });

  it('emphasises in bold letters where the script has no italics', async () => {
    const data = makeDocumentData();
    const xmlOf = async (language: string) =>
      contentOf((await makeWordDocument({ ...data, letter: { ...data.letter, language } })).bytes);
    expect(await xmlOf('en')).toContain('<w:i/>');
    for (const language of ['ar', 'ja']) expect(await xmlOf(language)).not.toContain('<w:i/>');
  });
});

describe('the pieces of a text by direction', () => {
  it.each([
    ['Aral Legal Aid', 'rtl', ['ltr Aral Legal Aid']],
    ['سلمى, Rita', 'ltr', ['rtl سلمى', 'ltr , Rita']],
    ['1 ساحة 2', 'rtl', ['rtl 1 ساحة 2']],
    ['\u2068+27 (0)11\u2069', 'rtl', ['ltr \u2068+27 (0)11\u2069']],
    ['نهر (Blue River 3), نهر', 'rtl', ['rtl نهر (', 'ltr Blue River', 'rtl  3), نهر']],
    ['', 'ltr', []],
  ] as const)('%j in %s', (text, around, pieces) => {
    expect(directedPieces(text, around).map((piece) => `${piece.direction} ${piece.text}`)).toEqual(pieces);
  });
});
