/** A message that can never be processed is set aside, with an alarm, and delays no other. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ReceiveMessageCommand, SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { expect, inject, test, vi } from 'vitest';
import { functionEnvironment, localAws, secretId } from '../../../infra/local/environment.ts';
import { startInbox } from '../../../infra/local/inbox.ts';
import { createMailQueues, startQueue } from '../../../infra/local/queue.ts';
import { startQueueSource } from '../../../infra/local/queue-source.ts';
import { startSecrets } from '../../../infra/local/secrets.ts';
import { makeSignatureId } from '../../../shared/ids.ts';
import { UpdateCommand } from '../../../shared/platform/store/commands.ts';
import { signatureKey } from '../../../shared/platform/store/keys.ts';
import { mailsTo } from '../../fixtures/inbox.ts';
import { hushLogs } from '../../fixtures/logs.ts';
import { asFunction } from '../../fixtures/permissions.ts';
import { freshStore } from '../../fixtures/store.ts';
import { endorsement, makeWorld, openTestLetter } from '../../fixtures/world.ts';
import { readTruth } from '../property/truth.ts';

test('poison messages end in the dead-letter queue, and all other mails are sent', async () => {
  // The mailer logs each failed attempt, which is intended here.
  hushLogs();
  const store = await freshStore();
  const dataDir = mkdtempSync(join(tmpdir(), 'undersigned-poison-'));
  const [inbox, queue, secrets] = await Promise.all([startInbox(), startQueue(), startSecrets(dataDir, secretId)]);
  const client = new SQSClient({ ...localAws, endpoint: queue.endpoint, useQueueUrlAsEndpoint: false });
  const mailQueues = await createMailQueues(client, queue.endpoint);
  const queueUrl = mailQueues.urgent;
  const env = functionEnvironment(1, {
    dynamodb: inject('dynamodb'),
    sqs: queue.endpoint,
    ses: inbox.endpoint,
    secrets: secrets.endpoint,
    s3: queue.endpoint,
    lambda: queue.endpoint,
    mailQueues,
  });
  for (const [name, value] of Object.entries({ ...env, TABLE_NAME: store.table })) vi.stubEnv(name, value);

  await openTestLetter(store);
  const world = makeWorld(store);
  for (const number of [1, 2, 3]) await world.submit('clean-air', endorsement(number));
  const { records } = await readTruth(world);
  const due = records.map(({ id }) => ({ signature: id, mail: 'confirmation' }));
  const [orphan, ...healthy] = due;
  if (!orphan) throw new Error('nothing is due');
  // A signature whose letter does not exist: its mail can never be composed.
  await store.client.send(
    new UpdateCommand({
      TableName: store.table,
      Key: signatureKey(orphan.signature),
      UpdateExpression: 'SET letter = :gone',
      ExpressionAttributeValues: { ':gone': 'no-such-letter' },
    }),
  );
  const gone = { signature: makeSignatureId(), mail: 'confirmation' };
  const poison = ['not JSON', '{"mail":"confirmation"}', JSON.stringify(orphan)];
  const bodies = [...poison, JSON.stringify(gone), ...healthy.map((request) => JSON.stringify(request))];
  const Entries = bodies.map((MessageBody, index) => ({ Id: String(index), MessageBody }));
  await client.send(new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries }));

  // The module reads the environment when loaded; another test may have loaded it with other values.
  vi.resetModules();
  const { handler } = await import('../../../functions/mailer/handler.ts');
  const source = startQueueSource({
    name: 'mailer',
    client,
    queueUrl,
    queueArn: 'arn:aws:sqs:us-east-1:000000000000:undersigned-mail',
    batchSize: 10,
    handler: (event) => asFunction('mailer', () => handler(event)),
    retryAfterSeconds: 0,
  });
  const aside: string[] = [];
  await vi.waitFor(async () => {
    const { Messages = [] } = await client.send(
      new ReceiveMessageCommand({ QueueUrl: `${queueUrl}-dead`, MaxNumberOfMessages: 10 }),
    );
    aside.push(...Messages.map(({ Body = '' }) => Body));
    expect(aside.toSorted()).toEqual(poison.toSorted());
  }, 20_000);
  const sent = await Promise.all([1, 2, 3].map((n) => mailsTo(inbox.endpoint, `person${n}@org-${n}.example`)));
  expect(sent.flat()).toHaveLength(2);

  await source.stop();
  await Promise.all([inbox.stop(), queue.stop(), secrets.stop()]);
  rmSync(dataDir, { recursive: true });
});
