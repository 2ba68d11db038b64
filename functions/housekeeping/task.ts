/** Tasks for the schedule. Each can run at any time, twice, and twice at once. */
import * as z from 'zod';
import { sweepTask } from './sweep.ts';

export const housekeepingTask = z.discriminatedUnion('task', [
  sweepTask,
  /** Closes letters that have reached their date, then asks signers of changed letters to carry over. */
  z.strictObject({ task: z.literal('letters') }),
  /** Continues bulk jobs when no open page does. */
  z.strictObject({ task: z.literal('bulk') }),
  /** Counts signatures by country, language, partner and day. */
  z.strictObject({ task: z.literal('snapshots') }),
  /** Erases data about signers that closed letters no longer need. */
  z.strictObject({ task: z.literal('retention') }),
  /** Recounts each letter to check its count. */
  z.strictObject({ task: z.literal('reconcile') }),
  /** Sends members the daily digest. */
  z.strictObject({ task: z.literal('digest') }),
]);
export type HousekeepingTask = z.infer<typeof housekeepingTask>;
