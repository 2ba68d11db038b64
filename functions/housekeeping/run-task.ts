/**
 * Maps each task to its work. On most runs there is none, so it is looked for with a read that costs half, and read
 * consistently when there is some.
 */
import type { StartFunction } from '../../shared/delivery/start-function.ts';
import {
  bulkPartition,
  documentsDuePartition,
  importsPartition,
  updatesDuePartition,
} from '../../shared/platform/store/keys.ts';
import { hasRows } from '../../shared/platform/store/query.ts';
import { takeSnapshot } from '../../shared/statistics/take-snapshot.ts';
import { advanceJobs } from './advance-jobs.ts';
import { makeAlerts } from './alerts.ts';
import { closeLetters } from './close-letters.ts';
import { makeDigests } from './digest.ts';
import { sweepDocuments } from './documents.ts';
import { eachLetter } from './each-letter.ts';
import { reconcile } from './reconcile.ts';
import { applyRetention } from './retention.ts';
import { type Sweeping, sweep } from './sweep.ts';
import type { HousekeepingTask } from './task.ts';
import { sweepUploads } from './uploads.ts';

export interface HousekeepingContext extends Sweeping {
  readonly now: Date;
  readonly startDocument: StartFunction;
  /** Whether there is time for another piece of work; the next run does the rest. */
  readonly hasTime: () => boolean;
  readonly pause: (ms: number) => Promise<unknown>;
}

/** Runs the task, or as much of it as there is time for. @returns its results as numbers */
export async function runTask(context: HousekeepingContext, task: HousekeepingTask): Promise<Record<string, number>> {
  const { store, keys, now, hasTime, pause } = context;
  switch (task.task) {
    case 'sweep': {
      const swept = await sweep(context, task, now);
      await goOnWithImports(context);
      if (await hasRows(store, documentsDuePartition)) {
        await sweepDocuments(store, context.startDocument, now);
        await sweepUploads(store, context.startDocument, now);
      }
      return swept;
    }
    case 'letters': {
      // Few letters need these.
      const [{ askAboutNewVersion }, { askToFollow }, { dropTests }, { startPictures }] = await Promise.all([
        import('./ask-about-new-version.ts'),
        import('./ask-to-follow.ts'),
        import('./drop-tests.ts'),
        import('./start-pictures.ts'),
      ]);
      return {
        closed: await closeLetters(store, now),
        alerted: await makeAlerts(store, now, hasTime),
        asked: await eachLetter(store, hasTime, (letter) => askAboutNewVersion(store, letter, now, hasTime)),
        followed: await eachLetter(store, hasTime, (letter) => askToFollow(store, keys, letter, now, hasTime)),
        tests: await eachLetter(store, hasTime, (letter) => dropTests(store, letter, now, hasTime)),
        pictures: await eachLetter(store, hasTime, (letter) =>
          startPictures(store, context.startDocument, letter, now),
        ),
      };
    }
    case 'bulk':
      return {
        advanced: (await hasRows(store, bulkPartition)) ? await advanceJobs(context) : 0,
        updates: await updatesDue(context),
      };
    case 'snapshots': {
      const { buildWordIndex } = await import('./build-word-index.ts');
      return {
        taken: await eachLetter(store, hasTime, (letter) => takeSnapshot(store, letter, now, hasTime)),
        indexed: await eachLetter(store, hasTime, (letter) => buildWordIndex(store, letter, now, hasTime)),
      };
    }
    case 'retention':
      return {
        erased: await eachLetter(store, hasTime, (letter) => applyRetention(store, keys, letter, { now, hasTime })),
      };
    case 'digest':
      return { told: await makeDigests(store, now, hasTime) };
    case 'reconcile':
      return { drift: await eachLetter(store, hasTime, (letter) => reconcile(store, letter, now, pause)) };
  }
}

/** Sends updates. Most runs find none. */
async function updatesDue(context: HousekeepingContext): Promise<number> {
  if (!(await hasRows(context.store, updatesDuePartition))) return 0;
  const { sendUpdates } = await import('./send-updates.ts');
  return sendUpdates({ ...context, now: () => new Date() });
}

/** Continues imports that were started, where no open page does. */
async function goOnWithImports({ store, keys, now, hasTime }: HousekeepingContext): Promise<void> {
  if (!(await hasRows(store, importsPartition))) return;
  const { listImports } = await import('../../shared/jobs/import/job.ts');
  const isUnderWay = (await listImports(store)).some(({ state }) => state === 'checking' || state === 'importing');
  if (!isUnderWay) return;
  const { advanceImports } = await import('../../shared/jobs/import/advance.ts');
  await advanceImports({ store, keys: await keys(), now, hasTime });
}
