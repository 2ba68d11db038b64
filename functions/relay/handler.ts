/** Reads the table's stream: a mail that became due goes on the mail queue. Started by the stream (DESIGN §3). */
import { SQSClient } from '@aws-sdk/client-sqs';
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { relayEnv } from '../../shared/config/env.ts';
import { patience } from '../../shared/config/patience.ts';
import { relay } from './relay.ts';

const env = relayEnv.parse(process.env);
const sqs = new SQSClient(patience);

export const handler = (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> =>
  relay({ sqs, queueUrl: env.MAIL_QUEUE_URL }, event, new Date());
