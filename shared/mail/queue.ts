/** The mail queue: ids of what is due, never personal data. */
import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { logError } from '../config/log.ts';
import { isUnavailable } from '../http/unavailable.ts';
import type { MailRequest } from './kind.ts';

export interface MailQueue {
  readonly sqs: SQSClient;
  readonly queueUrl: string;
}

/** SQS takes at most 10 messages a call. */
const batchSize = 10;

/**
 * Puts requests on the queue, in order, ten a call; stops at the first call that fails.
 *
 * @returns the positions of the requests that are not on the queue, ascending; empty when all are. A queue that is busy
 *   or unavailable has taken none of that call
 * @throws what SQS throws when it refuses the call for good
 */
export async function enqueueMails({ sqs, queueUrl }: MailQueue, requests: readonly MailRequest[]): Promise<number[]> {
  for (let start = 0; start < requests.length; start += batchSize) {
    const batch = requests.slice(start, start + batchSize);
    const failed = await sendBatch({ sqs, queueUrl }, batch);
    if (failed.length > 0) {
      const rest = requests.slice(start + batch.length).map((_, index) => start + batch.length + index);
      return [...failed.map((index) => start + index), ...rest];
    }
  }
  return [];
}

async function sendBatch({ sqs, queueUrl }: MailQueue, batch: readonly MailRequest[]): Promise<number[]> {
  try {
    const { Failed } = await sqs.send(
      new SendMessageBatchCommand({
        QueueUrl: queueUrl,
        Entries: batch.map((request, index) => ({ Id: String(index), MessageBody: JSON.stringify(request) })),
      }),
    );
    return (Failed ?? []).map(({ Id }) => Number(Id)).sort((a, b) => a - b);
  } catch (error) {
    if (!(error instanceof Error && isUnavailable(error))) throw error;
    logError('the mail queue did not answer, its mails are brought again', { error: error.name });
    return batch.map((_, index) => index);
  }
}
