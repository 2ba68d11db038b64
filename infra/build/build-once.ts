/** Rebuilds `dist/` only where sources changed: `npm start`, a deployment and the tests need the same files. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const projectRoot = join(import.meta.dirname, '..', '..');
/** Notes beside each build: hashes of the sources that it was made from, and of the files that came out. */
const notes = join(projectRoot, 'dist', 'made-of');

/** Folders of everything that is bundled, and of the build scripts. The lockfile represents the installed packages. */
const folders = ['embed', 'functions', 'infra', 'shared'];
const lists = ['package-lock.json', 'node_modules/.package-lock.json', 'tsconfig.json'];

let hash: Promise<string> | undefined;

/**
 * Builds a folder, unless it was already built from exactly these sources and is unchanged since.
 *
 * @param name name of the build
 */
export async function buildOnce(name: string, folder: string, build: () => Promise<void>): Promise<void> {
  hash ??= hashSources();
  const madeOf = await hash;
  const note = join(notes, name);
  const asItIs = async () => `${madeOf} ${await stateOf(folder)}`;
  if ((await readFile(note, 'utf8').catch(() => '')) === (await asItIs())) return;
  // Without a note, an interrupted build is repeated.
  await rm(note, { force: true });
  await build();
  await mkdir(notes, { recursive: true });
  const unfinished = `${note}.${process.pid}.part`;
  await writeFile(unfinished, await asItIs());
  await rename(unfinished, note);
}

/** @returns a hash that changes when a file is changed, removed or added */
async function stateOf(folder: string): Promise<string> {
  if (!existsSync(folder)) return 'nothing';
  const files = (await filesIn(folder)).map(async (path) => {
    const { size, mtimeMs } = await stat(path);
    return `${path} ${size} ${mtimeMs}`;
  });
  return createHash('sha256')
    .update((await Promise.all(files)).join('\n'))
    .digest('hex');
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.flatMap((entry) => (entry.isFile() ? [join(entry.parentPath, entry.name)] : [])).toSorted();
}

async function hashSources(): Promise<string> {
  const sources = await Promise.all(folders.map((folder) => filesIn(join(projectRoot, folder))));
  const installed = lists.map((list) => join(projectRoot, list));
  const digest = createHash('sha256').update(process.version);
  for (const path of [...sources.flat(), ...installed]) {
    const content = await readFile(path).catch(() => '');
    digest.update(`${path} ${content.length}\n`).update(content);
  }
  return digest.digest('hex');
}
