/**
 * The mail pipeline run by hand: the table's real stream → relay → a queue in memory → mailers, each step disturbed.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import type { SESClient } from '@aws-sdk/client-ses';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { DynamoDBRecord } from 'aws-lambda';
import { expect } from 'vitest';
import * as z from 'zod';
import { sweep } from '../../../functions/housekeeping/sweep.ts';
import type { Delivery } from '../../../functions/mailer/mail-context.ts';
import { localAws } from '../../../infra/local/environment.ts';
import { listShards, openShard, recordsAPage, type ShardReader } from '../../../infra/local/shards.ts';
import { toEventRecord } from '../../../infra/local/stream-record.ts';
import { countDays } from '../../../shared/count/daily-submissions.ts';
import { type MailRequest, mailKind, mailRequest } from '../../../shared/mail/kind.ts';
import { heldByScreening } from '../../../shared/mail/suspicion.ts';
import type { Store } from '../../../shared/platform/store/store.ts';
import { noAnswer } from '../../fixtures/dynamodb-faults.ts';
import { deliver, relay } from '../../fixtures/functions.ts';
import { asFunction } from '../../fixtures/permissions.ts';
import { keys, publicUrl, type World } from '../../fixtures/world.ts';

/** Result of one call to the queue or to SES: `lost` is done but unanswered, `partly` is half done and says so. */
export type Mishap = 'fine' | 'unreachable' | 'lost' | 'partly';

export interface PostPlan {
  readonly queue: readonly Mishap[];
  readonly ses: readonly Mishap[];
}

/** Number of times that a mail was sent, and that its mailer failed after sending, so that it had to be sent again. */
interface Tally {
  sent: number;
  failedAfterwards: number;
}

export type Post = Awaited<ReturnType<typeof openPost>>;

/** Reads the records of a table's stream since the last read. */
export type News = () => Promise<DynamoDBRecord[]>;

/**
 * @param mailers stores of as many mailers, which work at the same time
 * @param news the stream of the table, when somebody already reads it
 */
export async function openPost(
  world: World,
  mailers: readonly [Store, ...Store[]],
  plan: PostPlan,
  { news }: { news?: News } = {},
) {
  const { store, clock } = world;
  const readNews = news ?? (await readStream(store));
  const told: DynamoDBRecord[] = [];
  const untold: DynamoDBRecord[] = [];
  const queued: MailRequest[] = [];
  const everQueued = new Set<string>();
  const queues = {
    sqs: queueInMemory(plan.queue, (request) => {
      queued.push(request);
      everQueued.add(keyOf(request));
    }),
    urls: { urgent: 'memory', other: 'memory' },
  };
  const tallies = new Map<string, Tally>();
  const delivery = new AsyncLocalStorage<{ left: number }>();
  let whileOut: (() => Promise<void>) | undefined;
  const isOut = async () => {
    const happens = whileOut;
    whileOut = undefined;
    await happens?.();
  };
  watchSes(world.mailing.ses, plan.ses, isOut, (key) => {
    tallyOf(tallies, key).sent += 1;
    const current = delivery.getStore();
    if (current) current.left += 1;
  });

  /** Works as the event source mapping does: after a failure it continues with the first record that failed. */
  const feed = async (records: readonly DynamoDBRecord[], sizes: readonly number[]) => {
    let done = 0;
    for (let turn = 0; done < records.length; turn += 1) {
      const batch = records.slice(done, done + (sizes[turn % sizes.length] ?? 1));
      done += await relayed(batch);
    }
  };
  const relayed = async (batch: readonly DynamoDBRecord[]): Promise<number> => {
    try {
      const { batchItemFailures } = await relay(queues, { Records: [...batch] }, new Date(clock.now));
      const [failed] = batchItemFailures;
      return failed ? batch.findIndex((record) => sequenceOf(record) === failed.itemIdentifier) : batch.length;
    } catch {
      return 0;
    }
  };
  const deliverOne = async (request: MailRequest, mailer: Store): Promise<void> => {
    const context: Delivery = { store: mailer, keys, mailing: world.mailing, publicUrl, days: countDays() };
    const current = { left: 0 };
    try {
      await delivery.run(current, () => deliver(context, request, clock.now));
    } catch {
      tallyOf(tallies, keyOf(request)).failedAfterwards += current.left;
      queued.push(request);
    }
  };

  /** Reads what was written since the last time, without passing it on. @returns the number of records */
  const listen = async (): Promise<number> => {
    const records = await readNews();
    untold.push(...records);
    return records.length;
  };

  return {
    tallies,
    queued,
    listen,
    /** Passes on what was written since the last time, in batches of these sizes. */
    async relayNews(sizes: readonly number[]): Promise<void> {
      await listen();
      const records = untold.splice(0);
      told.push(...records);
      await feed(records, sizes);
      // A failure that the relay swallowed would go unnoticed here, since the sweep makes up for it in the end.
      for (const { dynamodb } of records) {
        const { id, due, screening } = dynamodb?.NewImage ?? {};
        // Held by the sweep.
        if (heldByScreening(due?.S, screening?.S)) continue;
        // A reminder and the end are planned, not due. Housekeeping queues updates.
        if (due?.S && !['reminder', 'expiry', 'update'].includes(due.S) && due.S !== dynamodb?.OldImage?.['due']?.S)
          expect(everQueued).toContain(`${id?.S} ${due.S}`);
      }
    },
    /** Redelivers a part of the stream's earlier records. */
    replay: (from: number, length: number, sizes: readonly number[]) => {
      const start = told.length === 0 ? 0 : from % told.length;
      return feed(told.slice(start, start + length), sizes);
    },
    /**
     * Gives every message on the queue to a mailer, or to all at once; failed ones return to the queue.
     *
     * @param meanwhile runs when the first mail is composed and SES has not accepted it yet
     */
    async deliver({ toAll = false, meanwhile }: { toAll?: boolean; meanwhile?: () => Promise<void> } = {}) {
      whileOut = meanwhile;
      const work = queued
        .splice(0)
        .flatMap((request, index) =>
          mailers
            .filter((_, number) => toAll || number === index % mailers.length)
            .map((mailer) => () => deliverOne(request, mailer)),
        );
      await inParallel(work, 8);
    },
    sweep: () =>
      asFunction('housekeeping', () =>
        sweep({ store, queues, keys: async () => keys }, { task: 'sweep', olderThanSeconds: 0 }, new Date(clock.now)),
      ),
  };
}

/** @returns a function that reads the records of the table's stream since its last call */
export async function readStream(store: Store): Promise<News> {
  const { requestHandler, endpoint } = store.client.config;
  const client = new DynamoDBStreamsClient({ ...localAws, ...(endpoint && { endpoint }), requestHandler });
  const { Table } = await store.client.sdk.send(new DescribeTableCommand({ TableName: store.table }));
  const streamArn = z.string().parse(Table?.LatestStreamArn);
  const shards = z.array(z.object({ ShardId: z.string() })).parse(await listShards(client, streamArn));
  const readers = await Promise.all(shards.map(({ ShardId }) => openShard(client, streamArn, ShardId, 'TRIM_HORIZON')));
  return async () =>
    (await Promise.all(readers.map(readToEnd))).flat().map((record) => toEventRecord(record, streamArn));
}

async function readToEnd(reader: ShardReader) {
  const all = [];
  for (let more = true; more; ) {
    const { records } = await reader.read();
    all.push(...records);
    // DynamoDB Local fills its pages.
    more = records.length >= recordsAPage;
  }
  return all;
}

/** A client whose queue is a list in memory; everything before that is the real client. */
function queueInMemory(plan: readonly Mishap[], put: (request: MailRequest) => void): SQSClient {
  const sqs = new SQSClient(localAws);
  const planned = plan.values();
  const input = z.object({ Entries: z.array(z.object({ Id: z.string(), MessageBody: z.string() })) });
  sqs.middlewareStack.add(
    () => async (args) => {
      const mishap = planned.next().value ?? 'fine';
      if (mishap === 'unreachable') throw noAnswer();
      const { Entries } = input.parse(args.input);
      const refused = new Set(mishap === 'partly' ? Entries.filter((_, index) => index % 2 === 0) : []);
      for (const entry of Entries) {
        if (!refused.has(entry)) put(mailRequest.parse(JSON.parse(entry.MessageBody)));
      }
      if (mishap === 'lost') throw noAnswer();
      const Failed = [...refused].map(({ Id }) => ({ Id, SenderFault: false, Code: 'InternalError' }));
      return { output: { Successful: [], Failed, $metadata: {} }, response: {} };
    },
    { step: 'initialize', name: 'queueInMemory' },
  );
  return sqs;
}

/** Reports which mail was sent, before the world's mailbox takes it. */
function watchSes(
  ses: SESClient,
  plan: readonly Mishap[],
  isOut: () => Promise<void>,
  left: (key: string) => void,
): void {
  const planned = plan.values();
  const tags = z.object({ Tags: z.array(z.object({ Name: z.string(), Value: z.string() })) });
  ses.middlewareStack.add(
    (next) => async (args) => {
      const mishap = planned.next().value ?? 'fine';
      if (mishap === 'unreachable') throw noAnswer();
      await isOut();
      const answer = await next(args);
      const named = new Map(tags.parse(args.input).Tags.map(({ Name, Value }) => [Name, Value]));
      left(`${named.get('signature')} ${mailKind.parse(named.get('mail'))}`);
      if (mishap === 'lost' || mishap === 'partly') throw noAnswer();
      return answer;
    },
    { step: 'initialize', name: 'watchSes', priority: 'high' },
  );
}

function tallyOf(tallies: Map<string, Tally>, key: string): Tally {
  const known = tallies.get(key) ?? { sent: 0, failedAfterwards: 0 };
  tallies.set(key, known);
  return known;
}

const keyOf = ({ signature, mail }: MailRequest) => `${signature} ${mail}`;
const sequenceOf = ({ dynamodb }: DynamoDBRecord) => dynamodb?.SequenceNumber ?? '';

async function inParallel(work: readonly (() => Promise<void>)[], width: number): Promise<void> {
  const waiting = work.values();
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (const one of waiting) await one();
    }),
  );
}
