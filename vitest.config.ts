import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The longest first, so that no worker is left with one of them when the others have ended. */
const longest = [
  'tests/system/model',
  'tests/console/access-matrix',
  'tests/system/account/account',
  'tests/console/error-pages',
  'tests/docs/commands',
  'tests/console/everyday-tasks',
  'tests/system/browser',
  'tests/embed',
  'tests/console/withheld-names',
  'tests/console/day',
  'tests/pages/',
  'tests/system/crash/crash',
  'tests/console/letter-pages',
  'tests/cli/',
  'tests/backup/files',
  'tests/backup/backup',
  'tests/delivery/crash',
  'tests/console/import',
  'tests/mail/ses-errors',
  'tests/system/aws-errors',
  'tests/infra/nag',
  'tests/system/acceptance',
  'tests/update/sending',
  'tests/delivery/freeze',
  'tests/signature/hidden',
  'tests/signature/changes',
  'tests/stories/follow-up',
  'tests/console/letters',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const found = longest.findIndex((part) => moduleId.includes(`/${part}`));
      return found < 0 ? longest.length : found;
    };
    return files.toSorted((one, other) => place(one) - place(other));
  }
}

/**
 * `npm test` runs the fast suite. `npm run test:slow`, `test:scale` and `test:browsers` run the files named for them. Without a
 * suite everything is found, so that a file can be run by its path.
 */
const suites = {
  slow: 'tests/**/*.slow.test.{ts,tsx}',
  scale: 'tests/**/*.scale.test.{ts,tsx}',
  browsers: 'tests/**/*.browsers.test.{ts,tsx}',
};
const every = 'tests/**/*.test.{ts,tsx}';

/** @returns the files of a suite */
function filesOf(suite: string | undefined): { include: string[]; exclude: string[] } {
  if (suite === undefined) return { include: [every], exclude: [] };
  if (suite === 'fast') return { include: [every], exclude: Object.values(suites) };
  if (suite === 'slow' || suite === 'scale' || suite === 'browsers') return { include: [suites[suite]], exclude: [] };
  throw new Error(`TEST_SUITE is fast, slow, scale or browsers, not ${suite}.`);
}

const { include, exclude } = filesOf(process.env['TEST_SUITE']);

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    include,
    exclude: ['**/node_modules/**', ...exclude],
    globalSetup: ['tests/fixtures/engines.ts', 'tests/fixtures/check-logs.ts'],
    setupFiles: ['tests/fixtures/restore-process.ts', 'tests/fixtures/capture-logs.ts'],
    env: {
      POWERTOOLS_METRICS_DISABLED: 'true',
      METRIC_NAMESPACE: 'Undersigned',
      // Dozens of command lines are run, and to compile the same modules for each would be half of what they cost.
      NODE_COMPILE_CACHE: join(tmpdir(), 'undersigned-compiled'),
      // Five seconds in each process that describes a stack; `tests/infra/nag.slow.test.ts` has it done once.
      CDK_VALIDATION: 'false',
    },
    // Far more than any takes: the machine may have other work.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 20_000 } },
    // One more than most machines have cores, because a worker waits for the engine. In the slow suite some only wait.
    maxWorkers: process.env['TEST_SUITE'] === 'slow' ? 4 : 3,
    // Each file makes its own table and world; loading the code anew for each would be a third of the work.
    isolate: false,
    sequence: { sequencer: LongestFirst },
  },
});
