/** From changes in the table to messages on queues. */
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import * as z from 'zod';
import { signatureId } from '../../shared/ids.ts';
import { type MailRequest, mailKind } from '../../shared/mail/kind.ts';
import { enqueueMails, type MailQueues } from '../../shared/mail/queue.ts';
import { heldByScreening } from '../../shared/mail/suspicion.ts';
import { isForLater } from '../../shared/mail/sweep-time.ts';

const text = <Schema extends z.ZodType<unknown, string>>(schema: Schema) => z.object({ S: schema });

/** A change after which a mail is due, as the stream tells it: typed attributes. */
const dueImage = z.object({
  id: text(signatureId),
  due: text(mailKind),
  dueAt: text(z.string()),
  screening: text(z.string()).optional(),
});

/**
 * Puts a message on a mail queue for each mail that became due with a change. A change that could not be passed on is
 * reported, and the stream delivers from there again; what was passed on twice is sent once, thanks to the lease.
 *
 * @returns the sequence number from which the stream must deliver again, if any
 *   (https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html)
 */
export async function relay(
  queues: MailQueues,
  { Records }: DynamoDBStreamEvent,
  now: Date,
): Promise<DynamoDBBatchResponse> {
  const due = Records.flatMap((record) => {
    const request = becameDue(record, now);
    return request ? [{ request, sequenceNumber: record.dynamodb?.SequenceNumber ?? '' }] : [];
  });
  const [first] = await enqueueMails(
    queues,
    due.map(({ request }) => request),
  );
  const failed = first === undefined ? undefined : due[first];
  return { batchItemFailures: failed ? [{ itemIdentifier: failed.sequenceNumber }] : [] };
}

function becameDue({ dynamodb }: DynamoDBRecord, now: Date): MailRequest | undefined {
  const image = dueImage.safeParse(dynamodb?.NewImage);
  const { due, dueAt } = dynamodb?.OldImage ?? {};
  if (!image.success || (due?.S === image.data.due.S && dueAt?.S === image.data.dueAt.S)) return undefined;
  // What is due later, a reminder, is found by the sweep when its time has come.
  if (isForLater(image.data.dueAt.S, now)) return undefined;
  // No mail goes out, so no message is worth its price: the sweep holds it.
  if (heldByScreening(image.data.due.S, image.data.screening?.S)) return undefined;
  return { signature: image.data.id.S, mail: image.data.due.S };
}
