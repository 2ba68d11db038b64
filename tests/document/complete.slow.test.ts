import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { compileOne, makeManyNames } from '../fixtures/document.ts';
import { namesIn, namesOf } from '../fixtures/document-names.ts';

const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined;
if (!hasPoppler) console.log('pdftotext is missing (package poppler-utils): the text of PDFs is not compared here');

/** Scripts whose text poppler reads from our PDFs as it was written: docs/documents.md. */
const survives =
  /^[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}\p{sc=Han}\p{sc=Hiragana}\p{sc=Hangul}\p{sc=Georgian}\p{sc=Armenian}\p{sc=Ethiopic}\p{sc=Common}\p{sc=Inherited}]+$/u;

it.each([1, 500])('%d names in many scripts are shown once each, and no other', async (count) => {
  const data = makeManyNames(count);
  expect((await namesIn(data)).toSorted()).toEqual(namesOf(data).toSorted());
});

it('orders names by country under a heading for each, and still shows each once', async () => {
  const data = makeManyNames(120);
  const byCountry = { ...data, undersigned: { ...data.undersigned, order: 'country' as const } };
  expect((await namesIn(byCountry)).toSorted()).toEqual(namesOf(data).toSorted());
});

it.runIf(hasPoppler)('a reader of the PDF finds each name once, where the script survives extraction', async () => {
  const data = makeManyNames(500);
  const folder = await mkdtemp(join(tmpdir(), 'document-'));
  try {
    const path = join(folder, 'letter.pdf');
    await writeFile(path, (await compileOne(data, { standard: 'pdf-ua-1' })).bytes);
    const { stdout } = spawnSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8', maxBuffer: 100_000_000 });
    const text = stdout
      .replace(/[\u2066-\u2069]/g, '')
      .replace(/\s+/g, ' ')
      .normalize('NFC');
    // The letter ị is drawn as two shapes, and comes out twice.
    const names = namesOf(data).filter((name) => survives.test(name) && !name.includes('ị'));
    expect(names.length).toBeGreaterThan(200);
    const wrong = names.filter((name) => text.split(name.normalize('NFC')).length !== 2);
    expect(wrong).toEqual([]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
