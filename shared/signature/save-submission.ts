/** Writes a pending signature, together with the Idempotency-Key of its request, if it has one. */

import * as z from 'zod';
import type { SignatureId } from '../ids.ts';
import { heldByScreening } from '../mail/suspicion.ts';
import { sweepAt } from '../mail/sweep-time.ts';
import { PutCommand } from '../platform/store/commands.ts';
import { dueShardOf, idempotencyRow, signatureKey } from '../platform/store/keys.ts';
import { isConditionFailed, type Store } from '../platform/store/store.ts';
import { transact } from '../platform/store/transaction.ts';
import { pendingKeptFor } from '../time.ts';
import type { signatureRecord } from './record.ts';

export type PendingRecord = Omit<z.input<typeof signatureRecord>, 'id'> & { id: SignatureId };

/**
 * A request with an Idempotency-Key: the row that stores it, and a hash of the request, to tell a repeat from another
 * request.
 */
export interface NamedRequest {
  readonly row: string;
  readonly hash: string;
  /** The signature that may store it instead, if the challenge of that name was used for one. */
  readonly id?: SignatureId;
}

/**
 * - `accepted`: it is stored, now or by the same request before
 * - `key-reused`: the Idempotency-Key was used for another request
 * - `id-taken`: another signature has that id; nothing is written
 */
export type SaveOutcome = 'accepted' | 'key-reused' | 'id-taken';

const keyKeptFor = 24 * 3600 * 1000;

/**
 * One PutItem; with an Idempotency-Key one TransactWriteItems of two items, or of three when it may be stored
 * elsewhere.
 */
export function saveSubmission(
  store: Store,
  record: PendingRecord,
  request: NamedRequest | undefined,
  now: Date,
): Promise<SaveOutcome> {
  const put = putOf(store, record, now);
  return request ? keepNamed(store, put, request, now) : saveOnce(store, put);
}

/**
 * The same when the challenge has the name of the request: the hash of the request is stored on the signature. One
 * PutItem.
 */
export function saveNamedSubmission(
  store: Store,
  record: PendingRecord,
  { hash }: NamedRequest,
  now: Date,
): Promise<SaveOutcome> {
  return saveOnce(store, putOf(store, { ...record, request: shortened(hash) }, now));
}

/** Keeps 132 bits of the hash: shorter signatures are cheaper. */
const shortened = (hash: string) => hash.slice(0, 22);

function putOf({ table }: Store, record: PendingRecord, now: Date) {
  return {
    TableName: table,
    Item: {
      ...signatureKey(record.id),
      ...record,
      dueShard: dueShardOf(record.id),
      // A held mail is not queued: the next sweep looks at it.
      lookAt: record.dueAt && (heldByScreening(record.due, record.screening) ? record.dueAt : sweepAt(record.dueAt)),
      ttl: seconds(now, pendingKeptFor),
    },
    ConditionExpression: 'attribute_not_exists(pk)',
  };
}

interface Put {
  readonly TableName: string;
  readonly Item: PendingRecord & Record<string, unknown>;
  readonly ConditionExpression: string;
}

async function saveOnce({ client }: Store, put: Put): Promise<SaveOutcome> {
  try {
    await client.send(new PutCommand({ ...put, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' }));
    return 'accepted';
  } catch (error) {
    if (!isConditionFailed(error)) throw error;
    // Our own write whose answer was lost: nobody else sent the same in the same millisecond.
    const { submittedAt, email } = error.Item ?? {};
    if (submittedAt?.S === put.Item.submittedAt && email?.S === put.Item.email) return 'accepted';
    return told(error.Item, put.Item) ?? 'id-taken';
  }
}

/** A signature as DynamoDB returns it with a failed condition: typed attributes. */
const namedSignature = z.object({ request: z.object({ S: z.string() }), letter: z.object({ S: z.string() }) });

/** @returns the outcome for a request that finds that signature, if it was stored for the same name and letter */
function told(item: unknown, { request, letter }: Pick<PendingRecord, 'request' | 'letter'>): SaveOutcome | undefined {
  const found = namedSignature.safeParse(item).data;
  if (request === undefined || found?.letter.S !== letter) return undefined;
  return found.request.S === request ? 'accepted' : 'key-reused';
}

async function keepNamed(store: Store, put: Put, { row, hash, id }: NamedRequest, now: Date): Promise<SaveOutcome> {
  const named = {
    TableName: store.table,
    Item: { ...idempotencyRow(row), hash, ttl: seconds(now, keyKeptFor) },
    // DynamoDB deletes expired rows late.
    ConditionExpression: 'attribute_not_exists(pk) OR #ttl <= :now',
    ExpressionAttributeNames: { '#ttl': 'ttl' },
    ExpressionAttributeValues: { ':now': seconds(now, 0) },
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
  };
  // A transaction may name an item only once.
  const elsewhere = id !== undefined && id !== put.Item.id ? [notNamed(store.table, id, put.Item.letter)] : [];
  const { written, failed } = await transact(store, [{ Put: put }, { Put: named }, ...elsewhere]);
  if (written) return 'accepted';
  const [key, other] = [1, 2].map((place) => failed.find(({ index }) => index === place));
  if (key) return keyRow.safeParse(key.item).data?.hash.S === hash ? 'accepted' : 'key-reused';
  return (other && told(other.item, { letter: put.Item.letter, request: shortened(hash) })) ?? 'id-taken';
}

/** Requires that no request of that name is stored on the signature of its challenge, under that letter. */
function notNamed(table: string, id: SignatureId, letter: string) {
  return {
    ConditionCheck: {
      TableName: table,
      Key: signatureKey(id),
      ConditionExpression: 'attribute_not_exists(#request) OR letter <> :letter',
      ExpressionAttributeNames: { '#request': 'request' },
      ExpressionAttributeValues: { ':letter': letter },
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
    },
  };
}

/** The row as DynamoDB returns it with a failed condition: typed attributes. */
const keyRow = z.object({ hash: z.object({ S: z.string() }) });

const seconds = (now: Date, later: number) => Math.ceil((now.getTime() + later) / 1000);
