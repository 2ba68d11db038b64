/** What the schedule can ask for. Each task can be run at any time, twice, and twice at once. */
import * as z from 'zod';
import { sweepTask } from './sweep.ts';

export const housekeepingTask = z.discriminatedUnion('task', [
  sweepTask,
  /** Closes letters whose time has come, then goes on asking the signers of changed letters. */
  z.strictObject({ task: z.literal('letters') }),
  /** Brings on what is done to many signatures at once, when no page is open that does. */
  z.strictObject({ task: z.literal('bulk') }),
  /** Counts who signed by country, language, partner and day. */
  z.strictObject({ task: z.literal('snapshots') }),
  /** Erases what closed letters no longer need to know of their signers. */
  z.strictObject({ task: z.literal('retention') }),
  /** Proves the count of each letter. */
  z.strictObject({ task: z.literal('reconcile') }),
  /** Tells members what is new, once a day. */
  z.strictObject({ task: z.literal('digest') }),
]);
export type HousekeepingTask = z.infer<typeof housekeepingTask>;
