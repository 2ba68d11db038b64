/**
 * Signatures on paper: imported by the secretariat, counted separately, in no public list. No mailbox is stored, and no
 * mail is sent.
 */
import * as z from 'zod';
import { countMoves, letterDelivered } from '../count/count.ts';
import { claimKey, hiddenClaimKey, signatureKey } from '../platform/store/keys.ts';
import type { Store } from '../platform/store/store.ts';
import { type TransactItems, transact } from '../platform/store/transaction.ts';
import { noMailbox } from './claims/claim-key.ts';
import type { SignatureRecord } from './record.ts';
import { storedForm } from './stored.ts';

/**
 * - `kept`: it is counted now
 * - `already`: the same signature was imported before, regardless of later changes
 * - `duplicate`: the same co-signatory has signed the letter already
 */
export type PaperOutcome = 'kept' | 'already' | 'duplicate';

const withOld = { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const };
/** The item as DynamoDB returns it with a failed condition: typed attributes. */
const written = z.object({ importOf: z.object({ S: z.string() }) });

/**
 * Stores nothing for an organisation that is already shown by name. A signature that is shown later does not collide
 * with it, since its claim is a hidden one (decision 023).
 *
 * One TransactWriteItems of the signature, its claim and one of the letter's count rows, without contention.
 *
 * @throws DynamoDB's error when it stays unavailable; nothing is half done then
 */
export async function addPaperSignature(
  store: Store,
  record: SignatureRecord & { readonly claimant: string },
  also: TransactItems = [],
): Promise<PaperOutcome> {
  const { id, letter, claimant, importOf, kind } = record;
  const fresh = { TableName: store.table, ConditionExpression: 'attribute_not_exists(pk)' };
  const provenBy = kind === 'organisation' ? noMailbox.paper : undefined;
  const bare = storedForm({ ...record, provenBy, email: '' });
  const isShown = { ConditionExpression: 'attribute_not_exists(signature)', TableName: store.table };
  const claim = provenBy ? hiddenClaimKey(letter, claimant, provenBy) : claimKey(letter, claimant);
  const { written: isKept, failed } = await transact(store, [
    { Put: { ...fresh, ...withOld, Item: { ...signatureKey(id), ...bare } } },
    { Put: { ...fresh, Item: { ...claim, signature: id } } },
    ...(provenBy ? [{ ConditionCheck: { Key: claimKey(letter, claimant), ...isShown } }] : []),
    ...countMoves(store, [{ letter, id, as: 'offline', change: 1 }]),
    ...also,
  ]);
  if (isKept) return 'kept';
  const [first] = failed;
  const countAt = provenBy ? 3 : 2;
  if (failed.some(({ index }) => index === countAt) && first?.index !== 0) throw letterDelivered();
  if (first?.index !== 0) return 'duplicate';
  // Our own write whose answer was lost, or one by this import before it was interrupted.
  const before = written.safeParse(first.item).data?.importOf.S;
  return before !== undefined && before === importOf ? 'kept' : 'already';
}
