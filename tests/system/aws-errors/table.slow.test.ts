/** Plays the table of errors. Transient errors lose no mail or signature, cause no 500, and set nothing aside. */
import { createHash } from 'node:crypto';
import type { DynamoDBRecord } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { functionEnvironment, localAws } from '../../../infra/local/environment.ts';
import { countDays } from '../../../shared/count/daily-submissions.ts';
import { makeSignatureId } from '../../../shared/ids.ts';
import { mailRequest } from '../../../shared/mail/kind.ts';
import { receivesBeforeSweep } from '../../../shared/mail/receives.ts';
import { openSqs } from '../../../shared/platform/aws/sqs-client.ts';
import { freshFor, secretKeys } from '../../../shared/platform/config/secret.ts';
import { isUnavailable } from '../../../shared/platform/http/unavailable.ts';
import { createApp, deliver, relay, runTask } from '../../fixtures/functions.ts';
import { housekeepingContextOf } from '../../fixtures/housekeeping-context.ts';
import { asFunction } from '../../fixtures/permissions.ts';
import { recordsOf } from '../../fixtures/records.ts';
import { freshStore } from '../../fixtures/store.ts';
import {
  endorsement,
  keys,
  makeWorld,
  masterKey,
  openTestLetter,
  publicUrl,
  tokenIn,
  type World,
} from '../../fixtures/world.ts';
import { failAt, startAws } from './failing.ts';
import { dynamodb, type QueueRow, type SecretRow, secrets, sqs } from './table.ts';

const titled = <Row extends { error: string; times: unknown; outcome: string }>(
  rows: readonly Row[],
  more: (row: Row) => string,
) =>
  rows.map(
    (row) =>
      [
        `${row.error}${more(row)}, ${row.times === 'always' ? 'without end' : `${row.times} in a row`}: ${row.outcome}`,
        row,
      ] as const,
  );

const counted = z.object({ organisations: z.number(), total: z.number() });

/** @returns everything that people see of a signature, from its form to its place in the list */
async function life(world: World) {
  const submitted = await world.submit('clean-air', endorsement(1), { 'idempotency-key': 'once-for-all-0123' });
  await world.sendMails();
  const confirmed = await world.confirm(tokenIn(world.mails[0] ?? expect.fail('no mail')));
  await world.sendMails();
  const [count, list] = await Promise.all(
    ['count', 'signatures?sort=name'].map((path) => world.app.request(`/v1/letters/clean-air/${path}`)),
  );
  return {
    answers: [submitted, confirmed, count, list].map((answer) => answer?.status),
    count: counted.parse(await count?.json()),
    mails: world.mails.map(({ about }) => about['mail']),
  };
}

async function openWorld(): Promise<World> {
  const world = makeWorld(await freshStore());
  await openTestLetter(world.store);
  return world;
}

describe('DynamoDB', () => {
  const rows = titled(dynamodb, ({ reason, how }) => ` ${reason ?? ''}${how ? ` (${how})` : ''}`);

  test.each(rows.filter(([, { outcome }]) => outcome === 'unseen'))('%s', async (_, row) => {
    const calm = await life(await openWorld());
    expect(calm).toMatchObject({ answers: [202, 200, 200, 200], mails: ['confirmation', 'receipt'] });
    const world = await openWorld();
    const { met } = failAt(world.store, row);
    expect(await life(world)).toEqual(calm);
    expect([...met].toSorted()).toEqual([...row.operations].toSorted());
  });

  test.each(rows.filter(([, { outcome }]) => outcome === '503'))('%s', async (_, row) => {
    const world = await openWorld();
    await world.submit('clean-air', endorsement(1));
    await world.sendMails();
    const token = tokenIn(world.mails[0] ?? expect.fail('no mail'));
    // By then no instance knows the letter any more.
    world.clock.now += 3_000;
    const { heal } = failAt(world.store, row);
    const ask = async () => {
      const asked = [
        await world.submit('clean-air', endorsement(2)),
        await world.confirm(token),
        await world.app.request('/v1/letters/clean-air/count'),
      ];
      return asked.map(({ status }) => status);
    };
    const answers = await ask();
    expect(answers).toContain(503);
    expect(answers.filter((status) => status !== 503 && status >= 300)).toEqual([]);
    heal();
    expect(await ask()).toEqual([202, 200, 200]);
    await world.sendMails();
    expect(new Set(world.mails.map(({ to, about }) => `${about['mail']} ${to.split('@')[0]}`))).toEqual(
      new Set(['confirmation person1', 'receipt person1', 'confirmation person2']),
    );
  });

  test.each(rows.filter(([, { outcome }]) => outcome === '503'))('its mail is sent later: %s', async (_, row) => {
    const world = await openWorld();
    await world.submit('clean-air', endorsement(1));
    const [record = expect.fail('no signature')] = await recordsOf(world.store);
    const { heal } = failAt(world.store, row);
    const delivery = { store: world.store, keys, mailing: world.mailing, publicUrl, days: countDays() };
    const tried = deliver(delivery, { signature: record.id, mail: 'confirmation' }, world.clock.now);
    // A row that does not concern this mail leaves it unchanged.
    const error = await tried.then(
      () => undefined,
      (error: unknown) => error,
    );
    if (error instanceof Error) expect(isUnavailable(error)).toBe(true);
    heal();
    world.clock.now += 3600_000;
    await world.sendMails();
    expect(world.mails.map(({ about }) => about['mail'])).toEqual(['confirmation']);
    expect((await recordsOf(world.store))[0]).toMatchObject({ due: 'reminder' });
  });
});

describe('SQS', () => {
  const md5 = (text: string) => createHash('md5').update(text).digest('hex');
  const entries = z.object({ Entries: z.array(z.object({ Id: z.string(), MessageBody: z.string() })) });
  const mails = Array.from({ length: 25 }, makeSignatureId);
  const Records = mails.map((id, index): DynamoDBRecord => {
    const NewImage = { id: { S: id }, due: { S: 'confirmation' }, dueAt: { S: '2026-03-02T00:00:00.000Z' } };
    return { dynamodb: { SequenceNumber: String(index), NewImage } };
  });

  /** A queue that fails as the row says until it is healed. When a batch fails partly, the odd entries fail. */
  async function failingQueue({ error, status, times }: QueueRow) {
    const queued: string[] = [];
    let left = times === 'always' ? Number.POSITIVE_INFINITY : times;
    const aws = await startAws((_, body) => {
      const { Entries } = entries.parse(body);
      const isFailing = left > 0;
      left -= 1;
      if (isFailing && status !== 200) return { status, error: `com.amazonaws.sqs#${error}` };
      const [taken, refused] = [Entries, []].map((all, part) =>
        isFailing ? Entries.filter((_, index) => index % 2 === part) : all,
      );
      queued.push(...(taken ?? []).map(({ MessageBody }) => mailRequest.parse(JSON.parse(MessageBody)).signature));
      const Failed = refused?.map(({ Id }) => ({ Id, Code: 'InternalError', SenderFault: false }));
      return {
        status: 200,
        body: { Successful: taken?.map(({ Id, MessageBody }) => ({ Id, MD5OfMessageBody: md5(MessageBody) })), Failed },
      };
    });
    const sqs = openSqs({ ...localAws, endpoint: aws.endpoint, useQueueUrlAsEndpoint: false });
    const heal = () => {
      left = 0;
    };
    return {
      aws,
      heal,
      queued,
      queues: { sqs, urls: { urgent: `${aws.endpoint}/mail`, other: `${aws.endpoint}/other-mail` } },
    };
  }

  test.each(titled(sqs, () => ''))('the stream retries on %s', async (_, row) => {
    const { aws, heal, queued, queues } = await failingQueue(row);
    const first = await relay(queues, { Records }, new Date());
    expect(first.batchItemFailures).toHaveLength(row.outcome === 'unseen' ? 0 : 1);
    heal();
    // The stream retries from the first record that failed.
    const from = first.batchItemFailures[0]?.itemIdentifier;
    if (from) await relay(queues, { Records: Records.slice(Number(from)) }, new Date());
    expect(new Set(queued)).toEqual(new Set(mails));
    await aws.stop();
  });

  test.each(titled(sqs, () => ''))('the sweep retries on %s', async (_, row) => {
    const world = await openWorld();
    for (const number of [1, 2, 3]) await world.submit('clean-air', endorsement(number));
    const { aws, heal, queued, queues } = await failingQueue(row);
    const sweep = async () => {
      world.clock.now += 3600_000;
      await runTask({ ...housekeepingContextOf(world), queues }, { task: 'sweep', olderThanSeconds: 600 });
    };
    await sweep();
    if (row.outcome === 'unseen') expect(queued).toHaveLength(3);
    heal();
    await sweep();
    expect(new Set(queued)).toEqual(new Set((await recordsOf(world.store)).map(({ id }) => id)));
    await aws.stop();
  });
});

describe('Secrets Manager', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'] });
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllEnvs();
  });

  /** Makes the secret store fail as the row says, until it is healed. */
  async function failingSecrets({ error, status, times }: Omit<SecretRow, 'when' | 'outcome'>, isCalm: boolean) {
    let left = isCalm ? 0 : times === 'always' ? Number.POSITIVE_INFINITY : times;
    const aws = await startAws(() => {
      left -= 1;
      return left >= 0 ? { status, error } : { status: 200, body: { SecretString: JSON.stringify({ masterKey }) } };
    });
    vi.stubEnv('AWS_ENDPOINT_URL_SECRETS_MANAGER', aws.endpoint);
    vi.stubEnv('AWS_REGION', localAws.region);
    vi.stubEnv('AWS_ACCESS_KEY_ID', localAws.credentials.accessKeyId);
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', localAws.credentials.secretAccessKey);
    const set = (tries: number) => {
      left = tries;
    };
    return { aws, set };
  }

  test.each(titled(secrets, ({ when }) => ` (${when})`))('%s', async (_, row) => {
    const { aws, set } = await failingSecrets(row, row.when === 'refresh');
    const world = await openWorld();
    const app = createApp({ ...world.api, keys: secretKeys('master') });
    const submit = async (number: number) => {
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify(endorsement(number));
      return (await app.request('/v1/letters/clean-air/signatures', { method: 'POST', headers, body })).status;
    };
    if (row.when === 'refresh') {
      expect(await submit(1)).toBe(202);
      vi.setSystemTime(Date.now() + freshFor + 1000);
      set(Number.POSITIVE_INFINITY);
    }
    expect(await submit(2)).toBe(row.outcome === '503' ? 503 : 202);
    set(0);
    expect(await submit(3)).toBe(202);
    await aws.stop();
  });
});

test.each(['Secrets Manager', 'DynamoDB'])(
  'a message that %s throttles does not go to the dead-letter queue',
  async (busy) => {
    vi.resetModules();
    const aws = await startAws((operation) => {
      const isSecret = operation.startsWith('secretsmanager.');
      if (isSecret && busy === 'DynamoDB')
        return { status: 200, body: { SecretString: JSON.stringify({ masterKey }) } };
      return { status: 400, error: 'ThrottlingException' };
    });
    const { endpoint } = aws;
    const env = functionEnvironment(1, {
      dynamodb: endpoint,
      sqs: endpoint,
      ses: endpoint,
      secrets: endpoint,
      s3: endpoint,
      lambda: endpoint,
      mailQueues: { urgent: `${endpoint}/mail`, other: `${endpoint}/other-mail` },
    });
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
    // The module reads the environment when loaded; another test may have loaded it with other values.
    vi.resetModules();
    const { handler } = await import('../../../functions/mailer/handler.ts');
    const failures = async (body: string, received: number) => {
      const attributes = {
        ApproximateReceiveCount: String(received),
        SentTimestamp: '0',
        SenderId: 'relay',
        ApproximateFirstReceiveTimestamp: '0',
      };
      const more = { receiptHandle: '', messageAttributes: {}, md5OfBody: '', eventSource: 'aws:sqs' };
      const place = { eventSourceARN: 'arn:aws:sqs:us-east-1:000000000000:mail', awsRegion: 'us-east-1' };
      const Records = [{ messageId: '1', body, attributes, ...more, ...place }];
      return (await asFunction('mailer', () => handler({ Records }))).batchItemFailures.length;
    };
    const due = JSON.stringify({ signature: makeSignatureId(), mail: 'confirmation' });
    expect(await failures(due, 1)).toBe(1);
    expect(await failures(due, receivesBeforeSweep)).toBe(0);
    // A message that can never be read is still set aside.
    expect(await failures('not JSON', receivesBeforeSweep)).toBe(1);
    vi.unstubAllEnvs();
    await aws.stop();
  },
);
