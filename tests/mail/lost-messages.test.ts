/** No accepted mail is lost with its message: the stream brings it again, or the sweep does (rule 1). */
import { SQSClient } from '@aws-sdk/client-sqs';
import { beforeEach, expect, it } from 'vitest';
import * as z from 'zod';
import { localAws } from '../../infra/local/environment.ts';
import { makeSignatureId, type SignatureId } from '../../shared/ids.ts';
import { type MailRequest, mailRequest } from '../../shared/mail/kind.ts';
import { sweepDelay } from '../../shared/mail/sweep-time.ts';
import { relay, runTask } from '../fixtures/functions.ts';
import { housekeepingContextOf } from '../fixtures/housekeeping-context.ts';
import { recordsOf } from '../fixtures/records.ts';
import { freshStore } from '../fixtures/store.ts';
import { endorsement, makeWorld, openTestLetter } from '../fixtures/world.ts';

let queued: MailRequest[];
/** Signatures whose messages the queue refuses. */
let refused: SignatureId[];
beforeEach(() => {
  [queued, refused] = [[], []];
});

const input = z.object({ Entries: z.array(z.object({ Id: z.string(), MessageBody: z.string() })) });

function queues() {
  const sqs = new SQSClient(localAws);
  const take = async ({ input: sent }: { input: unknown }) => {
    const failed = input.parse(sent).Entries.flatMap(({ Id, MessageBody }) => {
      const request = mailRequest.parse(JSON.parse(MessageBody));
      if (refused.includes(request.signature)) return [{ Id, SenderFault: false, Code: 'InternalError' }];
      queued.push(request);
      return [];
    });
    return { output: { Successful: [], Failed: failed, $metadata: {} }, response: {} };
  };
  sqs.middlewareStack.add(() => take, { step: 'initialize', name: 'take' });
  return { sqs, urls: { urgent: 'http://127.0.0.1:1/urgent', other: 'http://127.0.0.1:1/other' } };
}

it('a record of the stream whose mail the queue refuses is delivered again, with all after it', async () => {
  const now = new Date();
  const ids = Array.from({ length: 4 }, makeSignatureId);
  const records = ids.map((id, number) => ({
    dynamodb: {
      SequenceNumber: String(number),
      NewImage: { id: { S: id }, due: { S: 'confirmation' }, dueAt: { S: now.toISOString() } },
    },
  }));
  refused = ids.slice(2, 3);
  expect(await relay(queues(), { Records: records }, now)).toEqual({ batchItemFailures: [{ itemIdentifier: '2' }] });
  refused = [];
  expect(await relay(queues(), { Records: records.slice(2) }, now)).toEqual({ batchItemFailures: [] });
  expect(new Set(queued.map(({ signature }) => signature))).toEqual(new Set(ids));
});

it('the sweep queues a mail whose message was lost, and again while it stays unsent', async () => {
  const world = makeWorld(await freshStore());
  await openTestLetter(world.store);
  await world.submit('clean-air', endorsement(1));
  const [record] = await recordsOf(world.store);
  const sweep = () =>
    runTask(
      { ...housekeepingContextOf(world), queues: queues() },
      { task: 'sweep', olderThanSeconds: sweepDelay / 1000 },
    );
  await sweep();
  expect(queued).toEqual([]);
  for (const wait of [sweepDelay, 2 * sweepDelay]) {
    world.clock.now += wait;
    await sweep();
    expect(queued.splice(0)).toEqual([{ signature: record?.id, mail: 'confirmation' }]);
  }
});
