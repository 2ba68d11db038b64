/** Bundles the functions as Lambda runs them: ES modules, small and quick to start. */
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { buildOnce } from './build-once.ts';
import { bundleConsole, consoleFolder } from './bundle-console.ts';
import { bundleEmbed, embedFolder } from './bundle-embed.ts';

const projectRoot = join(import.meta.dirname, '..');

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

/** Bundles one entry file, by default a function's handler, and says what went into it. */
export async function bundle(name: string, entry: string, folder: string): Promise<Metafile> {
  await rm(folder, { recursive: true, force: true });
  const { metafile } = await build({
    entryPoints: [entry],
    outdir: folder,
    entryNames: 'index',
    chunkNames: 'later-[hash]',
    outExtension: { '.js': '.mjs' },
    // What is imported only when it is needed stands in files of its own, so that starting does not read it.
    splitting: true,
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    charset: 'utf8',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    // ES modules first, or tree shaking finds nothing to shake (the SDK and zod come in both forms).
    mainFields: ['module', 'main'],
    // What is left of CommonJS asks for Node's own modules with `require`, which an ES module does not have.
    banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
    external: neverLoaded,
    metafile: true,
    logLevel: 'warning',
  });
  if (metafile === undefined) throw new Error(`${name} was bundled without a report`);
  return metafile;
}

/** What went into the bundle of a function, as esbuild says it. */
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
  const report = await bundle(name, join(projectRoot, 'functions', name, 'handler.ts'), bundleFolder(name));
  await mkdir(dirname(bundleReport(name)), { recursive: true });
  await writeFile(bundleReport(name), JSON.stringify(report));
  if (name === 'secretariat') await cp(consoleFolder, join(bundleFolder(name), 'console'), { recursive: true });
  if (name === 'public-api') await cp(embedFolder, join(bundleFolder(name), 'embed'), { recursive: true });
}
