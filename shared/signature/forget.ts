/**
 * Erases signatures: immediately nothing in the table identifies the signer. A tombstone without a name keeps the
 * history of the count correct, and the ledger of erasures tells a restored table what to erase again.
 */
import * as z from 'zod';
import { countMoves } from '../count/count.ts';
import { frozenErasures } from '../delivery/leave.ts';
import { letterSlug, type SignatureId, signatureId } from '../ids.ts';
import { forgetSignature } from '../mailbox/signatures-of-mailbox.ts';
import { erasureKey, signatureKey } from '../platform/store/keys.ts';
import { queryPages } from '../platform/store/query.ts';
import { readItem } from '../platform/store/read.ts';
import { backOff, conflictError, type Store } from '../platform/store/store.ts';
import { table } from '../platform/store/table.ts';
import { type TransactItems, transact } from '../platform/store/transaction.ts';
import type { Keys } from '../platform/token/keys.ts';
import { addedMoves } from './added-rows.ts';
import { claimItems } from './claims/move-claim.ts';
import { countChanges, maxAttempts, shownChange } from './commit.ts';
import { fileErasure } from './files.ts';
import { featuredMoves } from './lists/featured.ts';
import { heldRowMoves } from './lists/held-rows.ts';
import { undeliverableMoves } from './lists/undeliverable.ts';
import { changeRowMoves } from './moderation/changes-in-review.ts';
import { dropUndoEntries } from './moderation/undo-log.ts';
import type { SignatureRecord } from './record.ts';
import { sameNameMoves } from './same-name-rows.ts';
import { readSignature } from './storage.ts';

/** The remains of an erased signature: how the count came about, without a name. */
function tombstoneOf({ id, letter, letterVersion, kind, confirmedAt, revision }: SignatureRecord, at: string) {
  return { id, letter, letterVersion, kind, confirmedAt, withdrawnAt: at, forgottenAt: at, revision: revision + 1 };
}

/**
 * Takes a signature out of list and count and erases it. Idempotent.
 *
 * @param also items written with it: the audit entry
 * @throws DynamoDB's error when it stays unavailable; a repeated call continues where it stopped
 */
export async function forget(
  store: Store,
  keys: Keys,
  id: SignatureId,
  now: Date,
  also: (record: SignatureRecord) => TransactItems = () => [],
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const record = await readSignature(store, id);
    if (!record) return forgetAgain(store, id, now);
    // The mailbox comes first: while the signature still exists, this can be repeated.
    await forgetSignature(store, keys, { email: record.email, signature: id }, now.getTime());
    await dropUndoEntries(store, id);
    const items = also(record);
    const isDone = record.confirmedAt
      ? await bury(store, record, now, items)
      : (await dropPending(store, id, now, [...heldRowMoves(store, record), ...items])) !== 'raced';
    if (isDone) return;
    if (attempt >= maxAttempts) throw conflictError('the signature changed');
    await backOff(attempt);
  }
}

const tombstone = z.object({ letter: letterSlug, forgottenAt: z.string() });

/** A restored backup may hold an erased signature and a frozen list, read earlier, that still names it. */
async function forgetAgain(store: Store, id: SignatureId, now: Date): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const grave = tombstone.safeParse(await readItem(store, signatureKey(id))).data;
    if (!grave) return;
    const frozen = await frozenErasures(store, { letter: grave.letter, id, left: 0 }, now);
    // Nothing but the check that no delivery was started since.
    if (frozen.length === 1 || (await transact(store, frozen)).written) return;
    if (attempt >= maxAttempts) throw conflictError('the deliveries changed');
    await backOff(attempt);
  }
}

/** @returns whether it was written; false when the signature changed since it was read */
async function bury(store: Store, record: SignatureRecord, now: Date, also: TransactItems): Promise<boolean> {
  const at = now.toISOString();
  const step = { before: record, after: { ...record, withdrawnAt: at } };
  const claims = await claimItems(store, [step]);
  if ('claimedBy' in claims) throw new Error('what is forgotten needs no claim');
  const frozen = await frozenErasures(store, { ...record, left: shownChange(step)[0]?.left ?? 0 }, now);
  const { written } = await transact(store, [
    {
      Put: {
        TableName: store.table,
        Item: { ...signatureKey(record.id), ...tombstoneOf(record, at) },
        ConditionExpression: 'revision = :read',
        ExpressionAttributeValues: { ':read': record.revision },
      },
    },
    erasureOf(store, record.id, now),
    ...fileErasure(store, record, now),
    ...claims.items,
    ...countMoves(store, countChanges([step])),
    ...undeliverableMoves(store, [step]),
    ...featuredMoves(store, [step]),
    ...changeRowMoves(store, [step]),
    ...sameNameMoves(store, [step]),
    ...addedMoves(store, [step]),
    ...frozen,
    ...also,
  ]);
  return written;
}

/**
 * Deletes a signature that was never confirmed and so has no history to keep. A restored table erases it again, too.
 *
 * @param also items of the same transaction, if any: about its mailbox, or the audit entry
 * @returns `gone` when it no longer exists; `raced` when it was confirmed meanwhile. Nothing is written in both cases
 */
export async function dropPending(
  store: Store,
  id: SignatureId,
  now: Date,
  also: TransactItems = [],
): Promise<'dropped' | 'gone' | 'raced'> {
  const dropped = {
    TableName: store.table,
    Key: signatureKey(id),
    ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(confirmedAt)',
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
  };
  const { written, failed } = await transact(store, [{ Delete: dropped }, erasureOf(store, id, now), ...also]);
  if (written) return 'dropped';
  const [first] = failed;
  return first?.index === 0 && first.item === undefined ? 'gone' : 'raced';
}

function erasureOf({ table }: Store, id: SignatureId, now: Date) {
  return { Put: { TableName: table, Item: { ...erasureKey(now.toISOString(), id), signature: id } } };
}

const erasure = z.object({ signature: signatureId, sk: z.string() });

/** @returns the ids of all erased signatures, oldest first, read page by page */
export async function* readErasures(store: Store): AsyncGenerator<SignatureId> {
  for await (const rows of queryPages(store, table, 'ERASURES', {}, erasure)) {
    for (const { signature } of rows) yield signature;
  }
}
