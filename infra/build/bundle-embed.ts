/** Bundles the scripts for partner sites: hashed files that never change, and `v1.js`, whose name never changes. */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { type BuildOptions, build } from 'esbuild';
import { messagesIn, pageLanguages } from '../../shared/text/catalogue.ts';
import { buildOnce } from './build-once.ts';

const projectRoot = join(import.meta.dirname, '..', '..');
const source = join(projectRoot, 'embed');
/** Output folder. Each file has its compressed forms beside it. */
export const embedFolder = join(projectRoot, 'dist', 'embed');

/** Views with strings of their own, named as the files that `v1.ts` loads. */
const views = ['form', 'count', 'list', 'letter', 'news'] as const;

const options = {
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  charset: 'utf8',
  legalComments: 'none',
  outdir: embedFolder,
  write: false,
  logLevel: 'warning',
} as const satisfies BuildOptions;

/** Contents by file name. */
type Files = ReadonlyMap<string, Uint8Array>;

/** Writes the files into `dist/embed`, with `integrity.json`: the hash of each, as browsers check it (SRI). */
export function bundleEmbed(): Promise<void> {
  return buildOnce('embed', embedFolder, writeEmbed);
}

async function writeEmbed(): Promise<void> {
  const files = await buildEmbed();
  const written = new Map(files);
  const integrity = Object.fromEntries([...files].map(([name, content]) => [name, integrityOf(content)]));
  written.set('integrity.json', Buffer.from(`${JSON.stringify(integrity, undefined, 2)}\n`));
  for (const [name, content] of [...written]) {
    written.set(`${name}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
    written.set(`${name}.gz`, gzipSync(content, { level: 9 }));
  }
  await writeFiles(embedFolder, written);
}

const integrityOf = (content: Uint8Array) => `sha384-${createHash('sha384').update(content).digest('base64')}`;

async function buildEmbed(): Promise<Files> {
  const proof = await buildAlone('proof-worker.ts', { PROOF: '' });
  const countries = await buildAlone('../shared/organisation/find-country.ts', {});
  const share = await buildAlone('form/share.ts', {});
  const live = await buildAlone('form/live.ts', { PROOF: proof.name, COUNTRIES: countries.name, SHARE: share.name });
  const languages = pageLanguages.join(' ');
  // The first pass finds the strings that each view uses; the second one builds with the file names of these strings.
  const { metafile } = await build({
    ...parts({ LANGUAGES: languages, TEXTS: '', LIVE: '' }),
    metafile: true,
  });
  const texts = new Map<string, string>();
  for (const view of views) {
    const later = view === 'form' ? live.inputs : [];
    const used = await keysIn([...inputsOf(view, metafile.outputs), ...later]);
    for (const language of pageLanguages) {
      const all = Object.entries(await messagesIn(language));
      const kept = all.filter(([key]) => used.has(key.replace(/_[a-z]+$/, '')));
      texts.set(`${view}-${language}`, JSON.stringify(Object.fromEntries(kept)));
    }
  }
  const hash = createHash('sha256')
    .update(JSON.stringify([...texts]))
    .digest('hex')
    .slice(0, 8);
  const { outputFiles } = await build(parts({ LANGUAGES: languages, TEXTS: hash, LIVE: live.name }));
  const files = new Map([proof, countries, share, live].map(({ name, content }) => [name, content]));
  for (const [name, text] of texts) files.set(`${name}-${hash}.json`, Buffer.from(text));
  for (const { path, contents } of outputFiles) {
    const name = basename(path);
    files.set(name, contents);
    // The same bytes under the permanent name, which partners' pages use.
    if (/^v1-/.test(name)) files.set('v1.js', contents);
  }
  return files;
}

const parts = (known: Readonly<Record<string, string>>) =>
  ({
    ...options,
    entryPoints: [join(source, 'v1.ts')],
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    splitting: true,
    define: defined(known),
  }) as const satisfies BuildOptions;

/** The names in embed/built.d.ts, as esbuild takes them: each value is code. */
const defined = (known: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(known).map(([name, value]) => [name, JSON.stringify(value)]));

/** Bundles a file that is loaded by name and shares no code with the others. */
async function buildAlone(path: string, known: Readonly<Record<string, string>>) {
  const { outputFiles, metafile } = await build({
    ...options,
    entryPoints: [join(source, path)],
    entryNames: '[name]-[hash]',
    define: defined(known),
    metafile: true,
  });
  const [file] = outputFiles;
  if (!file) throw new Error(`${path} produced an empty bundle`);
  return { name: basename(file.path), content: file.contents, inputs: Object.keys(metafile.inputs) };
}

type Outputs = Readonly<
  Record<string, { inputs: object; imports: readonly { path: string; kind: string }[]; entryPoint?: string }>
>;

/** @returns the sources of a view and of everything that it loads */
function inputsOf(view: string, outputs: Outputs): string[] {
  const seen = new Set<string>();
  const visit = (path: string): string[] => {
    const output = outputs[path];
    if (!output || seen.has(path)) return [];
    seen.add(path);
    return [...Object.keys(output.inputs), ...output.imports.flatMap((imported) => visit(imported.path))];
  };
  const start = Object.keys(outputs).find((path) => outputs[path]?.entryPoint?.endsWith(`/${view}.ts`));
  if (start === undefined) throw new Error(`There is no view ${view}`);
  return visit(start);
}

/** @returns names of the strings that the sources use, found in the same way as in tests/text/catalogues.test.ts */
async function keysIn(paths: readonly string[]): Promise<ReadonlySet<string>> {
  const code = (await Promise.all(paths.map((path) => readFile(join(projectRoot, path), 'utf8')))).join('\n');
  const stems = Object.keys(await messagesIn('en')).map((key) => key.replace(/_[a-z]+$/, ''));
  const literal = new Set(code.match(/(?<=['"`])[a-z]+\.[a-z-]+(?=['"`])/g));
  const built = [...code.matchAll(/`([a-z]+\.[a-z-]*)\$\{[^`]*?\}`/g)].map(([, start = '']) => start);
  return new Set(stems.filter((key) => literal.has(key) || built.some((start) => key.startsWith(start))));
}

/** Writes each file atomically and deletes those of earlier builds, as two builds may run at once. */
async function writeFiles(folder: string, files: Files): Promise<void> {
  await mkdir(folder, { recursive: true });
  await Promise.all(
    [...files].map(async ([name, content]) => {
      const unfinished = join(folder, `${name}.${process.pid}.part`);
      await writeFile(unfinished, content);
      await rename(unfinished, join(folder, name));
    }),
  );
  const old = (await readdir(folder)).filter((name) => !files.has(name) && !name.endsWith('.part'));
  await Promise.all(old.map((name) => rm(join(folder, name), { force: true })));
}
