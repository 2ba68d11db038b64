import { describe, expect, it } from 'vitest';
import { makePictures } from '../../functions/document/share-picture.ts';
import { makeSigningSheet } from '../../functions/document/signing-sheet.ts';
import { signingSheetColumns, signingSheetData } from '../../shared/document/signing-sheet-data.ts';
import { letterSlug } from '../../shared/ids.ts';
import { guessMapping } from '../../shared/jobs/import/headings.ts';
import { listKeys, readObject } from '../../shared/platform/bucket/bucket.ts';
import { pageLanguages, textsFor } from '../../shared/text/catalogue.ts';
import { freshBucket } from '../fixtures/bucket.ts';
import { freshStore } from '../fixtures/store.ts';
import { makeWorld, openTestLetter, publicUrl } from '../fixtures/world.ts';

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

  it('is made with the pictures of a letter and printed from its page, in a language that the letter has', async () => {
    const world = makeWorld(await freshStore());
    await openTestLetter(world.store);
    const path = '/clean-air/signing-sheet.pdf';
    expect((await world.app.request(path)).status).toBe(404);
    const bucket = await freshBucket();
    const now = () => new Date(world.clock.now);
    await makePictures({ store: world.store, bucket, publicUrl, now }, letterSlug.parse('clean-air'));
    for (const key of await listKeys(bucket, 'pictures/')) {
      world.files.set(key, (await readObject(bucket, key)) ?? new Uint8Array());
    }
    const bodies = [];
    for (const asked of [path, `${path}?lang=fr`, '/clean-air/signing-sheet-us-letter.pdf']) {
      const answer = await world.app.request(asked);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
      expect(answer.headers.get('cache-control')).toContain('s-maxage=30');
      bodies.push(Buffer.from(await answer.arrayBuffer()).toString('latin1'));
    }
    const [a4, french, usLetter] = bodies;
    expect(a4).toMatch(/^%PDF-[\s\S]*%%EOF\s*$/);
    expect(french).toBe(a4);
    expect(usLetter).not.toBe(a4);
    expect((await world.app.request('/no-letter/signing-sheet.pdf')).status).toBe(404);
  });
});
