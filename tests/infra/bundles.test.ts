/** Code that a function loads at start, as deployed. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { asAscii, bundleFolder, type FunctionName, functionNames } from '../../infra/build/bundle.ts';
import { nativeModules } from '../../infra/build/bundle-document.ts';
import { functionEnvironment } from '../../infra/local/environment.ts';
import { bundledAlready } from '../bench/bundled.ts';

// Slightly more than each reads now. If a limit is passed, load on demand what a start does not need, before raising it.
const maxAtStart = {
  'public-api': 367_000,
  relay: 257_000,
  mailer: 734_000,
  'mail-feedback': 342_000,
  housekeeping: 513_000,
  secretariat: 873_000,
  document: 733_000,
} satisfies Record<FunctionName, number>;

test.each(functionNames)('%s reads no more bytes at start than its limit', async (name) => {
  const { atStart } = await bundledAlready(name);
  expect(atStart).toBeLessThanOrEqual(maxAtStart[name]);
});

// One file holds all, and perhaps another the helpers of the bundler (docs/decisions/013-one-file-at-start.md).
test.each(functionNames)('%s reads at most two files at start', async (name) => {
  const { filesAtStart } = await bundledAlready(name);
  expect(filesAtStart).toBeLessThanOrEqual(2);
});

// A single use of `z.core` or of the whole namespace brings all of zod's languages into the start of each function.
test.each(functionNames)('%s contains none of zod’s languages', async (name) => {
  const { emitted } = await bundledAlready(name);
  expect(emitted).toContain(`functions/${name}/handler.ts`);
  expect(emitted.filter((path) => path.includes('zod/v4/locales/') && !path.endsWith('/en.js'))).toEqual([]);
});

// Lambda finds nothing but the files of the bundle. A package that is left out fails only when its file is loaded.
test.each(functionNames)('%s loads nothing at once that is outside its bundle', async (name) => {
  await bundledAlready(name);
  const folder = bundleFolder(name);
  const files = readdirSync(folder).filter((file) => file.endsWith('.mjs'));
  const outside = files.flatMap((file) => {
    const code = readFileSync(join(folder, file), 'utf8');
    const found = code.matchAll(/(?:^|[;}\n])(?:import|export)\b[^;"'`()]*["']([^"']+)["']/g);
    return [...found].flatMap(([, from = '']) =>
      from.startsWith('.') || isBuiltin(from) || nativeModules.includes(from) ? [] : [`${file}: ${from}`],
    );
  });
  expect(files.length).toBeGreaterThan(0);
  expect(outside).toEqual([]);
});

// Such an import reads all exports of the module, not only those that it names, and so loads modules that nothing needs.
test.each(functionNames)('%s imports no module of Node', (name) => {
  const files = readdirSync(bundleFolder(name)).filter((file) => file.endsWith('.mjs'));
  const imported = files.flatMap((file) => {
    const code = readFileSync(join(bundleFolder(name), file), 'utf8');
    const found = code.matchAll(/(?:\bfrom|[;}\n]import|\bimport\()\s*["'`]([\w:/]+)["'`]/g);
    return [...found].flatMap(([, from = '']) => (isBuiltin(from) ? [`${file}: ${from}`] : []));
  });
  expect(imported).toEqual([]);
});

const nowhere = 'http://127.0.0.1:9';
const endpoints = { dynamodb: nowhere, sqs: nowhere, ses: nowhere, secrets: nowhere, s3: nowhere, lambda: nowhere };
const mailQueues = { urgent: `${nowhere}/mail`, other: `${nowhere}/other-mail` };

test.each(['public-api', 'mailer', 'secretariat', 'housekeeping'] as const)(
  '%s starts without the client of fetch and worker threads',
  (name) => {
    const script = `await import(process.argv[1]);
    process.stdout.write(JSON.stringify(process.moduleLoadList), () => process.exit());`;
    const file = pathToFileURL(join(bundleFolder(name), 'index.mjs')).href;
    const env = { PATH: process.env['PATH'], ...functionEnvironment(8787, { ...endpoints, mailQueues }) };
    const loaded = execFileSync(process.execPath, ['--input-type=module', '--eval', script, file], { env }).toString();
    expect(loaded).toContain('"NativeModule https"');
    expect(loaded).not.toMatch(/"NativeModule (internal\/deps\/undici\/undici|http2|worker_threads|perf_hooks)"/);
  },
);

describe('code in ASCII', () => {
  test.each([
    "'Grüße, “Ξένος” 😀'",
    '`ligne\u2028 – “fin”`',
    "'a\\\\ü b\\ü'",
    "/^[ß–😀]+$/u.test('ß😀–')",
    "'x–y'.replace(/\\–/, '+')",
    "'Ωmega'.replace(/[\\Ω\\ä]/, '+')",
    "/\\p{L}ñ/v.exec('eñ')[0]",
  ])('does the same: %s', (code) => {
    const ascii = asAscii(code);
    expect(ascii).toMatch(/^[\0-\x7f]*$/);
    expect(runInNewContext(ascii)).toEqual(runInNewContext(code));
  });

  test.each(functionNames)('is all that a start of %s reads first', (name) => {
    expect(readFileSync(join(bundleFolder(name), 'index.mjs'), 'utf8')).toMatch(/^[\0-\x7f]*$/);
  });

  test('has no raw templates with other characters', () => {
    const raw = ['functions', 'shared'].flatMap((folder) =>
      readdirSync(join(import.meta.dirname, '..', '..', folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.tsx?$/.test(file))
        .flatMap(
          (file) =>
            readFileSync(join(import.meta.dirname, '..', '..', folder, file), 'utf8').match(/\.raw`[^`]*`/g) ?? [],
        ),
    );
    expect(raw.length).toBeGreaterThan(5);
    expect(raw.filter((template) => /[^\0-\x7f]/.test(template))).toEqual([]);
  });
});
