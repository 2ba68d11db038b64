/** What is done to many signatures at once goes on without anybody looking. */

import { advance } from '../../shared/jobs/bulk/advance.ts';
import { isUnderWay, listJobs } from '../../shared/jobs/bulk/job.ts';
import { logError } from '../../shared/platform/config/log.ts';
import type { HousekeepingContext } from './run-task.ts';

/** Brings each job that is under way further, as long as there is time. @returns how many there were */
export async function advanceJobs({ store, keys, hasTime }: HousekeepingContext): Promise<number> {
  const jobs = (await listJobs(store)).filter(isUnderWay);
  for (const job of jobs) {
    if (!hasTime()) break;
    try {
      await advance({ store, keys, now: () => new Date(), hasTime }, job);
    } catch (error) {
      logError('a bulk action failed', { letter: job.letter, error: error instanceof Error ? error.name : '' });
    }
  }
  return jobs.length;
}
