/** The size of a function's bundle: all of it, and what starting reads. */
import { join } from 'node:path';
import { type BundledFile, bundle } from '../../infra/bundle.ts';

export interface Bundled {
  readonly name: string;
  readonly file: string;
  /** Bytes of all files, and of those that starting reads. */
  readonly all: number;
  readonly atStart: number;
  /** The files of which something is left after tree shaking, as paths from the root of the project. */
  readonly emitted: readonly string[];
}

/** Bundles a function as it is deployed, and says how large it is. */
export async function bundled(name: string, entry: string, folder: string): Promise<Bundled> {
  const files = await bundle(entry, folder);
  const sum = (some: readonly BundledFile[]) => some.reduce((bytes, file) => bytes + file.bytes, 0);
  return {
    name,
    file: join(folder, 'index.mjs'),
    all: sum(files),
    atStart: sum(files.filter((file) => readAtStart(files, 'index.mjs').has(file.name))),
    emitted: files.flatMap(({ sources }) => sources),
  };
}

/** @returns the file and what it imports, not what it may import later */
function readAtStart(files: readonly BundledFile[], name: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(name)) return seen;
  seen.add(name);
  for (const imported of files.find((file) => file.name === name)?.imports ?? []) readAtStart(files, imported, seen);
  return seen;
}
