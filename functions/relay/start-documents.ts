/** Starts the document function for each delivery and each uploaded file that a change made due. */
import type { DynamoDBStreamEvent } from 'aws-lambda';
import * as z from 'zod';
import { logNotStarted, type StartFunction } from '../../shared/delivery/start-function.ts';
import { deliveryId, letterSlug, uploadId } from '../../shared/ids.ts';
import { documentsDuePartition } from '../../shared/platform/store/keys.ts';

const text = <Schema extends z.ZodType<unknown, string>>(schema: Schema) => z.object({ S: schema });
const row = { pk: text(z.literal(documentsDuePartition)), letter: text(letterSlug), since: text(z.string()) };
const dueImage = z.union([
  z.object({ ...row, delivery: text(deliveryId) }),
  z.object({ ...row, upload: text(uploadId) }),
]);

/**
 * Never fails: mails in the same batch must not wait for it, and housekeeping starts the function again. A function
 * that is started twice does its work once.
 */
export async function startDocuments(startDocument: StartFunction, { Records }: DynamoDBStreamEvent): Promise<void> {
  for (const { dynamodb } of Records) {
    const due = dueImage.safeParse(dynamodb?.NewImage).data;
    // Housekeeping only moves the time of the next look.
    if (!due || dynamodb?.OldImage?.['since']?.S === due.since.S) continue;
    try {
      const letter = due.letter.S;
      await startDocument('upload' in due ? { letter, upload: due.upload.S } : { letter, delivery: due.delivery.S });
    } catch (error) {
      logNotStarted(error);
    }
  }
}
