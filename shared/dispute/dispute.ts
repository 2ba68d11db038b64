/** "This is my organisation and it did not sign": kept for the secretariat, who decides. It changes no signature. */
import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { moment } from '../letter/letter.ts';
import type { LetterSlug } from '../letter/slug.ts';
import { mailboxAddress } from '../mailbox/address.ts';
import { makeSignatureId } from '../signature/id.ts';
import { publicName } from '../signature/submission.ts';
import { disputePartition } from '../store/keys.ts';
import type { Store } from '../store/store.ts';
import { paragraphs } from '../text/plain.ts';

export const dispute = z.strictObject({
  organisation: publicName,
  name: publicName,
  email: mailboxAddress,
  message: paragraphs(2000).optional(),
  /** The honeypot, empty for people. */
  homepage: z.string().max(500).default(''),
});
export type Dispute = z.infer<typeof dispute>;

/** How long the secretariat has to look at it, in milliseconds. */
const keptFor = 180 * 24 * 3600 * 1000;

/** Keeps it for the secretariat. One PutItem. */
export async function raiseDispute(store: Store, letter: LetterSlug, raised: Dispute, now: Date): Promise<void> {
  const at = now.toISOString();
  await store.client.send(
    new PutCommand({
      TableName: store.table,
      Item: {
        pk: disputePartition(letter),
        sk: `${at}#${makeSignatureId()}`,
        at,
        ...raised,
        ttl: Math.ceil((now.getTime() + keptFor) / 1000),
      },
    }),
  );
}

const storedDispute = dispute.extend({ at: moment });

/** @returns what was raised about a letter, newest first, at most 200; what fell for the honeypot is left out */
export async function listDisputes(store: Store, letter: LetterSlug): Promise<z.infer<typeof storedDispute>[]> {
  const { Items } = await store.client.send(
    new QueryCommand({
      TableName: store.table,
      KeyConditionExpression: 'pk = :letter',
      ExpressionAttributeValues: { ':letter': disputePartition(letter) },
      ScanIndexForward: false,
      Limit: 200,
    }),
  );
  return z
    .array(storedDispute.strip())
    .parse(Items ?? [])
    .filter(({ homepage }) => homepage === '');
}
