/** Composes the mails that are due on the mail queues and sends them with SES. */
import { setTimeout as sleep } from 'node:timers/promises';
import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { SQSEvent, SQSRecord } from 'aws-lambda';
import { countDays } from '../../shared/count/daily-submissions.ts';
import { type MailKind, type MailLane, mailFacts, mailRequest } from '../../shared/mail/kind.ts';
import type { MailQueues } from '../../shared/mail/queue.ts';
import { receivesBeforeSweep } from '../../shared/mail/receives.ts';
import { mailerEnv, readEnvironment } from '../../shared/platform/config/env.ts';
import { logWarning } from '../../shared/platform/config/log.ts';
import { RekeyInProgress, secretKeys } from '../../shared/platform/config/secret.ts';
import { isUnavailable } from '../../shared/platform/http/unavailable.ts';
import { openStore } from '../../shared/platform/store/store.ts';
import { deliver } from './deliver.ts';
import { limitRate, sendQuota, yieldToOthers } from './rate-limit.ts';
import { NotSent } from './send-with-lease.ts';
import { openSes } from './ses-client.ts';
import { nameOf } from './ses-error.ts';

const env = readEnvironment(mailerEnv);
const keys = secretKeys(env.SECRET_ID);
const store = openStore(env.TABLE_NAME);
const ses = openSes(env.SES_REGION);
const clock = { now: Date.now, sleep };
let queues: MailQueues | undefined;
const waiting = async (lane: MailLane) => {
  const { hasMails, openMailQueues } = await import('./waiting-mails.ts');
  queues ??= openMailQueues(env);
  return hasMails(queues, lane);
};
const pace =
  env.MAILERS === 0
    ? async () => {}
    : limitRate({
        perSecond: async () => (await sendQuota(ses)).perSecond,
        mailers: env.MAILERS,
        hasMails: waiting,
        clock,
      });
/** Only mails that hand a letter over need files. */
const readFile = async (key: string) => {
  const { openBucket, readObject } = await import('../../shared/platform/bucket/bucket.ts');
  return readObject(openBucket(env.BUCKET_NAME), key);
};
const mailing = {
  ses,
  from: env.MAIL_FROM,
  configurationSet: env.CONFIGURATION_SET,
  handoverSet: env.HANDOVER_CONFIGURATION_SET,
  readFile,
  turn: (mail: MailKind, attempt: number) => pace(mailFacts(mail).lane, attempt),
  mustYield: yieldToOthers({ hasMails: waiting, quotaUsed: async () => (await sendQuota(ses)).used, clock }),
};
const days = countDays();
const processor = new BatchProcessor(EventType.SQS);

const sendOne = async ({ body, messageId, attributes }: SQSRecord): Promise<void> => {
  try {
    const request = mailRequest.parse(JSON.parse(body));
    const hashes = await keys();
    await deliver({ store, mailing, keys: hashes, publicUrl: env.PUBLIC_URL, days }, request, Date.now());
  } catch (error) {
    // It stays due, and the sweep queues it again.
    if (error instanceof RekeyInProgress) return;
    const isLeft = Number(attributes.ApproximateReceiveCount) >= receivesBeforeSweep;
    if (error instanceof NotSent && (error.refusal === 'ours' || isLeft)) return;
    // Also when a table or secret store is busy for a long time.
    if (isLeft && error instanceof Error && isUnavailable(error)) return;
    // The message of an error may quote a mailbox (SES does), so only its name is logged.
    logWarning('mail not sent; the queue will retry it', { messageId, error: nameOf(error) });
    throw error;
  }
};

/** Reports which messages of a batch failed. SQS retries those, and finally sets them aside with an alarm. */
export const handler = async (event: SQSEvent) => {
  const answer = await processPartialResponse(event, sendOne, processor, {
    throwOnFullBatchFailure: false,
    processInParallel: true,
  });
  try {
    await days.write(store);
  } catch (error) {
    // The mails are sent, and must not be sent again because a count failed.
    logWarning('mails are missing from the figures of a day', { error: nameOf(error) });
  }
  return answer;
};
