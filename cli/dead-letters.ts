/** The queues of mails, and the one in which what could not be sent is set aside. */
import {
  DeleteMessageBatchCommand,
  GetQueueAttributesCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { laneOf, type MailLane, mailRequest } from '../shared/mail/kind.ts';

const redrive = z.object({ deadLetterTargetArn: z.string() });

/** @returns the address of the queue to which a mail queue sets messages aside: its own, with another name at its end */
export async function deadLettersOf(sqs: SQSClient, mailQueueUrl: string): Promise<string> {
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl: mailQueueUrl, AttributeNames: ['RedrivePolicy'] }),
  );
  const { deadLetterTargetArn } = redrive.parse(JSON.parse(Attributes?.['RedrivePolicy'] ?? ''));
  return mailQueueUrl.replace(/[^/]+$/, deadLetterTargetArn.slice(deadLetterTargetArn.lastIndexOf(':') + 1));
}

/** @returns on which queue what a message says belongs; what cannot be read fails again on either */
export function laneOfMessage(body: string): MailLane {
  try {
    return laneOf(mailRequest.parse(JSON.parse(body)).mail);
  } catch {
    return 'urgent';
  }
}

/** How long a message that was taken out may take to be put back, in seconds; then it is in the queue again. */
const inHandFor = 60;

/**
 * Moves messages from one queue to others: each stands in the other before it is taken from the first, so that one may
 * be in both for a moment, and none in neither.
 *
 * @param to gives the address of the queue for what a message says
 * @param most so many as there were, and none that comes back meanwhile
 * @returns how many were moved
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
