/**
 * Plants each fault of `rule-faults.ts` and `deployment-faults.ts` in a copy of the repository and requires that its
 * check fails there, and that all checks pass without a fault. `npm run test:mutants -- R7 B3` plants only these.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import { startDynamoDB } from '../../infra/local/dynamodb.ts';
import { deploymentFaults } from './deployment-faults.ts';
import type { Fault } from './fault.ts';
import { ruleFaults } from './rule-faults.ts';

const faults = [...ruleFaults, ...deploymentFaults];
const rules = 15;

const root = join(import.meta.dirname, '..', '..');
const report = z.object({
  numTotalTests: z.number(),
  testResults: z.array(z.object({ assertionResults: z.array(z.object({ status: z.string(), fullName: z.string() })) })),
});

/** Copies all files of the working tree that git tracks or would add. @returns the path of the copy */
function copyTree(): string {
  const copy = mkdtempSync(join(tmpdir(), 'undersigned-mutants-'));
  const listed = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root });
  const gone = spawnSync('git', ['ls-files', '-z', '--deleted'], { cwd: root });
  const names = (output: Buffer) => output.toString().split('\0').filter(Boolean);
  const deleted = new Set(names(gone.stdout));
  for (const name of names(listed.stdout).filter((one) => !deleted.has(one))) {
    mkdirSync(dirname(join(copy, name)), { recursive: true });
    cpSync(join(root, name), join(copy, name));
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}

interface Outcome {
  readonly passed: number;
  /** Names of tests; or of the check of the logs, which follows the tests. */
  readonly failed: readonly string[];
  /** The output, if no test ran. */
  readonly output: string;
}

/** @param dynamodb the engine that all runs share */
function runTests(copy: string, dynamodb: string, files: readonly string[], name?: string): Outcome {
  const file = join(copy, 'mutants-report.json');
  rmSync(file, { force: true });
  const named = name === undefined ? [] : ['--testNamePattern', name];
  const options = ['--reporter', 'json', '--outputFile', file, '--maxWorkers', '1'];
  const { stdout, stderr } = spawnSync('vitest', ['run', ...files, ...named, ...options], {
    cwd: copy,
    encoding: 'utf8',
    env: {
      ...process.env,
      DYNAMODB_ENDPOINT: dynamodb,
      PATH: `${join(root, 'node_modules', '.bin')}:${process.env['PATH']}`,
    },
  });
  const output = `${stdout}\n${stderr}`.slice(-3000);
  try {
    const { testResults } = report.parse(JSON.parse(readFileSync(file, 'utf8')));
    const all = testResults.flatMap(({ assertionResults }) => assertionResults);
    const failed = all.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName);
    if (stderr.includes('A log says who somebody is')) failed.push('the check of the logs');
    return { passed: all.filter(({ status }) => status === 'passed').length, failed, output };
  } catch {
    return { passed: 0, failed: [], output };
  }
}

/** Applies the edits, does the work and reverts them. @throws when an edit does not fit the file */
function withFault<T>(copy: string, { id, edits }: Fault, work: () => T): T {
  const before = new Map(edits.map(({ file }) => [file, readFileSync(join(copy, file), 'utf8')]));
  try {
    for (const { file, find, replace } of edits) {
      const text = readFileSync(join(copy, file), 'utf8');
      const places = text.split(find).length - 1;
      if (places !== 1) throw new Error(`${id}: ${places} places in ${file} to edit, not one: ${find}`);
      writeFileSync(
        join(copy, file),
        text.replace(find, () => replace),
      );
    }
    return work();
  } finally {
    for (const [file, text] of before) writeFileSync(join(copy, file), text);
  }
}

const asked = process.argv.slice(2);
const unknown = asked.find((id) => !faults.some((one) => one.id === id));
if (unknown !== undefined) {
  console.error(`There is no fault ${unknown}: name some of ${[...new Set(faults.map(({ id }) => id))].join(', ')}.`);
  process.exit(1);
}
const few = Array.from({ length: rules }, (_, index) => `R${index + 1}`).filter(
  (rule) => ruleFaults.filter(({ id }) => id === rule).length < 2,
);
if (few.length > 0) {
  console.error(`Too few faults break ${few.join(', ')}: each rule needs two.`);
  process.exit(1);
}
const chosen = faults.filter(({ id }) => asked.length === 0 || asked.includes(id));

const copy = copyTree();
const engine = await startDynamoDB({ forManyCalls: chosen.length > 10 });
let isWell = true;
try {
  const files = [...new Set(chosen.map(({ check }) => check.file))];
  const sound = runTests(copy, engine.endpoint, files);
  isWell = sound.passed > 0 && sound.failed.length === 0;
  console.log(`Without a fault: ${sound.passed} tests of ${files.length} files pass, ${sound.failed.length} fail.`);
  if (!isWell) console.log(sound.failed.join('\n') || sound.output);
  console.log('\n| fault | planted | noticed by | seconds |\n|---|---|---|---|');
  for (const fault of chosen) {
    const { file, tests } = fault.check;
    const from = performance.now();
    const { failed, output } = withFault(copy, fault, () => runTests(copy, engine.endpoint, [file], tests));
    const [first] = failed;
    isWell &&= first !== undefined;
    const more = failed.length > 1 ? ` (and ${failed.length - 1} more)` : '';
    const noticed = first === undefined ? 'NOBODY' : `${file}: ${first}${more}`;
    const seconds = ((performance.now() - from) / 1000).toFixed(1);
    console.log(`| ${fault.id} | ${fault.what} | ${noticed} | ${seconds} |`);
    if (first === undefined) console.log(output);
  }
} finally {
  await engine.stop();
  rmSync(copy, { recursive: true, force: true });
}
console.log(
  isWell ? `\nEach of ${chosen.length} faults is noticed.` : '\nA fault is not noticed, or a check fails without one.',
);
process.exitCode = isWell ? 0 : 1;
