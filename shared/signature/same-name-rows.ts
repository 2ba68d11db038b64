/**
 * Signatures that stay counted beside another of the same name with a different spelling
 * (docs/decisions/026-claims-move-to-new-keys.md). Only a person can tell whether they are one, so a row beside the letter holds
 * the id of each, and the secretariat finds all of them, however old.
 */

import * as z from 'zod';
import { type LetterSlug, signatureId } from '../ids.ts';
import { QueryCommand } from '../platform/store/commands.ts';
import { claimKey, sameNameKey, sameNamePartition } from '../platform/store/keys.ts';
import { readItem } from '../platform/store/read.ts';
import type { Store } from '../platform/store/store.ts';
import type { TransactItems } from '../platform/store/transaction.ts';
import { unmarkedClaimant } from './claims/claim.ts';
import type { SignatureRecord } from './record.ts';
import { holdsClaim } from './states.ts';
import { readSignature } from './storage.ts';
import type { Step } from './update-item.ts';

const standsBeside = (record: SignatureRecord): boolean =>
  holdsClaim(record) && record.claimant !== undefined && unmarkedClaimant(record.claimant) !== record.claimant;

/** Returns the changes of the rows that result from the steps; none for signatures without such a mark. */
export function sameNameMoves(store: Store, steps: readonly Step[]): TransactItems {
  return steps.flatMap(({ before, after }): TransactItems => {
    const [was, is] = [standsBeside(before), standsBeside(after)];
    if (was === is) return [];
    const key = sameNameKey(after.letter, after.id);
    return is ? [{ Put: { TableName: store.table, Item: key } }] : [{ Delete: { TableName: store.table, Key: key } }];
  });
}

/** Maximum number of pairs listed at once; the others follow when these are decided. */
const maxListed = 50;

/** @returns pairs of signatures of the same name, the earlier one first. One Query, three reads per pair */
export async function listSameNames(
  store: Store,
  letter: LetterSlug,
): Promise<(readonly [SignatureRecord, SignatureRecord])[]> {
  const { Items = [] } = await store.client.send(
    new QueryCommand({
      TableName: store.table,
      KeyConditionExpression: 'pk = :letter',
      ExpressionAttributeValues: { ':letter': sameNamePartition(letter) },
      Limit: maxListed,
    }),
  );
  const ids = z.array(z.object({ sk: signatureId })).parse(Items);
  const pairs = await Promise.all(
    ids.map(async ({ sk }) => {
      const record = await readSignature(store, sk);
      if (record?.claimant === undefined) return [];
      const row = await readItem(store, claimKey(letter, unmarkedClaimant(record.claimant)));
      const holder = signatureId.safeParse(row?.['signature']);
      const other = holder.success ? await readSignature(store, holder.data) : undefined;
      return other && standsBeside(record) && holdsClaim(other) ? [[other, record] as const] : [];
    }),
  );
  return pairs.flat();
}
