/** Lines and letters of documents in scripts that need care, by the places of their texts. */
import { expect, it } from 'vitest';
import { type DocumentData, documentData } from '../../shared/document/document-data.ts';
import { compileMarkdown } from '../../shared/letter/markdown.ts';
import { makeDocumentData } from '../fixtures/document.ts';
import { type PlacedText, textsOnFirstPage } from './text-positions.ts';

/** A short letter with its few names on the first page. */
function letterWith(language: string, text: string, names: readonly (readonly [name: string, country: string])[] = []) {
  const { letter, undersigned, ...rest } = makeDocumentData();
  const individuals = names.map(([name, country]) => ({ kind: 'individual', name, country }));
  return documentData.parse({
    ...rest,
    letter: {
      ...letter,
      ...{ language, officialLanguage: language, blocks: compileMarkdown(text) },
      convener: { ...letter.convener, offices: [] },
    },
    undersigned: { ...undersigned, pinned: [], organisations: [], individuals, unnamed: 0, onPaper: 0 },
  }) satisfies DocumentData;
}

function find(texts: readonly PlacedText[], wanted: string): PlacedText {
  const found = texts.find(({ text }) => text === wanted);
  if (!found) throw new Error(`${wanted} is not on the page`);
  return found;
}

/** @returns the distance between the baselines of a name and of the country below it */
function belowName(texts: readonly PlacedText[], name: string, country: string): number {
  return find(texts, country).y - find(texts, name).y;
}

it.each([
  ['Burmese', 'ဖြူဖြူဝင်း', 'MM', 'Myanmar (Burma)'],
  ['Khmer', 'សុភា ច័ន្ទ', 'KH', 'Cambodia'],
  ['Telugu', 'శ్రీలక్ష్మి', 'IN', 'India'],
])('letters of %s names leave the line below them alone', async (_, name, code, country) => {
  const texts = await textsOnFirstPage(
    letterWith('en', 'Please.', [
      ['Sam Tal', 'IE'],
      [name, code],
    ]),
  );
  const start = texts.find(({ text, y }) => name.startsWith(text.trim()) && text.trim() !== '' && y > 0)?.text ?? '';
  expect(belowName(texts, start, country)).toBeGreaterThan(belowName(texts, 'Sam Tal', 'Ireland') + 2);
});

it.each([
  ['Arabic', 'ar', '1. نطلب فتح الضفاف\n2. نطلب نشر التصاريح', 'طلب'],
  ['Persian', 'fa', '1. طلب باز\n2. طلب بسته', 'طلب'],
])('numbers of %s lists stand on the line of their text', async (_, language, text, word) => {
  const texts = await textsOnFirstPage(letterWith(language, text));
  const lines = texts.filter((one) => one.text === word).map(({ y }) => y);
  expect(lines).toHaveLength(2);
  for (const [place, y] of lines.entries()) {
    const digits = new Intl.NumberFormat(language).format(place + 1);
    const near = texts.filter((one) => [digits, String(place + 1)].includes(one.text) && Math.abs(one.y - y) < 6);
    expect(near.map((one) => Math.round(one.y * 10))).toContain(Math.round(y * 10));
  }
});

it.each([
  ['Arabic', 'ar', 'نطلب نشر', 'نطلب *نشر*'],
  ['Hebrew', 'he', 'בקשה דחופה', 'בקשה *דחופה*'],
  ['Japanese', 'ja', '川を開く', '川を*開く*'],
  ['Russian', 'ru', 'Мы просим', 'Мы *просим*'],
])('emphasis is seen in %s', async (_, language, plain, emphasised) => {
  const glyphsOf = async (text: string) =>
    new Set((await textsOnFirstPage(letterWith(language, text))).flatMap(({ glyphs }) => glyphs));
  const [one, other] = [await glyphsOf(plain), await glyphsOf(emphasised)];
  expect([...other].filter((glyph) => !one.has(glyph)).length).toBeGreaterThan(0);
});
