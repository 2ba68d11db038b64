/**
 * Counts are exactly-once (rule 7), whatever happens. `COUNTING_RUNS=1000 npx vitest run tests/system/property`
 * runs longer. After a failure, put the `seed` and `path` that fast-check prints into COUNTING_SEED and COUNTING_PATH.
 */

import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { hushLogs, printTotals } from '../../fixtures/logs.ts';
import { streamedStores } from '../../fixtures/store.ts';
import { history } from './history.ts';
import { type Outcome, play } from './run-history.ts';

const { COUNTING_RUNS = '20', COUNTING_SEED, COUNTING_PATH } = process.env;
const numRuns = Number(COUNTING_RUNS);

let freshStore: Awaited<ReturnType<typeof streamedStores>>;
beforeAll(async () => {
  freshStore = await streamedStores();
});

describe('the count', () => {
  it(
    'equals the set of counted signatures, the claims and the list, after any history',
    async () => {
      // A failed request logs a line, and hundreds fail here on purpose.
      hushLogs();
      const outcomes: Outcome[] = [];
      await fc.assert(
        fc.asyncProperty(history, async (drawn) => {
          outcomes.push(await play(await freshStore(), drawn));
        }),
        {
          numRuns,
          interruptAfterTimeLimit: numRuns * 2_000,
          ...(COUNTING_SEED ? { seed: Number(COUNTING_SEED) } : {}),
          ...(COUNTING_PATH ? { path: COUNTING_PATH } : {}),
        },
      );
      const sum = (of: keyof Outcome) => outcomes.reduce((total, outcome) => total + outcome[of], 0);
      const seen = {
        counted: sum('counted'),
        duplicates: sum('duplicates'),
        mails: sum('mails'),
        faults: sum('faults'),
      };
      printTotals(seen);
      // The histories must cover enough. Hidden signatures compete with nobody, so in a short run duplicates may be few.
      const { duplicates, ...often } = seen;
      for (const number of Object.values(often)) expect(number).toBeGreaterThan(numRuns / 10);
      if (numRuns >= 200) expect(duplicates).toBeGreaterThan(numRuns / 10);
    },
    numRuns * 3_000 + 10_000,
  );
});
