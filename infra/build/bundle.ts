/** Bundles the functions as Lambda runs them: ES modules, small and quick to start. */
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { type OutputChunk, rolldown } from 'rolldown';
import { buildOnce } from './build-once.ts';
import { bundleConsole, consoleFolder } from './bundle-console.ts';
import { bundleEmbed, embedFolder } from './bundle-embed.ts';

const projectRoot = join(import.meta.dirname, '..', '..');

/** Folders under `functions/`. */
export const functionNames = ['public-api', 'relay', 'mailer', 'mail-feedback', 'housekeeping', 'secretariat'] as const;
export type FunctionName = (typeof functionNames)[number];

/**
 * What the SDK would load only when it needs it, and never does here: other ways to credentials than the role's, which
 * stand in the environment and are tried first; event streams, which none of our calls has; the name of a browser.
 */
const neverLoaded = [
  '@smithy/core/event-streams',
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

/** @returns the folder that holds a function's bundle, `index.mjs` */
export function bundleFolder(name: FunctionName): string {
  return join(projectRoot, 'dist', 'functions', name);
}

/** One file of a bundle. */
export interface BundledFile {
  readonly name: string;
  readonly bytes: number;
  /** Files that are read with it; those that it loads later are not among them. */
  readonly imports: readonly string[];
  /** Source files, as paths from the root of the project, of which something is in it. */
  readonly sources: readonly string[];
}

/** Bundles one entry file, by default a function's handler, into `index.mjs` and what that loads. @returns the files */
export async function bundle(entry: string, folder: string): Promise<readonly BundledFile[]> {
  await rm(folder, { recursive: true, force: true });
  const bundler = await rolldown({
    cwd: projectRoot,
    input: { index: entry },
    platform: 'node',
    // ES modules first, or tree shaking finds nothing to shake (the SDK and zod come in both forms).
    resolve: { mainFields: ['module', 'main'] },
    external: neverLoaded,
    transform: { target: 'node24' },
    // The list of public suffixes is one constant of 140 kB, which would stand there twice.
    optimization: { inlineConst: false },
    // What one function loads later, another starts with.
    checks: { ineffectiveDynamicImport: false },
  });
  try {
    const { output } = await bundler.write({
      dir: folder,
      format: 'esm',
      minify: true,
      comments: { legal: true, annotation: false, jsdoc: false },
      entryFileNames: '[name].mjs',
      chunkFileNames: 'later-[hash].mjs',
      // What is imported only when it is needed stands in files of its own, so that starting does not read it; all that
      // starting reads stands in one, since each file costs about half a millisecond.
      codeSplitting: { groups: [{ name: 'start', tags: ['$initial'] }] },
    });
    return output.flatMap((file) => (file.type === 'chunk' ? [described(file)] : []));
  } finally {
    await bundler.close();
  }
}

function described({ fileName, code, imports, modules }: OutputChunk): BundledFile {
  const sources = Object.entries(modules).flatMap(([path, { renderedLength }]) =>
    renderedLength > 0 ? [relative(projectRoot, path)] : [],
  );
  return { name: fileName, bytes: Buffer.byteLength(code), imports, sources };
}

/** Where it is written what went into the bundle of a function: the files as JSON. */
export function bundleReport(name: FunctionName): string {
  return join(projectRoot, 'dist', 'reports', `${name}.json`);
}

/** Bundles all functions into `dist/`, what partner sites load beside the one that serves it; the app calls it before it describes the stack. */
export async function bundleFunctions(): Promise<void> {
  await Promise.all([bundleEmbed(), bundleConsole()]);
  await Promise.all(
    functionNames.map((name) => buildOnce(`function-${name}`, bundleFolder(name), () => bundleFunction(name))),
  );
}

async function bundleFunction(name: FunctionName): Promise<void> {
  const files = await bundle(join(projectRoot, 'functions', name, 'handler.ts'), bundleFolder(name));
  await mkdir(dirname(bundleReport(name)), { recursive: true });
  await writeFile(bundleReport(name), JSON.stringify(files));
  if (name === 'secretariat') await cp(consoleFolder, join(bundleFolder(name), 'console'), { recursive: true });
  if (name === 'public-api') await cp(embedFolder, join(bundleFolder(name), 'embed'), { recursive: true });
}
