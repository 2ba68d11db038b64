/** Builds into `dist/` only what is not there yet: `npm start`, a deployment and the tests need the same files. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const projectRoot = join(import.meta.dirname, '..');
/** Says of each thing that was built which sources it was made of. */
const notes = join(projectRoot, 'dist', 'made-of');

/** Whatever is bundled, and how. What npm installed is named in its own list. */
const folders = ['embed', 'functions', 'infra', 'shared'];
const lists = ['package-lock.json', 'node_modules/.package-lock.json', 'tsconfig.json'];

let hash: Promise<string> | undefined;

/**
 * Builds a folder unless it was built of these very sources.
 *
 * @param name what is built
 */
export async function buildOnce(name: string, folder: string, build: () => Promise<void>): Promise<void> {
  hash ??= hashSources();
  const madeOf = await hash;
  const note = join(notes, name);
  if (existsSync(folder) && (await readFile(note, 'utf8').catch(() => '')) === madeOf) return;
  // Should this end half-way, nothing says that it is done.
  await rm(note, { force: true });
  await build();
  await mkdir(notes, { recursive: true });
  const unfinished = `${note}.${process.pid}.part`;
  await writeFile(unfinished, madeOf);
  await rename(unfinished, note);
}

async function hashSources(): Promise<string> {
  const sources = await Promise.all(
    folders.map(async (folder) => {
      const entries = await readdir(join(projectRoot, folder), { recursive: true, withFileTypes: true });
      return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    }),
  );
  const installed = lists.map((list) => join(projectRoot, list));
  const digest = createHash('sha256').update(process.version);
  for (const path of [...sources.flat().toSorted(), ...installed]) {
    const content = await readFile(path).catch(() => '');
    digest.update(`${path} ${content.length}\n`).update(content);
  }
  return digest.digest('hex');
}
