/**
 * Lets Node load JSX, for the pages of the functions. Node itself only strips types. A loader that compiled every
 * module, packages included, took half of the start.
 */
import { readdirSync } from 'node:fs';
import { enableCompileCache, registerHooks, setSourceMapsSupport } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

const projectRoot = join(import.meta.dirname, '..', '..');

/** Registers the loader, and caches V8's compiled code for the next start. */
export function loadJsx(): void {
  enableCompileCache();
  setSourceMapsSupport(true, { nodeModules: false, generatedCode: false });
  let compiled: ReadonlyMap<string, string> | undefined;
  registerHooks({
    load(url, context, nextLoad) {
      if (!url.endsWith('.tsx')) return nextLoad(url, context);
      compiled ??= compileAll();
      const source = compiled.get(fileURLToPath(url));
      if (source === undefined) return nextLoad(url, context);
      return { format: 'module', shortCircuit: true, source };
    },
  });
}

/**
 * Compiles all files at once: starting the compiler for each would take longer than its work.
 * @returns code by path of its source
 */
function compileAll(): ReadonlyMap<string, string> {
  const sources = ['functions', 'infra', 'shared'].flatMap((folder) =>
    readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.tsx'))
      .map((path) => join(projectRoot, folder, path)),
  );
  const { outputFiles } = buildSync({
    entryPoints: sources,
    outbase: projectRoot,
    outdir: projectRoot,
    outExtension: { '.js': '.tsx' },
    write: false,
    format: 'esm',
    target: 'node24',
    charset: 'utf8',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    sourcemap: 'inline',
  });
  return new Map(outputFiles.map(({ path, text }) => [path, text]));
}
