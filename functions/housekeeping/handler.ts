/** Scheduled function: timed tasks, and a retry of overdue work. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Context } from 'aws-lambda';
import { documentStarter } from '../../shared/delivery/start-function.ts';
import { mailQueueUrls } from '../../shared/mail/queue.ts';
import { openSqs } from '../../shared/platform/aws/sqs-client.ts';
import { housekeepingEnv, readEnvironment } from '../../shared/platform/config/env.ts';
import { RekeyInProgress, secretKeys } from '../../shared/platform/config/secret.ts';
import { openStore } from '../../shared/platform/store/store.ts';
import { runTask } from './run-task.ts';
import { housekeepingTask } from './task.ts';
import { hasTimeFor } from './time-left.ts';

const env = readEnvironment(housekeepingEnv);
const store = openStore(env.TABLE_NAME);
const keys = secretKeys(env.SECRET_ID);
const startDocument = documentStarter(env.DOCUMENT_FUNCTION);
const queues = { sqs: openSqs(), urls: mailQueueUrls(env) };

/** @param event the constant input of the schedule, see `housekeepingTask` */
export const handler = async (event: unknown, context: Context): Promise<Record<string, number>> => {
  try {
    await keys();
  } catch (error) {
    // Nothing is written while the master key is being changed; the next run catches up.
    if (error instanceof RekeyInProgress) return { rested: 1 };
    throw error;
  }
  const task = housekeepingTask.parse(event);
  const hasTime = hasTimeFor(task, { remaining: () => context.getRemainingTimeInMillis(), now: Date.now });
  return runTask({ store, queues, keys, startDocument, now: new Date(), hasTime, pause: sleep }, task);
};
