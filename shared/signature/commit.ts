/**
 * Writes what happened to signatures: the records, the claims that they hold and the counts that follow from them move
 * in one transaction, or nothing does (DESIGN rules 5 to 7). Everything that changes a confirmed signature comes here.
 */
import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import { type CountMove, countMoves } from '../count/count.ts';
import { claimKey } from '../store/keys.ts';
import type { Store } from '../store/store.ts';
import { type TransactItems, transact } from '../store/transaction.ts';
import { featuredMoves } from './featured.ts';
import { type SignatureId, signatureId } from './id.ts';
import { countedAs, holdsClaim, type SignatureRecord } from './record.ts';
import { undeliverableMoves } from './undeliverable.ts';
import { type Step, updateItem } from './update.ts';

/**
 * - `done`: all of it is written
 * - `changed`: somebody changed one of the signatures since it was read; read again
 * - `claimed`: another signature holds the claim
 */
export type Committed = { outcome: 'done' } | { outcome: 'changed' } | { outcome: 'claimed'; by: SignatureId };

/** What is to be written in the same transaction: the lines of the audit trail that tell of it. */
export type Also = (steps: readonly Step[]) => TransactItems;

/** How often a signature is read and written again when others change it; with full jitter about 4 s at the most. */
export const mostAttempts = 10;

/**
 * Writes the steps if nobody was faster. One TransactWriteItems when nobody contends.
 *
 * @throws what DynamoDB throws when it stays unavailable; nothing is half done then
 */
export async function commit(store: Store, steps: readonly Step[], also: Also = () => []): Promise<Committed> {
  const changed = steps.filter(({ before, after }) => !isDeepStrictEqual(before, after));
  if (changed.length === 0) return { outcome: 'done' };
  const claims = claimMoves(store, changed);
  const { written, failed } = await transact(store, [
    ...changed.map((step) => updateItem(store, step)),
    ...claims,
    ...countMoves(store, countChanges(changed)),
    ...undeliverableMoves(store, changed),
    ...featuredMoves(store, changed),
    ...also(changed),
  ]);
  if (written) return { outcome: 'done' };
  const [first] = failed;
  if (!first || first.index < changed.length) return { outcome: 'changed' };
  const claim = claimItem.safeParse(first.item);
  // Without a claim in the way, the claim that was to be given up is gone: somebody else moved it.
  return claim.success ? { outcome: 'claimed', by: claim.data.signature.S } : { outcome: 'changed' };
}

/** A claim as DynamoDB gives it back with a failed condition: typed attributes. */
const claimItem = z.object({ signature: z.object({ S: signatureId }) });

const claimHeld = (record: SignatureRecord) => (holdsClaim(record) ? record.claimant : undefined);

/** Each claim that changes hands: given up by one of the signatures, taken by one, or passed from one to the other. */
export function claimMoves(store: Store, steps: readonly Step[]) {
  const moves = new Map<string, { pk: string; sk: string; from?: SignatureId; to?: SignatureId }>();
  for (const { before, after } of steps) {
    const [from, to] = [claimHeld(before), claimHeld(after)];
    if (from === to) continue;
    if (from) moves.set(from, { ...claimKey(before.letter, from), ...moves.get(from), from: before.id });
    if (to) moves.set(to, { ...claimKey(after.letter, to), ...moves.get(to), to: after.id });
  }
  return [...moves.values()].map(({ pk, sk, from, to }) => {
    const condition = {
      TableName: store.table,
      ConditionExpression: from ? 'signature = :from' : 'attribute_not_exists(pk)',
      ...(from ? { ExpressionAttributeValues: { ':from': from } } : {}),
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
    };
    if (!to) return { Delete: { Key: { pk, sk }, ...condition } };
    return { Put: { Item: { pk, sk, signature: to }, ...condition } };
  });
}

/** @returns what the steps change about the counts */
export function countChanges(steps: readonly Step[]): CountMove[] {
  return steps.flatMap(countChange);
}

function countChange({ before, after }: Step): CountMove[] {
  const was = countedAs(before);
  const is = countedAs(after);
  if (was === is) return [];
  const { letter, id } = after;
  return [
    ...(was ? [{ letter, id, as: was, change: -1 as const }] : []),
    ...(is ? [{ letter, id, as: is, change: 1 as const }] : []),
  ];
}
