import { describe, expect, it } from 'vitest';
import { compileDocument, typesetLetter } from '../../functions/document/compile.ts';
import { makeDocumentData } from '../fixtures/document.ts';
import { namesIn, namesOf } from '../fixtures/document-names.ts';

describe('the PDF of a delivery', () => {
  it.each(['pdf-ua-1', 'pdf-a-3a'] as const)('is made as %s, the same for the same data', async (standard) => {
    const data = makeDocumentData();
    const made = await compileDocument(data, { standard });
    expect(made.missingCharacters).toEqual([]);
    expect(Buffer.from(made.bytes).toString('latin1')).toMatch(/^%PDF-1\.7/);
    const again = await compileDocument(structuredClone(data), { standard });
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
});
