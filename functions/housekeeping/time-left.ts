/** How long a run may go on. What it leaves, the next one does. */
import type { HousekeepingTask } from './task.ts';

/** Time that is kept for a piece of work that was begun, in milliseconds. */
export const reserve = 15_000;

/**
 * The longest time in which a run of a task takes on new work, in milliseconds; no bound of its own without one. The tasks of
 * each minute end before the next run begins, so that they take one execution of the account and not five.
 */
export const longestRun: Readonly<Partial<Record<HousekeepingTask['task'], number>>> = {
  sweep: 60_000 - reserve,
  bulk: 60_000 - reserve,
};

/** @returns whether a run has time for one more piece of work */
export function timeFor(
  { task }: HousekeepingTask,
  { remaining, now }: { readonly remaining: () => number; readonly now: () => number },
): () => boolean {
  const begun = now();
  const longest = longestRun[task] ?? Number.POSITIVE_INFINITY;
  return () => remaining() > reserve && now() - begun < longest;
}
