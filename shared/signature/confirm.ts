/**
 * The confirming transaction: the signature becomes confirmed, its claim is taken and the count moves, all or nothing
 * (DESIGN rules 6 and 7). Doing it twice, or at once with others, changes nothing more.
 */
import { TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { countMove } from '../count/count.ts';
import { canonicalMailbox } from '../mailbox/address.ts';
import { claimKey, dueShardOf, signatureKey } from '../store/keys.ts';
import { backOff, cancellationReasons, isConditionFailed, isPassing, type Store } from '../store/store.ts';
import { foldName } from '../text/fold.ts';
import type { Keys } from '../token/keys.ts';
import { type SignatureId, signatureId } from './id.ts';
import { listPosition } from './list.ts';
import type { SignatureRecord } from './record.ts';
import { readSignature } from './storage.ts';

/**
 * - `confirmed`: now counted
 * - `already-confirmed`: it was confirmed before; nothing changed
 * - `duplicate`: kept, but the same organisation or individual had signed already, so not counted
 * - `gone`: there is no such signature any more
 */
export type ConfirmOutcome = 'confirmed' | 'already-confirmed' | 'duplicate' | 'gone';

/** How often a transaction is tried when others write the same rows; with full jitter about 4 s at the most. */
const mostAttempts = 10;

/**
 * Confirms a pending signature. The caller has checked the token or the code against `record`.
 *
 * One TransactWriteItems when nobody contends; a second write when the claim is taken.
 *
 * @throws what DynamoDB throws when it stays unavailable; nothing is half done then
 */
export async function confirm(
  store: Store,
  keys: Keys,
  record: SignatureRecord,
  { by, now }: { by: 'link' | 'code'; now: Date },
): Promise<ConfirmOutcome> {
  if (record.confirmedAt) return outcomeBefore(record);
  const changes = confirmation(record, { by, now });
  const claim = claimKey(record.letter, claimantOf(keys, record));
  for (let attempt = 1; ; attempt += 1) {
    try {
      await store.client.send(
        new TransactWriteCommand({
          TransactItems: [
            { Update: { TableName: store.table, ...confirmUpdate(record.id, changes) } },
            {
              Put: {
                TableName: store.table,
                Item: { ...claim, signature: record.id },
                ConditionExpression: 'attribute_not_exists(pk)',
                ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
              },
            },
            countMove(store, record, 1),
          ],
        }),
      );
      return 'confirmed';
    } catch (error) {
      const reasons = cancellationReasons(error);
      if (!reasons) throw error;
      const [ofSignature, ofClaim] = reasons;
      if (ofSignature?.code === 'ConditionalCheckFailed') return afterwards(store, record.id);
      if (ofClaim?.code === 'ConditionalCheckFailed') {
        return confirmAsDuplicate(store, record, changes, claimItem.parse(ofClaim.item).signature.S);
      }
      if (!isPassing(reasons) || attempt >= mostAttempts) throw error;
      await backOff(attempt);
    }
  }
}

/** A claim as DynamoDB gives it back with a failed condition: typed attributes. */
const claimItem = z.object({ signature: z.object({ S: signatureId }) });

/**
 * Who may stand under a letter only once: for an organisation its key, for an individual a keyed hash of mailbox and
 * folded name, so that no key holds a mailbox.
 */
function claimantOf(keys: Keys, record: SignatureRecord): string {
  if (record.kind === 'individual') {
    return `individual:${keys.hash('individual', canonicalMailbox(record.email), foldName(record.signatoryName))}`;
  }
  if (record.organisationKey) return record.organisationKey;
  throw new Error('an organisation can be confirmed only after its first mail, which finds its key');
}

/** The attributes that a confirmation sets, the list positions among them; the receipt becomes due. */
function confirmation(record: SignatureRecord, { by, now }: { by: 'link' | 'code'; now: Date }) {
  const confirmedAt = now.toISOString();
  return {
    confirmedAt,
    confirmedBy: by,
    moderation: 'approved',
    verification: 'mailbox',
    due: 'receipt',
    dueAt: confirmedAt,
    dueShard: dueShardOf(record.id),
    ...listPosition(record, confirmedAt),
  } satisfies Partial<SignatureRecord> & Record<string, string>;
}

/** The update that sets `changes` on a signature that is still pending. */
function confirmUpdate(id: SignatureId, changes: Record<string, string>) {
  const names = Object.keys(changes);
  return {
    Key: signatureKey(id),
    UpdateExpression: `SET ${names.map((name) => `#${name} = :${name}`).join(', ')} REMOVE #ttl, leasedUntil, sweeps`,
    ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(confirmedAt)',
    ExpressionAttributeNames: { '#ttl': 'ttl', ...Object.fromEntries(names.map((name) => [`#${name}`, name])) },
    ExpressionAttributeValues: Object.fromEntries(Object.entries(changes).map(([name, value]) => [`:${name}`, value])),
  };
}

/** Somebody holds the claim: the signature is confirmed and kept, marked as a duplicate, in no list and no count. */
async function confirmAsDuplicate(
  store: Store,
  record: SignatureRecord,
  changes: ReturnType<typeof confirmation>,
  holder: SignatureId,
): Promise<ConfirmOutcome> {
  const { listKey: _list, newestSort: _newest, nameSort: _name, ...kept } = changes;
  try {
    await store.client.send(
      new UpdateCommand({ TableName: store.table, ...confirmUpdate(record.id, { ...kept, duplicateOf: holder }) }),
    );
    return 'duplicate';
  } catch (error) {
    if (!isConditionFailed(error)) throw error;
    return afterwards(store, record.id);
  }
}

/** The signature was no longer pending: what became of it? Also answers for our own write whose answer was lost. */
async function afterwards(store: Store, id: SignatureId): Promise<ConfirmOutcome> {
  const record = await readSignature(store, id);
  return record?.confirmedAt ? outcomeBefore(record) : 'gone';
}

/** A repeated press hears what became of the first: who was found a duplicate is not told "counted" later. */
function outcomeBefore({ duplicateOf }: SignatureRecord): ConfirmOutcome {
  return duplicateOf ? 'duplicate' : 'already-confirmed';
}
