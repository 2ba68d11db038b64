/** Reads a letter and its translations from disk: `FILE.md`, and beside it `SLUG.fr.md` or `FILE.fr.md`. */
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type LetterFile, readLetterFile, readTranslationFile, type Translation } from '../shared/letter/file.ts';
import type { Fault } from '../shared/letter/file-faults.ts';
import type { ReadFile } from '../shared/letter/file-fields.ts';
import { Refusal } from './stack.ts';

/**
 * @param path the file in the letter's first language
 * @throws Refusal that names every fault with its file and line
 */
export async function readLetterFiles(path: string): Promise<{ file: LetterFile; translations: Translation[] }> {
  const file = accept(path, readLetterFile(await readText(path)));
  const names = (await readdir(dirname(path))).filter((name) => isTranslation(name, path, file.slug)).sort();
  const translations = await Promise.all(
    names.map(async (name) => {
      const sibling = join(dirname(path), name);
      return accept(sibling, readTranslationFile(await readText(sibling), file));
    }),
  );
  return { file, translations };
}

function isTranslation(name: string, path: string, slug: string): boolean {
  const stems = [slug, basename(path, '.md')];
  return stems.some(
    (stem) => name.startsWith(`${stem}.`) && /^\.[A-Za-z]{2,3}(-[A-Za-z0-9]+)*\.md$/.test(name.slice(stem.length)),
  );
}

async function readText(path: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new Refusal(missing ? `There is no file ${path}.` : `${path} cannot be read as UTF-8 text.`);
  }
}

function accept<Content>(path: string, read: ReadFile<Content>): Content {
  if (read.ok) return read.content;
  throw new Refusal(read.faults.map((fault) => describe(path, fault)).join('\n'));
}

function describe(path: string, { line, field, message }: Fault): string {
  return `${path}:${line}: ${field}: ${message}`;
}
