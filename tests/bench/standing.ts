/**
 * Resources that are billed whether or not anybody signs; `tests/infra/idle.test.ts` compares them with the template.
 */
import type { Standing } from './bill.ts';

/** As in infra/function.ts. */
export const memoryGb = 0.5;

/** Housekeeping's runs take nine Queries each minute, four of them for mails that are due (functions/housekeeping/sweep.ts). */
export const standing: Standing = {
  secrets: 2,
  metrics: 9,
  /** Billed by the metrics that they watch. */
  alarms: 15,
  readUnits: 30 * 24 * 60 * 4.5,
  invocations: 30 * 24 * 75,
  gbSeconds: 30 * 24 * 75 * 0.3 * memoryGb,
  // Lambda polls each of the two idle mail queues with five pollers, each for twenty seconds.
  queueCalls: 2 * 30 * 24 * 60 * 15,
};
