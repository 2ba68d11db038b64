/** The time limits of a run. The next run does the rest. */
import type { HousekeepingTask } from './task.ts';

/** Time reserved to finish work in progress, in milliseconds. */
export const reservedTime = 15_000;

/**
 * Longest time in which a run of a task starts new work, in milliseconds; tasks that are not listed have no limit of
 * their own. The tasks that run every minute end before their next run begins, so that they use one concurrent
 * execution of the account instead of five.
 */
export const longestRun: Readonly<Partial<Record<HousekeepingTask['task'], number>>> = {
  sweep: 60_000 - reservedTime,
  bulk: 60_000 - reservedTime,
};

/** @returns whether a run has time for another piece of work */
export function hasTimeFor(
  { task }: HousekeepingTask,
  { remaining, now }: { readonly remaining: () => number; readonly now: () => number },
): () => boolean {
  const begun = now();
  const longest = longestRun[task] ?? Number.POSITIVE_INFINITY;
  return () => remaining() > reservedTime && now() - begun < longest;
}
