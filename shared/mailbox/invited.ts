/** Letters that follow another and to which a mailbox was invited: a row each, so that it is invited once. */
import * as z from 'zod';
import { letterSlug, signatureId } from '../ids.ts';
import { changeIf } from '../platform/store/change.ts';
import { DeleteCommand } from '../platform/store/commands.ts';
import { invitedPrefix, subscriptionsPartition } from '../platform/store/keys.ts';
import { queryAll } from '../platform/store/query.ts';
import type { Store } from '../platform/store/store.ts';
import { table } from '../platform/store/table.ts';
import type { Forgetting } from './subscriber.ts';

/** The signature that was invited, and its letter. The signature goes when it is forgotten. */
export const invited = z.object({
  pk: z.string(),
  sk: z.string(),
  signature: signatureId.optional(),
  from: letterSlug,
});

/**
 * A forgotten signature must not lead to the mailbox. While the mailbox keeps another one under the same letter, it is not
 * invited again; otherwise nothing of it is left.
 */
export async function forgetInvitations(store: Store, hash: string, { signature, kept }: Forgetting): Promise<void> {
  const range = { keys: { prefix: invitedPrefix }, consistency: 'consistent' } as const;
  for (const { pk, sk, from } of await queryAll(store, table, subscriptionsPartition(hash), range, invited)) {
    const Key = { pk, sk };
    if (kept.has(from)) {
      await changeIf(store, {
        Key,
        UpdateExpression: 'REMOVE signature',
        ConditionExpression: 'signature = :gone',
        ExpressionAttributeValues: { ':gone': signature },
      });
    } else await store.client.send(new DeleteCommand({ TableName: store.table, Key }));
  }
}
