/** Code that a function loads at start, as deployed. */
import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bundleFolder, functionNames } from '../../infra/build/bundle.ts';
import { typesetter } from '../../infra/build/bundle-document.ts';
import { bundledAlready } from '../bench/bundled.ts';

test('the public API reads at most 450 kB at start', async () => {
  const { atStart } = await bundledAlready('public-api');
  expect(atStart).toBeLessThanOrEqual(450_000);
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
      from.startsWith('.') || isBuiltin(from) || from === typesetter ? [] : [`${file}: ${from}`],
    );
  });
  expect(files.length).toBeGreaterThan(0);
  expect(outside).toEqual([]);
});
