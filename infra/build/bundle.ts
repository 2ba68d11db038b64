/** Bundles the functions for Lambda: ES modules, small and quick to start. */
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { type OutputChunk, rolldown } from 'rolldown';
import { buildOnce } from './build-once.ts';
import { builtinModulesAsTheyAre } from './builtin-modules.ts';
import { bundleConsole, consoleFolder } from './bundle-console.ts';
import { copyNativeModules, copyTemplates, nativeModules, type Processor } from './bundle-document.ts';
import { bundleEmbed, embedFolder } from './bundle-embed.ts';

const projectRoot = join(import.meta.dirname, '..', '..');

/** Folders under `functions/`. */
export const functionNames = [
  'public-api',
  'relay',
  'mailer',
  'mail-feedback',
  'housekeeping',
  'secretariat',
  'document',
] as const;
export type FunctionName = (typeof functionNames)[number];

/**
 * Modules that the SDK loads only on demand, and never needs here: other credential providers than the role's, whose
 * credentials are in the environment and are tried first; browser detection.
 */
const neverLoaded = [
  'bowser',
  '@aws-sdk/credential-provider-http',
  '@aws-sdk/credential-provider-ini',
  '@aws-sdk/credential-provider-login',
  '@aws-sdk/credential-provider-process',
  '@aws-sdk/credential-provider-sso',
  '@aws-sdk/credential-provider-web-identity',
  '@aws-sdk/nested-clients',
  '@smithy/credential-provider-imds',
];

/** @returns the folder with a function's bundle, `index.mjs` */
export function bundleFolder(name: FunctionName): string {
  return join(projectRoot, 'dist', 'functions', name);
}

/** One file of a bundle. */
export interface BundledFile {
  readonly name: string;
  readonly bytes: number;
  /** Files that are loaded together with it. Files that it loads later are not included. */
  readonly imports: readonly string[];
  /** Source files that contribute to it, as paths from the root of the project. */
  readonly sources: readonly string[];
}

/**
 * Bundles one entry file, by default a function's handler, into `index.mjs` and the files that it loads.
 * @param options.sourcemap writes a source map beside each file, for a profile
 * @returns the files
 */
export async function bundle(
  entry: string,
  folder: string,
  { sourcemap = false }: { sourcemap?: boolean } = {},
): Promise<readonly BundledFile[]> {
  await rm(folder, { recursive: true, force: true });
  const bundler = await rolldown({
    cwd: projectRoot,
    input: { index: entry },
    platform: 'node',
    // ES modules first: tree shaking does not work on CommonJS, and the SDK and zod come in both forms.
    resolve: { mainFields: ['module', 'main'] },
    external: [...neverLoaded, ...nativeModules],
    // Later files may import from the file that a start reads.
    preserveEntrySignatures: 'allow-extension',
    transform: { target: 'node24' },
    plugins: [builtinModulesAsTheyAre()],
    // The list of public suffixes is one constant of 140 kB, which would be inlined twice.
    optimization: { inlineConst: false },
    // One function may load on demand what another loads at start.
    checks: { ineffectiveDynamicImport: false },
  });
  try {
    const { output } = await bundler.write({
      dir: folder,
      format: 'esm',
      minify: true,
      sourcemap,
      comments: { legal: true, annotation: false, jsdoc: false },
      entryFileNames: '[name].mjs',
      chunkFileNames: 'later-[hash].mjs',
      // Code that is imported on demand gets files of its own, so that a start does not read it. Everything that a
      // start reads goes into one file, since each file costs about half a millisecond. Without `…Recursively: false`
      // it would also hold what only later files use of a package, if a start uses anything of that package: that of
      // the SDK for streams, which only S3 needs.
      codeSplitting: {
        groups: [{ name: 'start', tags: ['$initial'], includeDependenciesRecursively: false }],
      },
    });
    const files: BundledFile[] = [];
    for (const file of output) {
      if (file.type !== 'chunk') continue;
      // Not with a source map, whose places would no longer fit.
      const code = file.isEntry && !sourcemap ? asAscii(file.code) : file.code;
      if (code !== file.code) await writeFile(join(folder, file.fileName), code);
      files.push(described(file, code));
    }
    return files;
  } finally {
    await bundler.close();
  }
}

/**
 * Escapes all characters that are not ASCII: they stand in strings, templates and regular expressions. V8 reads a file
 * with any character above U+00FF as UTF-16; the public API then takes 2.5 ms more to start.
 *
 * @returns the same code in ASCII. It would differ in the raw text of a template, which has to be ASCII already
 */
export function asAscii(code: string): string {
  return code.replaceAll(/(\\*)([^\0-\x7f])/g, (_, slashes: string, character: string) => {
    // A character that is itself escaped, as in a regular expression, keeps none of the last slash.
    const kept = slashes.length % 2 === 0 ? slashes : slashes.slice(1);
    return `${kept}\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

function described({ fileName, imports, modules }: OutputChunk, code: string): BundledFile {
  const sources = Object.entries(modules).flatMap(([path, { renderedLength }]) =>
    renderedLength > 0 ? [relative(projectRoot, path)] : [],
  );
  return { name: fileName, bytes: Buffer.byteLength(code), imports, sources };
}

/** @returns the path of the JSON report about the files in a function's bundle */
export function bundleReport(name: FunctionName): string {
  return join(projectRoot, 'dist', 'reports', `${name}.json`);
}

/**
 * Bundles all functions into `dist/`, and the files for partner sites beside the function that serves them. The app
 * calls it before it describes the stack.
 *
 * @param processor on which the document function will run, for a deployment. Without it, its fonts and its native
 *   modules are left out: tests describe the stack many times, and each time all files are hashed
 */
export async function bundleFunctions(processor?: Processor): Promise<void> {
  await Promise.all([bundleEmbed(), bundleConsole()]);
  await Promise.all(
    functionNames.map((name) => buildOnce(`function-${name}`, bundleFolder(name), () => bundleFunction(name))),
  );
  if (!processor) return;
  const folder = `${bundleFolder('document')}-${processor}`;
  await buildOnce(`function-document-${processor}`, folder, async () => {
    await rm(folder, { recursive: true, force: true });
    await cp(bundleFolder('document'), folder, { recursive: true });
    await copyNativeModules(folder, processor);
  });
  complete = folder;
}

/** The document function with everything that it needs to run, if it was built for a deployment. */
let complete: string | undefined;

/** @returns the folder to deploy for a function */
export function deployedFolder(name: FunctionName): string {
  return (name === 'document' ? complete : undefined) ?? bundleFolder(name);
}

async function bundleFunction(name: FunctionName): Promise<void> {
  const files = await bundle(join(projectRoot, 'functions', name, 'handler.ts'), bundleFolder(name));
  await mkdir(dirname(bundleReport(name)), { recursive: true });
  await writeFile(bundleReport(name), JSON.stringify(files));
  if (name === 'secretariat') await cp(consoleFolder, join(bundleFolder(name), 'console'), { recursive: true });
  if (name === 'document') await copyTemplates(bundleFolder(name));
  if (name === 'public-api') await cp(embedFolder, join(bundleFolder(name), 'embed'), { recursive: true });
}
