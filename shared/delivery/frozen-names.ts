/** The names of a frozen list: a row for each. An erasure keeps only the commitment. */

import * as z from 'zod';
import { type DeliveryId, type SignatureId, signatureId, uploadId } from '../ids.ts';
import { sha256 } from '../letter/text.ts';
import { DeleteCommand } from '../platform/store/commands.ts';
import { frozenKey, frozenPartitions } from '../platform/store/keys.ts';
import { queryPages } from '../platform/store/query.ts';
import { isConditionFailed, type Store } from '../platform/store/store.ts';
import { table } from '../platform/store/table.ts';

export const frozenName = z.object({
  id: signatureId,
  /** The attempt to freeze the list that wrote it. */
  attempt: z.int(),
  commitment: sha256,
  /** Absent once the person was erased. */
  salt: sha256.optional(),
  /** The public fields as canonical JSON: a string, so that nothing changes a byte of the committed data. */
  listed: z.string().optional(),
  /** Its rank among the featured signatures, which come first. */
  rank: z.int().optional(),
  /** The organisation's logo, where the delivery shows logos. The delivery keeps a copy (`organisationLogoKey`). */
  logo: uploadId.optional(),
});
export type FrozenName = z.infer<typeof frozenName>;

/**
 * Writes a row in a transaction that also checks the signature (see `freeze`). A row of the same or a later attempt
 * stays, so that a run that was overtaken changes nothing.
 *
 * @returns the transaction item
 */
export function frozenPut({ table }: Store, delivery: DeliveryId, name: FrozenName) {
  return {
    Put: {
      TableName: table,
      Item: { ...frozenKey(delivery, name.id), ...name },
      ConditionExpression: 'attribute_not_exists(pk) OR attempt < :mine',
      ExpressionAttributeValues: { ':mine': name.attempt },
    },
  };
}

/** @returns the transaction item that erases a person from a row, which exists */
export function frozenErasure({ table }: Store, delivery: DeliveryId, id: SignatureId, attempt: number) {
  return {
    Update: {
      TableName: table,
      Key: frozenKey(delivery, id),
      UpdateExpression: 'REMOVE salt, listed, #rank, logo',
      ConditionExpression: 'attempt = :seen',
      ExpressionAttributeNames: { '#rank': 'rank' },
      ExpressionAttributeValues: { ':seen': attempt },
    },
  };
}

/** @returns the rows of a list, of all attempts, read strongly consistent and page by page: a sixteenth at once */
export async function* readFrozenNames(store: Store, delivery: DeliveryId): AsyncGenerator<FrozenName> {
  for (const partition of frozenPartitions(delivery)) {
    for await (const rows of queryPages(store, table, partition, { consistency: 'consistent' }, frozenName))
      yield* rows;
  }
}

/** Deletes a row of an earlier attempt, unless a later one has written it meanwhile. */
export async function dropFrozenName(
  { client, table }: Store,
  delivery: DeliveryId,
  { id, attempt }: Pick<FrozenName, 'id' | 'attempt'>,
): Promise<void> {
  try {
    await client.send(
      new DeleteCommand({
        TableName: table,
        Key: frozenKey(delivery, id),
        ConditionExpression: 'attempt = :seen',
        ExpressionAttributeValues: { ':seen': attempt },
      }),
    );
  } catch (error) {
    if (!isConditionFailed(error)) throw error;
  }
}
