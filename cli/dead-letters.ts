/** The mail queues, and the dead-letter queue for mails that could not be sent. */
import {
  DeleteMessageBatchCommand,
  GetQueueAttributesCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { type MailLane, mailFacts, mailRequest } from '../shared/mail/kind.ts';

const redrive = z.object({ deadLetterTargetArn: z.string() });

/** @returns the URL of a mail queue's dead-letter queue: the mail queue's own URL with another name at its end */
export async function deadLettersOf(sqs: SQSClient, mailQueueUrl: string): Promise<string> {
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl: mailQueueUrl, AttributeNames: ['RedrivePolicy'] }),
  );
  const { deadLetterTargetArn } = redrive.parse(JSON.parse(Attributes?.['RedrivePolicy'] ?? ''));
  return mailQueueUrl.replace(/[^/]+$/, deadLetterTargetArn.slice(deadLetterTargetArn.lastIndexOf(':') + 1));
}

/** @returns the queue for a message; one that cannot be read fails again on either */
export function laneOfMessage(body: string): MailLane {
  try {
    return mailFacts(mailRequest.parse(JSON.parse(body)).mail).lane;
  } catch {
    return 'urgent';
  }
}

/** Seconds in which a received message has to be moved. After that it is visible in its queue again. */
const inHandFor = 60;

/**
 * Moves messages from one queue to others. Each is sent before it is deleted, so it may briefly be in both queues but
 * is never in neither.
 *
 * @param to returns the URL of the queue for a message body
 * @param most the number of messages at the start, so that messages that come back meanwhile are not moved again
 * @returns the number of moved messages
 */
export async function moveMessages(
  sqs: SQSClient,
  from: string,
  to: (body: string) => string,
  most: number,
): Promise<number> {
  let moved = 0;
  while (moved < most) {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({
        QueueUrl: from,
        MaxNumberOfMessages: Math.min(10, most - moved),
        VisibilityTimeout: inHandFor,
        WaitTimeSeconds: 1,
      }),
    );
    if (Messages.length === 0) break;
    for (const [queue, messages] of Map.groupBy(Messages, ({ Body = '' }) => to(Body))) {
      moved += await moveBatch(sqs, from, queue, messages);
    }
  }
  return moved;
}

async function moveBatch(sqs: SQSClient, from: string, to: string, messages: readonly Message[]): Promise<number> {
  const { Successful = [] } = await sqs.send(
    new SendMessageBatchCommand({
      QueueUrl: to,
      Entries: messages.map(({ Body }, index) => ({ Id: String(index), MessageBody: Body })),
    }),
  );
  const Entries = Successful.map(({ Id }) => ({ Id, ReceiptHandle: messages[Number(Id)]?.ReceiptHandle }));
  if (Entries.length > 0) await sqs.send(new DeleteMessageBatchCommand({ QueueUrl: from, Entries }));
  return Entries.length;
}
