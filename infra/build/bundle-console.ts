/** Bundles the browser script of the secretariat's console: one small file beside the function that serves it. */
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { buildOnce } from './build-once.ts';

const projectRoot = join(import.meta.dirname, '..', '..');
export const consoleFolder = join(projectRoot, 'dist', 'console');

/** Writes `dist/console/script.js` atomically, as two builds may run at once. */
export function bundleConsole(): Promise<void> {
  return buildOnce('console', consoleFolder, writeConsole);
}

async function writeConsole(): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: [join(projectRoot, 'functions', 'secretariat', 'ui', 'browser', 'main.ts')],
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
  if (!file) throw new Error('the script of the console produced an empty bundle');
  await mkdir(consoleFolder, { recursive: true });
  const unfinished = join(consoleFolder, `script.js.${process.pid}.part`);
  await writeFile(unfinished, file.contents);
  await rename(unfinished, join(consoleFolder, 'script.js'));
}
