/** What a function reads when it starts, as it would be deployed. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { functionNames } from '../../infra/bundle.ts';
import { bundled } from '../bench/bundled.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'undersigned-bundles-'));
});

afterAll(() => rm(folder, { recursive: true }));

const handlerOf = (name: string) => fileURLToPath(new URL(`../../functions/${name}/handler.ts`, import.meta.url));

test('the public API reads at most 450 kB when it starts', async () => {
  const { atStart } = await bundled('public-api', handlerOf('public-api'), join(folder, 'public-api'));
  expect(atStart).toBeLessThanOrEqual(450_000);
});

// One use of `z.core` or of the whole namespace brings all of them, into the start of each function.
test.each(functionNames)('%s carries none of the languages that zod speaks', async (name) => {
  const { emitted } = await bundled(name, handlerOf(name), join(folder, name));
  expect(emitted.filter((path) => path.includes('zod/v4/locales/') && !path.endsWith('/en.js'))).toEqual([]);
});
