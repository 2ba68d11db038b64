/** A new AWS account: ten concurrent executions for everything, and SES in its sandbox. */
import { DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { SESClient } from '@aws-sdk/client-ses';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { DynamoDBRecord } from 'aws-lambda';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { housekeepingTask } from '../../../functions/housekeeping/task.ts';
import { localAws } from '../../../infra/local/environment.ts';
import { listShards, openShard } from '../../../infra/local/shards.ts';
import { toEventRecord } from '../../../infra/local/stream-record.ts';
import { countDays } from '../../../shared/count/daily-submissions.ts';
import { mailRequest } from '../../../shared/mail/kind.ts';
import type { Store } from '../../../shared/platform/store/store.ts';
import { deliver, relay, runTask } from '../../fixtures/functions.ts';
import { freshStore, streamedStores } from '../../fixtures/store.ts';
import { endorsement, keys, makeWorld, openTestLetter, publicUrl, secretariatEmail } from '../../fixtures/world.ts';
import { releasedTemplate } from '../../infra/released.ts';
import { boundBySandbox } from '../../infra/ses-sandbox.ts';
import { statementsOf, template } from '../../infra/template.ts';
import { type Load, makeAccount, type Starts, startsIn } from '../faults/account.ts';

const minute = 60_000;
const submissions = 500;

/** A letter in the news: for half an hour, readers alone would need five times the account's executions. */
const crowd: Load = {
  submissions,
  withinMs: minute,
  readers: { aSecond: 100, forMs: 30 * minute },
  executions: 10,
  untilMs: 45 * minute,
};

const now = startsIn(template.toJSON());
const aStore = await streamedStores();

/** Applies the load to a deployment in a new account. The functions are the real ones, over a real table. */
async function inNewAccount(starts: Starts, load: Load) {
  const store = await aStore();
  await openTestLetter(store);
  const clock = { now: Date.now() };
  const started = clock.now;
  const world = makeWorld(store, clock);
  const account = makeAccount<DynamoDBRecord>(starts);
  const stream = await openStream(store);
  const account1 = 'https://sqs.eu-central-1.amazonaws.com/1';
  const urls = { urgent: `${account1}/mail`, other: `${account1}/other-mail` };
  const queues = { sqs: queueing((url, body) => account.enqueue(body, url === urls.other)), urls };
  const days = countDays();
  const at = (): number => {
    clock.now = started + account.now();
    return clock.now;
  };
  let isWritten = false;
  const outcome = await account.run(
    {
      async submit(number) {
        at();
        isWritten = true;
        return (await world.submit('clean-air', endorsement(number))).status === 202;
      },
      async stream() {
        if (!isWritten) return [];
        isWritten = false;
        return stream();
      },
      async relay(Records) {
        expect(await relay(queues, { Records: [...Records] }, new Date(at()))).toEqual({ batchItemFailures: [] });
      },
      async mail(bodies) {
        const { mailing } = world;
        const delivery = { store, keys, mailing, publicUrl, days };
        isWritten = true;
        const tries = await Promise.allSettled(
          bodies.map((body) => deliver(delivery, mailRequest.parse(JSON.parse(body)), at())),
        );
        return tries.flatMap(({ status }, place) => (status === 'rejected' ? [place] : []));
      },
      async runHousekeeping(input) {
        const context = { store, queues, keys: async () => keys, now: new Date(at()), hasTime: () => true };
        isWritten = true;
        await runTask(
          { ...context, pause: async () => {}, startDocument: async () => {} },
          housekeepingTask.parse(input),
        );
      },
    },
    load,
  );
  return { world, outcome, waiting: account.waiting() };
}

/** @returns a reader of the stream records that pass the event source's filter: those of items with something due */
async function openStream({ client, table }: Store): Promise<() => Promise<DynamoDBRecord[]>> {
  const { endpoint, requestHandler } = client.config;
  const place = { ...localAws, ...(endpoint ? { endpoint } : {}), requestHandler };
  const { Table } = await new DynamoDBClient(place).send(new DescribeTableCommand({ TableName: table }));
  const arn = z.string().parse(Table?.LatestStreamArn);
  const streams = new DynamoDBStreamsClient(place);
  const ids = (await listShards(streams, arn)).map(({ ShardId }) => z.string().parse(ShardId));
  const readers = await Promise.all(ids.map((id) => openShard(streams, arn, id, 'TRIM_HORIZON')));
  return async () => {
    const found: DynamoDBRecord[] = [];
    for (const reader of readers) {
      for (let page = await reader.read(); page.records.length > 0; page = await reader.read()) {
        found.push(...page.records.map((record) => toEventRecord(record, arn)));
      }
    }
    return found.filter(({ dynamodb }) => Object.hasOwn(dynamodb?.NewImage ?? {}, 'due'));
  };
}

const batchRequest = z.object({
  QueueUrl: z.string(),
  Entries: z.array(z.object({ Id: z.string(), MessageBody: z.string() })),
});

/** A client whose messages go to the queues of the model. */
function queueing(enqueue: (queueUrl: string, body: string) => void): SQSClient {
  const sqs = new SQSClient(localAws);
  sqs.middlewareStack.add(
    () => async (args) => {
      const { QueueUrl, Entries } = batchRequest.parse(args.input);
      for (const { MessageBody } of Entries) enqueue(QueueUrl, MessageBody);
      const Successful = Entries.map(({ Id }) => ({ Id }));
      return { output: { Successful, Failed: [], $metadata: {} }, response: {} };
    },
    { step: 'initialize', name: 'queueMessages' },
  );
  return sqs;
}

describe('ten executions for everything', { timeout: 240_000 }, () => {
  test('500 sign within a minute while a crowd reads: no mail is set aside, and each is sent once', async () => {
    const { world, outcome, waiting } = await inNewAccount(now, crowd);
    expect(outcome).toMatchObject({ accepted: submissions, maxAtOnce: 10, deadLetters: [] });
    expect(waiting).toBe(0);
    const to = world.mails.filter(({ about }) => about['mail'] === 'confirmation').map((mail) => mail.to);
    expect(to).toHaveLength(submissions);
    expect(new Set(to).size).toBe(submissions);
    // Ensures that the account was busy enough for the test to prove something.
    expect(outcome.throttledCalls).toBeGreaterThan(submissions);
    expect(outcome.throttledBatches).toBeGreaterThan(10);
    expect(outcome.runs).toBeGreaterThan(30);
  });

  const few: Load = { ...crowd, submissions: 60 };

  test('mail is set aside with the template of the last release, which gave up after five receives', async () => {
    const released = startsIn(releasedTemplate('released'));
    expect(released.maxReceiveCount).toBe(5);
    const { outcome } = await inNewAccount(released, few);
    expect(outcome.accepted).toBe(few.submissions);
    expect(outcome.deadLetters).not.toEqual([]);
  });

  test('a scheduled run that finds no free execution for a minute is dropped, and mail is still sent', async () => {
    const none = { ...few, submissions: 5, readers: { aSecond: 2000, forMs: 3 * minute }, untilMs: 20 * minute };
    const { world, outcome } = await inNewAccount(now, none);
    expect(outcome.droppedRuns).toBeGreaterThan(0);
    expect(outcome.deadLetters).toEqual([]);
    expect(world.mails).toHaveLength(5);
  });
});

describe('in the SES sandbox', () => {
  const [rita, others] = [endorsement(1), endorsement(2)];
  const verified = [secretariatEmail, rita.signatory.email];

  /** Two people sign, and a member of the secretariat requests a sign-in link. @returns the addresses that got mail */
  async function firstHour(allowed: readonly string[]) {
    const clock = { now: Date.now() };
    const world = makeWorld(await freshStore(), clock);
    await openTestLetter(world.store);
    const sent: string[] = [];
    world.mailing.ses = boundBySandbox(new SESClient(localAws), statementsOf(template, 'MailMailer'), sent, allowed);
    world.mailing.configurationSet = '<SendingEventsB7DE9CFD>';
    await world.submit('clean-air', others);
    await world.submit('clean-air', rita);
    const body = new URLSearchParams({ email: secretariatEmail });
    await world.secretariat.app.request('/console/sign-in', { method: 'POST', body });
    await world.sendMails();
    return { world, clock, sent };
  }

  test("the first sign-in link and the first signature's mail arrive when both addresses are verified", async () => {
    expect((await firstHour(verified)).sent.toSorted()).toEqual(verified.toSorted());
  });

  test('an unverified address gets nothing, is not retried, and blocks nobody else', async () => {
    const { world, clock, sent } = await firstHour(verified);
    const others = endorsement(3, { signatory: { ...rita.signatory, name: 'Rita Quellmann' } });
    clock.now += 3_600_000;
    await world.submit('clean-air', others);
    await world.sendMails();
    expect(sent.filter((to) => to === rita.signatory.email)).toHaveLength(2);
    expect(sent.every((to) => verified.includes(to))).toBe(true);
  });

  test('each gets their mail when all are verified', async () => {
    const all = [...verified, others.signatory.email];
    expect((await firstHour(all)).sent.toSorted()).toEqual(all.toSorted());
  });
});
