/** Reads the table's stream: a mail that became due goes on a mail queue. Started by the stream (DESIGN §3). */
import { SQSClient } from '@aws-sdk/client-sqs';
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { relayEnv } from '../../shared/config/env.ts';
import { patience } from '../../shared/config/patience.ts';
import { mailQueueUrls } from '../../shared/mail/queue.ts';
import { relay } from './relay.ts';

const env = relayEnv.parse(process.env);
const queues = { sqs: new SQSClient(patience), urls: mailQueueUrls(env) };

export const handler = (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => relay(queues, event, new Date());
