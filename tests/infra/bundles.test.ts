/** Code that a function loads at start, as deployed. */
import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bundleFolder, type FunctionName, functionNames } from '../../infra/build/bundle.ts';
import { nativeModules } from '../../infra/build/bundle-document.ts';
import { bundledAlready } from '../bench/bundled.ts';

// Slightly more than each reads now. If a limit is passed, load on demand what a start does not need, before raising it.
const mostAtStart = {
  'public-api': 368_500,
  relay: 257_000,
  mailer: 792_000,
  'mail-feedback': 342_000,
  housekeeping: 494_000,
  secretariat: 1_121_000,
  document: 733_000,
} satisfies Record<FunctionName, number>;

test.each(functionNames)('%s reads no more bytes at start than its limit', async (name) => {
  const { atStart } = await bundledAlready(name);
  expect(atStart).toBeLessThanOrEqual(mostAtStart[name]);
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
