import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { typesetLetter } from '../../functions/document/compile.ts';
import { queryDocument } from '../../functions/document/typst.ts';
import { compileOne, makeDocumentData, makeManyNames } from '../fixtures/document.ts';
import { namesIn, namesOf } from '../fixtures/document-names.ts';

/** The page of the last name, and that of the block about the frozen list. */
const lastPages = z.tuple([z.object({ value: z.tuple([z.int(), z.int()]) })]);

describe('the PDF of a delivery', () => {
  it.each(['pdf-ua-1', 'pdf-a-3a'] as const)('is made as %s, the same for the same data', async (standard) => {
    const data = makeDocumentData();
    const made = await compileOne(data, { standard });
    expect(made.missingCharacters).toEqual([]);
    expect(Buffer.from(made.bytes).toString('latin1')).toMatch(/^%PDF-1\.7/);
    const again = await compileOne(structuredClone(data), { standard });
    expect(Buffer.from(again.bytes).equals(Buffer.from(made.bytes))).toBe(true);
  });

  it('keeps the house number of an address before its street in an Arabic letter', async () => {
    const data = makeDocumentData();
    const { view } = await typesetLetter({ ...data, letter: { ...data.letter, language: 'ar' } });
    expect(view).toMatchObject({ addressees: [{ lines: expect.arrayContaining(['\u20681 Harbour Square\u2069']) }] });
    expect(JSON.stringify(view)).toContain('\u2068+27 (0)11 555 0123\u2069');
  });

  it('shows every name once, and no other', async () => {
    const data = makeDocumentData();
    expect((await namesIn(data)).toSorted()).toEqual(namesOf(data).toSorted());
  });

  it('has names on the page that says when the list was frozen, however long the letter above them is', async () => {
    const few = makeManyNames(3);
    for (const times of [2, 3, 4, 5, 6, 7, 8]) {
      const blocks = Array.from({ length: times }, () => few.letter.blocks).flat();
      const data = { ...few, letter: { ...few.letter, blocks } };
      const [{ value }] = lastPages.parse(queryDocument(await typesetLetter(data), 'last-pages'));
      expect([times, value[0]]).toEqual([times, value[1]]);
    }
  });

  it('has names on the page that says when the list was frozen, however many there are', async () => {
    for (const count of [1, 2, 3, 13, 22, 27, 34, 61, 64, 69]) {
      const many = makeManyNames(count);
      const { undersigned, letter } = many;
      const bare = {
        undersigned: { ...undersigned, unnamed: 0, onPaper: 0 },
        letter: { ...letter, convener: { ...letter.convener, offices: [] } },
      };
      for (const data of [many, { ...many, ...bare }]) {
        const [{ value }] = lastPages.parse(queryDocument(await typesetLetter(data), 'last-pages'));
        expect([count, value[0]]).toEqual([count, value[1]]);
      }
    }
  });
});
