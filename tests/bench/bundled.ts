/** The size of a function's bundle: all of it, and what starting reads. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { bundle, bundleFolder, bundleReport, type FunctionName } from '../../infra/bundle.ts';

/** What is asked of the report that esbuild gives. */
const outputs = z.record(
  z.string(),
  z.object({
    bytes: z.number(),
    inputs: z.record(z.string(), z.object({ bytesInOutput: z.number() })),
    imports: z.array(z.object({ path: z.string(), kind: z.string() })),
  }),
);
type Outputs = z.infer<typeof outputs>;
const report = z.object({ outputs });

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
  return measure(name, (await bundle(name, entry, folder)).outputs, folder);
}

/** The same of one that lies in `dist/`. */
export async function bundledAlready(name: FunctionName): Promise<Bundled> {
  const { outputs } = report.parse(JSON.parse(await readFile(bundleReport(name), 'utf8')));
  return measure(name, outputs, bundleFolder(name));
}

function measure(name: string, outputs: Outputs, folder: string): Bundled {
  const all = Object.values(outputs).reduce((sum, { bytes }) => sum + bytes, 0);
  // What is imported later is an entry point, too; the one that Lambda starts is the index.
  const start = Object.keys(outputs).find((path) => path.endsWith('/index.mjs'));
  const atStart = [...readAtStart(outputs, start ?? '')].reduce((sum, path) => sum + (outputs[path]?.bytes ?? 0), 0);
  const emitted = Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
  );
  return { name, file: join(folder, 'index.mjs'), all, atStart, emitted };
}

/** @returns the file and what it imports, not what it may import later */
function readAtStart(outputs: Outputs, path: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(path)) return seen;
  seen.add(path);
  for (const { path: imported, kind } of outputs[path]?.imports ?? []) {
    if (kind === 'import-statement') readAtStart(outputs, imported, seen);
  }
  return seen;
}
