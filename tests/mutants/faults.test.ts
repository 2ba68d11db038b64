/** The faults of `npm run test:mutants` fit the code as it is, so that they are corrected with the code they are in. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { deploymentFaults } from './deployment-faults.ts';
import { ruleFaults } from './rule-faults.ts';

const root = join(import.meta.dirname, '..', '..');

it.each([...ruleFaults, ...deploymentFaults])('$id: $what', ({ edits, check }) => {
  for (const { file, find, replace } of edits) {
    const places = readFileSync(join(root, file), 'utf8').split(find).length - 1;
    expect(places, `${file}: ${find}`).toBe(1);
    expect(replace).not.toBe(find);
  }
  expect(existsSync(join(root, check.file)), check.file).toBe(true);
  if (check.tests !== undefined) expect(readFileSync(join(root, check.file), 'utf8')).toMatch(check.tests);
});
