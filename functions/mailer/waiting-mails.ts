/** Asks the mail queues whether they hold mails. Loaded on demand, because a single mail need not know. */
import { GetQueueAttributesCommand } from '@aws-sdk/client-sqs';
import type { MailLane } from '../../shared/mail/kind.ts';
import { type MailQueues, mailQueueUrls } from '../../shared/mail/queue.ts';
import { openSqs } from '../../shared/platform/aws/sqs-client.ts';

/** @returns the queues in a function's environment */
export const openMailQueues = (env: Parameters<typeof mailQueueUrls>[0]): MailQueues => ({
  sqs: openSqs(),
  urls: mailQueueUrls(env),
});

/** @returns whether a queue has mails waiting or in progress. SQS counts approximately, and with a delay */
export async function hasMails({ sqs, urls }: MailQueues, lane: MailLane): Promise<boolean> {
  const { Attributes = {} } = await sqs.send(
    new GetQueueAttributesCommand({
      QueueUrl: urls[lane],
      AttributeNames: ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'],
    }),
  );
  const { ApproximateNumberOfMessages: waiting, ApproximateNumberOfMessagesNotVisible: inWork } = Attributes;
  return Number(waiting ?? 0) + Number(inWork ?? 0) > 0;
}
