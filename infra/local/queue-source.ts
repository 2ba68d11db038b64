import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  type Message,
  type MessageAttributeValue,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import type { SQSEvent, SQSMessageAttribute, SQSRecord } from 'aws-lambda';
import { type FunctionHandler, invokeWithBatch } from './invoke.ts';
import { type Running, startLoop } from './loop.ts';

interface QueueSource {
  readonly name: string;
  readonly client: SQSClient;
  readonly queueUrl: string;
  readonly queueArn: string;
  readonly batchSize: number;
  readonly handler: FunctionHandler<SQSEvent>;
  /** Seconds until a failed message is retried: shorter than in AWS, as nobody wants to wait on a local machine. */
  readonly retryAfterSeconds: number;
}

/** As `maximumConcurrency` of the mapping. */
const concurrency = 2;
/**
 * Short enough for a stop: a receive is never aborted, since messages that it had taken would be invisible for a while.
 */
const longPollSeconds = 1;

/** Passes the messages of a queue to a handler; deletes those that succeeded and leaves the rest for another try. */
export function startQueueSource(source: QueueSource): Running {
  const workers = Array.from({ length: concurrency }, () =>
    startLoop(source.name, async () => {
      const { Messages = [] } = await source.client.send(
        new ReceiveMessageCommand({
          QueueUrl: source.queueUrl,
          MaxNumberOfMessages: source.batchSize,
          WaitTimeSeconds: longPollSeconds,
          MessageSystemAttributeNames: ['All'],
          MessageAttributeNames: ['All'],
        }),
      );
      if (Messages.length > 0) await deliver(source, Messages);
      return 0;
    }),
  );
  return {
    async stop() {
      await Promise.all(workers.map((worker) => worker.stop()));
    },
  };
}

async function deliver(source: QueueSource, messages: readonly Message[]): Promise<void> {
  const records = messages.map((message) => toEventRecord(message, source.queueArn));
  const ids = records.map(({ messageId }) => messageId);
  const failed = await invokeWithBatch(source.name, source.handler, { Records: records }, ids);
  const entries = (wanted: boolean) =>
    records.flatMap(({ messageId, receiptHandle }, index) =>
      failed.has(messageId) === wanted ? [{ Id: String(index), ReceiptHandle: receiptHandle }] : [],
    );
  const done = entries(false);
  const again = entries(true).map((entry) => ({ ...entry, VisibilityTimeout: source.retryAfterSeconds }));
  const QueueUrl = source.queueUrl;
  if (done.length > 0) await source.client.send(new DeleteMessageBatchCommand({ QueueUrl, Entries: done }));
  if (again.length > 0) {
    await source.client.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl, Entries: again }));
  }
}

function toEventRecord(message: Message, queueArn: string): SQSRecord {
  const { Attributes: attributes = {}, MessageAttributes: messageAttributes = {} } = message;
  return {
    messageId: message.MessageId ?? '',
    receiptHandle: message.ReceiptHandle ?? '',
    body: message.Body ?? '',
    attributes: {
      ...attributes,
      ApproximateReceiveCount: attributes.ApproximateReceiveCount ?? '1',
      SentTimestamp: attributes.SentTimestamp ?? '0',
      SenderId: attributes.SenderId ?? 'local',
      ApproximateFirstReceiveTimestamp: attributes.ApproximateFirstReceiveTimestamp ?? '0',
    },
    messageAttributes: Object.fromEntries(
      Object.entries(messageAttributes).map(([name, value]) => [name, toEventAttribute(value)]),
    ),
    md5OfBody: message.MD5OfBody ?? '',
    eventSource: 'aws:sqs',
    eventSourceARN: queueArn,
    awsRegion: 'us-east-1',
  };
}

function toEventAttribute(value: MessageAttributeValue): SQSMessageAttribute {
  return {
    ...(value.StringValue !== undefined && { stringValue: value.StringValue }),
    ...(value.BinaryValue !== undefined && { binaryValue: Buffer.from(value.BinaryValue).toString('base64') }),
    stringListValues: [],
    binaryListValues: [],
    dataType: value.DataType ?? 'String',
  };
}
