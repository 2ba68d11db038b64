/** Code that a function loads at start, as deployed. */
import { expect, test } from 'vitest';
import { functionNames } from '../../infra/build/bundle.ts';
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
