/** Size of a function's bundle: all files, and those that a start reads. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { type BundledFile, bundle, bundleFolder, bundleReport, type FunctionName } from '../../infra/build/bundle.ts';

export interface Bundled {
  readonly name: string;
  readonly file: string;
  /** Bytes of all files, and of those that a start reads. */
  readonly all: number;
  readonly atStart: number;
  /** Files that a start reads. */
  readonly filesAtStart: number;
  /** Source files that contribute code after tree shaking, as paths from the root of the project. */
  readonly emitted: readonly string[];
}

/** Bundles a function as for a deployment, and measures it. */
export async function bundled(name: string, entry: string, folder: string): Promise<Bundled> {
  return measure(name, await bundle(entry, folder), folder);
}

const names = z.array(z.string());
const report = z.array(z.object({ name: z.string(), bytes: z.number(), imports: names, sources: names }));

/** Measures a bundle that is already in `dist/`. */
export async function bundledAlready(name: FunctionName): Promise<Bundled> {
  return measure(name, report.parse(JSON.parse(await readFile(bundleReport(name), 'utf8'))), bundleFolder(name));
}

/** Measures the files of a bundle in that folder. */
export function measure(name: string, files: readonly BundledFile[], folder: string): Bundled {
  const sum = (some: readonly BundledFile[]) => some.reduce((bytes, file) => bytes + file.bytes, 0);
  const read = readAtStart(files, 'index.mjs');
  const start = files.filter((file) => read.has(file.name));
  return {
    name,
    file: join(folder, 'index.mjs'),
    all: sum(files),
    atStart: sum(start),
    filesAtStart: start.length,
    emitted: files.flatMap(({ sources }) => sources),
  };
}

/** @returns the file and its static imports, without those that it may load later */
function readAtStart(files: readonly BundledFile[], name: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(name)) return seen;
  seen.add(name);
  for (const imported of files.find((file) => file.name === name)?.imports ?? []) readAtStart(files, imported, seen);
  return seen;
}
