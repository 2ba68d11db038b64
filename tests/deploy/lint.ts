/** cfn-lint over every template that we can make. */
import { strict as assert } from 'node:assert';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from './process.ts';
import { cleanEnv, pythonCommand, root } from './python.ts';
import { remark } from './steps.ts';

/** Rules that are not asked for. */
const ignored = [
  'W3005', // The CDK lets a function wait for the policy of its role, and for the role with it, which it names anyway.
];

export async function lintTemplates(folder: string): Promise<void> {
  const options = { cwd: root, env: cleanEnv({}) };
  const made = join(folder, 'templates');
  await run('node', ['--import', 'tsx', 'tests/deploy/templates.ts', made], options);
  const files = await readdir(made, { recursive: true });
  const templates = files.filter((file) => file.endsWith('.template.json')).map((file) => join(made, file));
  assert.ok(templates.length >= 7, `only ${templates.length} templates`);
  // Warnings count as errors do.
  await run(pythonCommand('cfn-lint'), ['--ignore-checks', ...ignored, '--', ...templates], options);
  remark(`${templates.length} templates`);
}
