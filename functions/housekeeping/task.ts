/** What the schedule can ask for. Each task can be run at any time, twice, and twice at once. */
import * as z from 'zod';
import { sweepTask } from './sweep.ts';

export const housekeepingTask = z.discriminatedUnion('task', [
  sweepTask,
  /** Closes letters whose time has come, then goes on asking the signers of changed letters. */
  z.strictObject({ task: z.literal('letters') }),
]);
export type HousekeepingTask = z.infer<typeof housekeepingTask>;
