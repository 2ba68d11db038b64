/** Starts the document function for each delivery that a change made due. */
import type { DynamoDBStreamEvent } from 'aws-lambda';
import * as z from 'zod';
import type { StartFunction } from '../../shared/delivery/start-function.ts';
import { deliveryId, letterSlug } from '../../shared/ids.ts';
import { logError } from '../../shared/platform/config/log.ts';
import { documentsDuePartition } from '../../shared/platform/store/keys.ts';

const text = <Schema extends z.ZodType<unknown, string>>(schema: Schema) => z.object({ S: schema });
const dueImage = z.object({
  pk: text(z.literal(documentsDuePartition)),
  letter: text(letterSlug),
  delivery: text(deliveryId),
  since: text(z.string()),
});

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
      await startDocument({ letter: due.letter.S, delivery: due.delivery.S });
    } catch (error) {
      logError('the document function was not started', { error: error instanceof Error ? error.name : '' });
    }
  }
}
