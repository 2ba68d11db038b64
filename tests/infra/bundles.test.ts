/** What a function reads when it starts, as it would be deployed. */
import { expect, test } from 'vitest';
import { functionNames } from '../../infra/build/bundle.ts';
import { bundledAlready } from '../bench/bundled.ts';

test('the public API reads at most 450 kB when it starts', async () => {
  const { atStart } = await bundledAlready('public-api');
  expect(atStart).toBeLessThanOrEqual(450_000);
});

// One use of `z.core` or of the whole namespace brings all of them, into the start of each function.
test.each(functionNames)('%s carries none of the languages that zod speaks', async (name) => {
  const { emitted } = await bundledAlready(name);
  expect(emitted).toContain(`functions/${name}/handler.ts`);
  expect(emitted.filter((path) => path.includes('zod/v4/locales/') && !path.endsWith('/en.js'))).toEqual([]);
});
