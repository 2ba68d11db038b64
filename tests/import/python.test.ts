/**
 * The same lists as `round-trip.slow.test.ts`, written by Python's csv module and by openpyxl. `npm run test:python` runs it;
 * `npm test` needs no Python.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../deploy/process.ts';
import { cleanEnv, installPython, pythonCommand, root } from '../deploy/python.ts';
import { found, isPlain, type WrittenList, writtenList } from './written-lists.ts';

const lists = Number(process.env['PYTHON_LISTS'] ?? 0);
const requirements = join(import.meta.dirname, 'requirements.txt');

describe.runIf(lists > 0)('lists written by Python', () => {
  const folder = mkdtempSync(join(tmpdir(), 'undersigned-lists-'));
  const made = [
    ...fc.sample(writtenList(80), { numRuns: lists }),
    ...fc.sample(
      writtenList(5000).filter(({ expected }) => expected.length > 3000),
      { numRuns: 2 },
    ),
  ];
  const tasks = made.flatMap((list, index) => [
    { path: join(folder, `${index}.xlsx`), list },
    ...(isPlain(list) ? [{ path: join(folder, `${index}.csv`), list }] : []),
  ]);

  beforeAll(async () => {
    await installPython('import', requirements);
    const script = join(import.meta.dirname, 'write_lists.py');
    const asked = join(folder, 'tasks.json');
    writeFileSync(asked, JSON.stringify(tasks));
    await run(pythonCommand('python', 'import'), [script, asked], { cwd: root, env: cleanEnv({}) });
  }, 600_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  it('give back exactly the people that were written', async () => {
    const texts = tasks.filter(({ path }) => path.endsWith('.csv'));
    expect(texts.length).toBeGreaterThan(0);
    for (const { path, list } of tasks) await expectPeople(path, list);
  }, 600_000);
});

async function expectPeople(path: string, list: WrittenList): Promise<void> {
  const { read, written } = await found(list, readFileSync(path), path.endsWith('.csv'));
  expect({ csv: list.csv, ...read }).toEqual({ csv: list.csv, ...written });
}
