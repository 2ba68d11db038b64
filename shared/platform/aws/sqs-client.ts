/**
 * The client for SQS. It makes the calls that follow from each signature as `shared/platform/aws` does, and not through
 * the SDK's middleware: docs/decisions/093-calls-to-the-table.md. Everything else is the SDK.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { SQSClient, type SQSClientConfig, SQSServiceException } from '@aws-sdk/client-sqs';
import { isUnavailable } from '../http/unavailable.ts';
import { openConnections } from './http-handler.ts';
import { errorIn, jsonCalls } from './json-call.ts';
import { postTo } from './post.ts';

/** SQS answers within tens of milliseconds. With three tries a call ends after five seconds. */
const queueTimeouts = { connectionTimeout: 1_000, requestTimeout: 1_500 };
/** As the SDK: a retry waits up to twice as long as the one before. */
const firstWait = 100;

/** Operations whose inputs and outputs have the same form in JSON as in the SDK. */
const plain = new Set([
  'SendMessageBatch',
  'ReceiveMessage',
  'DeleteMessageBatch',
  'ChangeMessageVisibilityBatch',
  'GetQueueAttributes',
]);

/** @param more in place of region, endpoint and credentials from the environment */
export function openSqs(more: SQSClientConfig = {}): SQSClient {
  const sqs = new SQSClient({ requestHandler: openConnections(queueTimeouts), ...more });
  const call = jsonCalls(postTo('sqs', sqs.config), 'AmazonSQS', (text, $metadata) => {
    return new SQSServiceException(errorIn(text, $metadata).error);
  });
  const callOften = async (operation: string, input: object) => {
    const body = JSON.stringify(input);
    const maxAttempts = await sqs.config.maxAttempts();
    for (let attempt = 1; ; attempt += 1) {
      try {
        const { answer, $metadata } = await call(operation, body);
        return Object.assign({ $metadata }, answer);
      } catch (error) {
        if (!(error instanceof Error) || !isUnavailable(error) || attempt >= maxAttempts) throw error;
        await sleep(Math.random() * firstWait * 2 ** attempt);
      }
    }
  };
  sqs.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        const operation = commandName.replace(/Command$/, '');
        return plain.has(operation)
          ? { output: await callOften(operation, args.input), response: undefined }
          : next(args);
      },
    { step: 'initialize', priority: 'low', name: 'callSqs' },
  );
  return sqs;
}
