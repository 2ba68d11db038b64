/** Bundles the browser scripts of the secretariat's console, beside the function that serves them. */
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { buildOnce } from './build-once.ts';

const projectRoot = join(import.meta.dirname, '..', '..');
export const consoleFolder = join(projectRoot, 'dist', 'console');

/** The script of every page, and the text editor of those that edit a text. */
const scripts = { 'script.js': 'main.ts', 'editor.js': 'editor/main.ts' } as const;

/** Writes `dist/console/` atomically, as two builds may run at once. */
export function bundleConsole(): Promise<void> {
  return buildOnce('console', consoleFolder, writeConsole);
}

async function writeConsole(): Promise<void> {
  for (const [name, source] of Object.entries(scripts)) await writeScript(name, source);
}

async function writeScript(name: string, source: string): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: [join(projectRoot, 'functions', 'secretariat', 'ui', 'browser', source)],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    write: false,
    logLevel: 'warning',
  });
  const [file] = outputFiles;
  if (!file) throw new Error(`${name} of the console produced an empty bundle`);
  await mkdir(consoleFolder, { recursive: true });
  const unfinished = join(consoleFolder, `${name}.${process.pid}.part`);
  await writeFile(unfinished, file.contents);
  await rename(unfinished, join(consoleFolder, name));
}
