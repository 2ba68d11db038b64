import { GetQueueAttributesCommand, SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { SQSEvent } from 'aws-lambda';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Engine } from '../../infra/local/engine.ts';
import { localAws } from '../../infra/local/environment.ts';
import type { FunctionHandler } from '../../infra/local/invoke.ts';
import type { Running } from '../../infra/local/loop.ts';
import { createMailQueues, startQueue } from '../../infra/local/queue.ts';
import { startQueueSource } from '../../infra/local/queue-source.ts';
import { maxReceives } from '../../shared/mail/receives.ts';
import { openSqs } from '../../shared/platform/aws/sqs-client.ts';
import { hushLogs } from '../fixtures/logs.ts';

let engine: Engine;
let client: SQSClient;
let queueUrl: string;
let source: Running | undefined;

beforeEach(async () => {
  hushLogs();
  engine = await startQueue();
  client = openSqs({ ...localAws, endpoint: engine.endpoint, useQueueUrlAsEndpoint: false });
  queueUrl = (await createMailQueues(client, engine.endpoint)).urgent;
});
afterEach(async () => {
  await source?.stop();
  await engine.stop();
});

async function send(...bodies: string[]): Promise<void> {
  const Entries = bodies.map((body, index) => ({ Id: String(index), MessageBody: body }));
  await client.send(new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries }));
}

function listen(handler: FunctionHandler<SQSEvent>, retryAfterSeconds = 1): void {
  const queueArn = 'arn:aws:sqs:us-east-1:000000000000:undersigned-mail';
  source = startQueueSource({ name: 'mailer', client, queueUrl, queueArn, batchSize: 10, handler, retryAfterSeconds });
}

async function countIn(url: string): Promise<number> {
  const { Attributes = {} } = await client.send(
    new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['All'] }),
  );
  return Number(Attributes.ApproximateNumberOfMessages) + Number(Attributes.ApproximateNumberOfMessagesNotVisible);
}

test('a failed message is delivered again, alone, and the others are deleted', async () => {
  const seen: string[] = [];
  listen((event) => {
    seen.push(...event.Records.map(({ body }) => body));
    const wrong = event.Records.filter(
      ({ body, attributes }) => body === 'b' && attributes.ApproximateReceiveCount === '1',
    );
    return { batchItemFailures: wrong.map(({ messageId }) => ({ itemIdentifier: messageId })) };
  });
  await send('a', 'b', 'c');
  await vi.waitFor(async () => expect(await countIn(queueUrl)).toBe(0), 20_000);
  expect(seen.toSorted()).toEqual(['a', 'b', 'b', 'c']);
});

test('an error fails the whole batch, and after the last attempt a message goes to the dead-letter queue', async () => {
  let calls = 0;
  listen(() => {
    calls += 1;
    throw new Error('no');
  }, 0);
  await send('poison');
  await vi.waitFor(async () => expect(await countIn(`${queueUrl}-dead`)).toBe(1), 20_000);
  expect(calls).toBe(maxReceives);
});

test('a stop waits for the running batch, whose messages are then deleted', async () => {
  let begun = false;
  let ended = false;
  listen(async () => {
    begun = true;
    await new Promise((resolve) => setTimeout(resolve, 400));
    ended = true;
  });
  await send('a');
  await vi.waitFor(() => expect(begun).toBe(true), 20_000);
  await source?.stop();
  expect(ended).toBe(true);
  expect(await countIn(queueUrl)).toBe(0);
});
