/** Runs cfn-lint on templates of every kind. */
import { strict as assert } from 'node:assert';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from './process.ts';
import { cleanEnv, pythonCommand, root } from './python.ts';
import { remark } from './steps.ts';

/** Rules that are ignored. */
const ignored = [
  'W3005', // The CDK makes functions depend on the policy of their role, and on the role, which they name anyway.
];

export async function lintTemplates(folder: string): Promise<void> {
  const options = { cwd: root, env: cleanEnv({}), isPatient: true };
  const made = join(folder, 'templates');
  await run('node', ['--import', 'tsx', 'tests/deploy/templates.ts', made], options);
  const files = await readdir(made, { recursive: true });
  const templates = files.filter((file) => file.endsWith('.template.json')).map((file) => join(made, file));
  assert.ok(templates.length >= 7, `only ${templates.length} templates`);
  // Warnings count as errors do.
  await run(pythonCommand('cfn-lint'), ['--ignore-checks', ...ignored, '--', ...templates], options);
  remark(`${templates.length} templates`);
}
