/** The Word file as an office program shows it. */
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { makeWordDocument } from '../../functions/document/word.ts';
import type { DocumentData } from '../../shared/document/document-data.ts';
import { makeDocumentData, makeManyNames } from '../fixtures/document.ts';
import { namesOf } from '../fixtures/document-names.ts';

const has = (program: string, option: string) => spawnSync(program, [option]).error === undefined;
const hasPrograms = has('soffice', '--version') && has('pdftotext', '-v');
if (!hasPrograms)
  console.log(
    'LibreOffice or pdftotext is missing (libreoffice-writer-nogui, poppler-utils): no Word file is opened here',
  );

/**
 * Opens the file with the fonts of documents.
 *
 * @returns the text that LibreOffice reads in it, and the text on the pages it makes of it: without spaces and marks of the
 *   writing direction
 */
async function openedBy(data: DocumentData): Promise<{ text: string; pages: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'word-'));
  try {
    const fonts = dirname(dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans/package.json')));
    const settings = `<fontconfig><dir>${fonts}</dir><dir>/usr/share/fonts</dir><cachedir>${join(folder, 'cache')}</cachedir></fontconfig>`;
    await writeFile(join(folder, 'fonts.conf'), settings);
    await writeFile(join(folder, 'letter.docx'), (await makeWordDocument(data)).bytes);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`;
    const convert = (to: string) => {
      const made = spawnSync(
        'soffice',
        [profile, '--headless', '--convert-to', to, '--outdir', folder, join(folder, 'letter.docx')],
        { encoding: 'utf8', env: { ...process.env, FONTCONFIG_FILE: join(folder, 'fonts.conf') } },
      );
      expect(made.status, made.stderr).toBe(0);
    };
    convert('txt:Text (encoded):UTF8');
    convert('pdf');
    const read = spawnSync('pdftotext', ['-raw', join(folder, 'letter.pdf'), '-'], { encoding: 'utf8' });
    expect(read.status, read.stderr).toBe(0);
    return { text: plain(await readFile(join(folder, 'letter.txt'), 'utf8')), pages: plain(read.stdout) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const plain = (text: string) => text.normalize('NFKC').replace(/[\s\p{Cf}]/gu, '');

const times = (text: string, part: string) => text.split(plain(part)).length - 1;

it.runIf(hasPrograms)('LibreOffice shows each of 200 names in sixteen scripts once', async () => {
  const data = makeManyNames(200);
  const { text, pages } = await openedBy(data);
  const names = namesOf(data);
  expect(names).toHaveLength(200);
  expect(names.filter((name) => times(text, name) !== 1)).toEqual([]);
  // The letters of some scripts cannot be read back from a PDF; the number in each name can.
  expect(names.filter((name) => times(pages, /N\d{5}/.exec(name)?.[0] ?? name) !== 1)).toEqual([]);
});

it.runIf(hasPrograms)('LibreOffice shows who is not named as a number, and how to check the list', async () => {
  const data = makeDocumentData();
  const { text, pages } = await openedBy(data);
  const unnamed = ['and 3 people who asked not to be named', 'and 12 signatures on paper'];
  for (const part of [...unnamed, data.frozen.hash, data.frozen.url]) {
    expect([times(text, part), times(pages, part)], part).toEqual([1, 1]);
  }
});
