/** Bundles the functions as Lambda runs them: one ES module each, small and quick to start. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Metafile, type Plugin } from 'esbuild';

const projectRoot = join(import.meta.dirname, '..');

/** Folders under `functions/`. */
export const functionNames = ['public-api', 'relay', 'mailer', 'housekeeping'] as const;
export type FunctionName = (typeof functionNames)[number];

/** Ways to credentials that a Lambda function never takes: it has its role's in the environment, which is tried first. */
const otherCredentials = [
  '@aws-sdk/credential-provider-http',
  '@aws-sdk/credential-provider-ini',
  '@aws-sdk/credential-provider-login',
  '@aws-sdk/credential-provider-process',
  '@aws-sdk/credential-provider-sso',
  '@aws-sdk/credential-provider-web-identity',
  '@aws-sdk/nested-clients',
  '@smithy/credential-provider-imds',
];

/**
 * zod brings its messages in fifty languages along wherever its namespace object is passed around, as zod-openapi does:
 * 260 kB that nobody reads. English is set by zod itself.
 */
const leaveOutLocales: Plugin = {
  name: 'leave-out-zod-locales',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /\/locales\/index\.js$/ }, ({ importer }) =>
      /[\\/]zod[\\/]/.test(importer) ? { path: 'no-locales', namespace: 'left-out' } : undefined,
    );
    onLoad({ filter: /^no-locales$/, namespace: 'left-out' }, () => ({ contents: 'export {}' }));
    // All that zod-openapi wants of the namespace is the classes that it teaches `.openapi()`.
    onResolve({ filter: /^zod$/ }, ({ importer }) =>
      importer.includes('zod-openapi') ? { path: 'zod-classes', namespace: 'left-out' } : undefined,
    );
    onLoad({ filter: /^zod-classes$/, namespace: 'left-out' }, () => ({
      contents: 'import { ZodType } from "zod"; export const z = { ZodType };',
      resolveDir: projectRoot,
    }));
  },
};

/** @returns the folder that holds a function's bundle, `index.mjs` */
export function bundleFolder(name: FunctionName): string {
  return join(projectRoot, 'dist', 'functions', name);
}

/** Bundles one entry file, by default a function's handler, and says what went into it. */
export async function bundle(name: string, entry: string, folder: string): Promise<Metafile> {
  await rm(folder, { recursive: true, force: true });
  const { metafile } = await build({
    entryPoints: [entry],
    outfile: join(folder, 'index.mjs'),
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
    external: otherCredentials,
    plugins: [leaveOutLocales],
    metafile: true,
    logLevel: 'warning',
    logOverride: { 'empty-import-meta': 'silent' },
  });
  if (metafile === undefined) throw new Error(`${name} was bundled without a report`);
  return metafile;
}

/** Bundles all functions into `dist/`; the app calls it before it describes the stack. */
export async function bundleFunctions(): Promise<void> {
  await Promise.all(
    functionNames.map((name) => bundle(name, join(projectRoot, 'functions', name, 'handler.ts'), bundleFolder(name))),
  );
}
