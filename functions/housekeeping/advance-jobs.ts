/** Bulk actions on many signatures continue in the background, with no page open. */

import { advance } from '../../shared/jobs/bulk/advance.ts';
import { isUnderWay, listJobs } from '../../shared/jobs/bulk/job.ts';
import { logError } from '../../shared/platform/config/log.ts';
import type { HousekeepingContext } from './run-task.ts';

/** Advances each running job while there is time. @returns the number of running jobs */
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
