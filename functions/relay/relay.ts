/** Turns changes in the table into messages on queues. */
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import * as z from 'zod';
import { signatureId } from '../../shared/ids.ts';
import { type MailRequest, mailKind } from '../../shared/mail/kind.ts';
import { enqueueMails, type MailQueues } from '../../shared/mail/queue.ts';
import { heldByScreening } from '../../shared/mail/suspicion.ts';
import { isForLater } from '../../shared/mail/sweep-time.ts';

const text = <Schema extends z.ZodType<unknown, string>>(schema: Schema) => z.object({ S: schema });

/** A change that made a mail due, in the typed attributes of the stream. */
const dueImage = z.object({
  id: text(signatureId),
  due: text(mailKind),
  dueAt: text(z.string()),
  screening: text(z.string()).optional(),
});

/**
 * Queues a message for each mail that became due with a change. A change that could not be queued is reported, and the
 * stream delivers again from there. A mail that is queued twice is sent once, thanks to the lease.
 *
 * @returns the sequence number from which the stream must deliver again, if any
 * (https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html)
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
  // Mail that is due later (a reminder) is found by the sweep at that time.
  if (isForLater(image.data.dueAt.S, now)) return undefined;
  // No mail will be sent, so a message would be a waste: the sweep holds it.
  if (heldByScreening(image.data.due.S, image.data.screening?.S)) return undefined;
  return { signature: image.data.id.S, mail: image.data.due.S };
}
