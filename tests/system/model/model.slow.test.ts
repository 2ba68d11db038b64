/**
 * The life of signatures against a model of it (docs/architecture.md). `npm run test:model` plays 10,000 histories.
 * After a failure, put the `seed` and `path` that fast-check prints into MODEL_SEED and MODEL_PATH; MODEL_SHRINK=yes
 * looks for a shorter history that fails, which takes minutes.
 */

import { writeSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { hushLogs, printTotals } from '../../fixtures/logs.ts';
import { streamedStores } from '../../fixtures/store.ts';
import { history } from './history.ts';
import { play } from './play.ts';
import { openTablePool } from './table-pool.ts';

const { MODEL_RUNS = '300', MODEL_SEED, MODEL_PATH, MODEL_SHRINK } = process.env;
const numRuns = Number(MODEL_RUNS);
/** The few histories of the slow suite are the same each time, so that it only fails for what changed. Long runs draw new ones. */
const usualSeed = numRuns < 1_000 ? 20261130 : Math.floor(Math.random() * 2 ** 31);
const seed = MODEL_SEED ? Number(MODEL_SEED) : usualSeed;
/** A shorter run cannot promise how often a state is reached. */
const isLong = numRuns >= 300;
/** Histories played in parallel: while one waits for the database, another continues. */
const lanes = MODEL_PATH ? 1 : 4;

/** Minimum number of times that a state must be reached per hundred histories, to show that they cover enough. */
const perHundred = {
  submitted: 120,
  'confirmed by link': 48,
  'confirmed by code': 9,
  duplicates: 12,
  'met nobody': 8,
  displaced: 0.2,
  'took place': 0.1,
  withdrawn: 9,
  forgotten: 7,
  corrected: 5,
  switched: 0.6,
  carried: 0.7,
  hidden: 0.3,
  expired: 9,
  'too late': 0.9,
  repeated: 0.3,
  races: 60,
  'in flight': 20,
  replayed: 0.6,
  looked: 0.6,
  'mail: reminder': 0.9,
  'mail: duplicate-note': 6,
  'mail: displaced': 0.1,
  'mail: link': 0.3,
  'mail: new-version': 0.6,
  bounced: 0.2,
  complained: 0.1,
  'approved, was rejected': 0.6,
  'approved, was held': 0.2,
  rejected: 3.5,
  proposed: 0.6,
  accepted: 0.15,
  declined: 0.1,
  held: 1,
  featured: 1,
  merged: 0.3,
  split: 0.45,
  'corrected for them': 0.3,
  'taken back': 0.6,
  'not taken back': 0.1,
  'refused on a stale page': 0.1,
  'shown by dns': 0.3,
  'shown by secretariat': 0.6,
  'silent: asked': 5,
  released: 0.1,
  stopped: 0.1,
  'duplicates on one day': 0.4,
  erased: 2.4,
  'forgotten when over': 0.3,
  delivered: 3,
  'too late for the letter': 3,
  'refused after delivery': 3,
  'left after delivery': 1,
  'update begun': 20,
  'update paused': 1,
  'update cancelled': 1,
  'mail: update': 10,
  unsubscribed: 1.5,
  'mail: follow-up': 2,
  'signed the next letter': 0.5,
  'added by hand': 4,
  'not added': 0.5,
  'took the place of an added one': 0.2,
  tests: 2,
  'tests confirmed': 0.5,
  'tests over': 0.3,
  'preview links revoked': 0.1,
  'drafts opened': 0.3,
};

let freshStore: Awaited<ReturnType<typeof streamedStores>>;
beforeAll(async () => {
  freshStore = await streamedStores({ forManyCalls: numRuns >= 1_000 });
});

describe('the life of a signature', () => {
  it(
    'matches the model, whatever happens',
    async () => {
      // A failed request logs a line, and hundreds fail here on purpose.
      hushLogs();
      const started = performance.now();
      const cpu = process.cpuUsage();
      const reached = new Map<string, number>();
      let played = 0;
      const lane = async (number: number) => {
        let nextStage = await openTablePool(await freshStore());
        await fc.assert(
          fc.asyncProperty(history, async (drawn) => {
            try {
              for (const [what, times] of Object.entries(await play(drawn, nextStage())))
                reached.set(what, (reached.get(what) ?? 0) + times);
              played += 1;
              if (played % 1000 === 0) writeSync(2, `${played} histories agree with the model, seed ${seed}\n`);
            } catch (error) {
              // The next history must not meet what this one left.
              nextStage = await openTablePool(await freshStore());
              throw error;
            }
          }),
          {
            numRuns: Math.ceil(numRuns / lanes),
            seed: seed + number,
            // Each step of shrinking replays a history; some minutes of it are enough.
            interruptAfterTimeLimit: numRuns * 1_500 + 120_000,
            markInterruptAsFailure: true,
            endOnFailure: MODEL_SHRINK !== 'yes',
            ...(MODEL_PATH ? { path: MODEL_PATH } : {}),
          },
        );
      };
      await Promise.all(Array.from({ length: lanes }, (_, number) => lane(number)));
      const totals = Object.fromEntries([...reached].toSorted());
      const seconds = Math.round((performance.now() - started) / 1000);
      printTotals({
        runs: numRuns,
        seed,
        took: seconds,
        cpu: Math.round(process.cpuUsage(cpu).user / 1e6),
        ...totals,
      });
      if (MODEL_PATH || !isLong) return;
      for (const [what, times] of Object.entries(perHundred)) {
        // A few hundred histories vary by chance: of them half is enough, and less of what is rare.
        const usual = (times * numRuns) / 100;
        const expected = numRuns < 1_000 ? Math.min(usual / 2, usual - 4 * Math.sqrt(usual)) : usual;
        expect(reached.get(what) ?? 0, what).toBeGreaterThanOrEqual(Math.floor(expected));
      }
    },
    numRuns * 1_500 + 180_000,
  );
});
