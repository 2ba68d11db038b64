import { describe, expect, it } from 'vitest';
import { makeSigningSheet } from '../../functions/document/signing-sheet.ts';
import { signingSheetColumns, signingSheetData } from '../../shared/document/signing-sheet-data.ts';
import { guessMapping } from '../../shared/jobs/import/headings.ts';
import { pageLanguages, textsFor } from '../../shared/text/catalogue.ts';

describe('a signing sheet', () => {
  it.each(pageLanguages)('has columns in "%s" that the import reads', async (language) => {
    const texts = await textsFor(language);
    const columns = signingSheetColumns.map((key) => texts.text(key));
    expect(guessMapping(columns)).toEqual({ name: 0, organisation: 1, role: 2, country: 3, email: 4 });
  });

  it('fits on one page', async () => {
    const sheet = signingSheetData.parse({
      language: 'de',
      title: 'Der Blaue Fluss soll für alle offen bleiben, auch für die, die an seinen Ufern leben und arbeiten',
      organisation: 'Bündnis Offene Ufer',
      privacy: { controller: 'Bündnis Offene Ufer e. V.', contact: 'datenschutz@ufer.example' },
      url: 'https://letters.example/blauer-fluss',
      pageSize: 'a4',
      at: '2026-11-20T10:00:00.000Z',
    });
    const { bytes, pages, missingCharacters } = await makeSigningSheet(sheet);
    expect(missingCharacters).toEqual([]);
    expect(pages).toBe(1);
    expect(Buffer.from(bytes).toString('latin1')).toMatch(/^%PDF-/);
  });
});
