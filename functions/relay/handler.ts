/** Reads the table's stream and queues each mail that became due. Triggered by the stream. */
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { documentStarter } from '../../shared/delivery/start-function.ts';
import { mailQueueUrls } from '../../shared/mail/queue.ts';
import { openSqs } from '../../shared/platform/aws/sqs-client.ts';
import { readEnvironment, relayEnv } from '../../shared/platform/config/env.ts';
import { relay } from './relay.ts';
import { startDocuments } from './start-documents.ts';

const env = readEnvironment(relayEnv);
const queues = { sqs: openSqs(), urls: mailQueueUrls(env) };

const startDocument = documentStarter(env.DOCUMENT_FUNCTION);

export const handler = async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
  await startDocuments(startDocument, event);
  return relay(queues, event, new Date());
};
