/** The two mail queues. Messages hold ids of due work, never personal data. */
import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { logError } from '../platform/config/log.ts';
import { isUnavailable } from '../platform/http/unavailable.ts';
import { type MailLane, type MailRequest, mailFacts } from './kind.ts';

export interface MailQueues {
  readonly sqs: SQSClient;
  readonly urls: Readonly<Record<MailLane, string>>;
}

/** @returns the queue URLs from a function's environment */
export function mailQueueUrls(env: {
  readonly MAIL_QUEUE_URL: string;
  readonly OTHER_MAIL_QUEUE_URL: string;
}): MailQueues['urls'] {
  return { urgent: env.MAIL_QUEUE_URL, other: env.OTHER_MAIL_QUEUE_URL };
}

/** SQS takes at most 10 messages per call. */
const batchSize = 10;

/**
 * Puts each request on the queue of its kind, in order, ten per call. Stops on each queue at the first call that fails.
 *
 * @returns the indexes of the requests that are on no queue, ascending; empty when all are queued. A busy or
 *   unavailable queue has taken none of that call
 * @throws the error of SQS when it refuses the call for good
 */
export async function enqueueMails({ sqs, urls }: MailQueues, requests: readonly MailRequest[]): Promise<number[]> {
  const placed = requests.map((request, position) => ({ request, position }));
  const failed = await Promise.all(
    lanes.map((lane) => {
      const own = placed.filter(({ request }) => mailFacts(request.mail).lane === lane);
      return enqueue(sqs, urls[lane], own);
    }),
  );
  return failed.flat().sort((a, b) => a - b);
}

const lanes: readonly MailLane[] = ['urgent', 'other'];

interface Placed {
  readonly request: MailRequest;
  readonly position: number;
}

async function enqueue(sqs: SQSClient, queueUrl: string, requests: readonly Placed[]): Promise<number[]> {
  for (let start = 0; start < requests.length; start += batchSize) {
    const batch = requests.slice(start, start + batchSize);
    const failed = await sendBatch(sqs, queueUrl, batch);
    if (failed.length > 0) {
      return [...failed, ...requests.slice(start + batchSize)].map(({ position }) => position);
    }
  }
  return [];
}

/** @returns the requests that the queue did not take */
async function sendBatch(sqs: SQSClient, queueUrl: string, batch: readonly Placed[]): Promise<readonly Placed[]> {
  try {
    const { Failed = [] } = await sqs.send(
      new SendMessageBatchCommand({
        QueueUrl: queueUrl,
        Entries: batch.map(({ request }, index) => ({ Id: String(index), MessageBody: JSON.stringify(request) })),
      }),
    );
    const refused = new Set(Failed.map(({ Id }) => Number(Id)));
    return batch.filter((_, index) => refused.has(index));
  } catch (error) {
    if (!(error instanceof Error && isUnavailable(error))) throw error;
    logError('the mail queue did not answer; its mails will be queued again', { error: error.name });
    return batch;
  }
}
