import { DescribeTableCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import type { SQSClient } from '@aws-sdk/client-sqs';
import type { MailQueues } from '../../shared/mail/queue.ts';
import type { Functions, HousekeepingEvent } from './functions.ts';
import type { Running } from './loop.ts';
import { startQueueSource } from './queue-source.ts';
import { startSchedule } from './schedule-source.ts';
import { startStreamSource } from './stream-source.ts';

interface EventSources {
  readonly dynamodb: DynamoDBClient;
  readonly streams: DynamoDBStreamsClient;
  readonly sqs: SQSClient;
  readonly tableName: string;
  readonly mailQueues: MailQueues['urls'];
  readonly functions: Omit<Functions, 'fetch' | 'document'>;
}

/** The same tasks as in the cloud, at shorter intervals for people who try it out. */
const schedule: readonly { readonly everyMs: number; readonly event: HousekeepingEvent }[] = [
  { everyMs: 10_000, event: { task: 'sweep', olderThanSeconds: 5 } },
  { everyMs: 10_000, event: { task: 'letters' } },
  { everyMs: 10_000, event: { task: 'bulk' } },
  { everyMs: 30_000, event: { task: 'snapshots' } },
  { everyMs: 60_000, event: { task: 'reconcile' } },
  { everyMs: 60_000, event: { task: 'retention' } },
  { everyMs: 60_000, event: { task: 'digest' } },
];

/** Starts what AWS runs between the functions: stream → relay, mail queues → mailer, schedule → housekeeping. */
export async function startEventSources(sources: EventSources): Promise<Running> {
  const { functions, tableName, mailQueues } = sources;
  const { Table } = await sources.dynamodb.send(new DescribeTableCommand({ TableName: tableName }));
  const streamArn = Table?.LatestStreamArn;
  if (streamArn === undefined) throw new Error(`The table ${tableName} has no stream.`);
  const stream = await startStreamSource({
    name: 'relay',
    client: sources.streams,
    streamArn,
    handler: functions.relay,
    // As in infra/relay.ts.
    wants: ({ dynamodb: { NewImage = {} } = {} }) =>
      Object.hasOwn(NewImage, 'due') || NewImage['pk']?.S === 'DOCUMENTSDUE',
  });
  const mails = (queueUrl: string, batchSize: number) =>
    startQueueSource({
      name: 'mailer',
      client: sources.sqs,
      queueUrl,
      queueArn: `arn:aws:sqs:us-east-1:000000000000:${queueUrl.slice(queueUrl.lastIndexOf('/') + 1)}`,
      batchSize,
      handler: functions.mailer,
      retryAfterSeconds: 5,
    });
  // As in infra/mailer.ts.
  const queues = [mails(mailQueues.urgent, 10), mails(mailQueues.other, 5)];
  const schedules = schedule.map(({ everyMs, event }) =>
    startSchedule({ name: `housekeeping: ${event.task}`, everyMs, event, handler: functions.housekeeping }),
  );
  return {
    async stop() {
      await Promise.all([stream, ...queues, ...schedules].map((source) => source.stop()));
    },
  };
}
