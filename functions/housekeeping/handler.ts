/** Started by the schedule: finds mail that is due and was not sent. */
import { SQSClient } from '@aws-sdk/client-sqs';
import { housekeepingEnv } from '../../shared/config/env.ts';
import { openStore } from '../../shared/store/store.ts';
import { housekeepingTask, sweep } from './sweep.ts';

const env = housekeepingEnv.parse(process.env);
const store = openStore(env.TABLE_NAME);
const queue = { sqs: new SQSClient({}), queueUrl: env.MAIL_QUEUE_URL };

/** @param event the constant input of the schedule, see `housekeepingTask` */
export const handler = async (event: unknown): Promise<{ swept: number }> =>
  sweep(store, queue, housekeepingTask.parse(event), new Date());
