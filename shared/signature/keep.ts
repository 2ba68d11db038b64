/** Writes a pending signature, and with it that a request was heard which names itself by an Idempotency-Key. */
import { PutCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { lookFor } from '../mail/look.ts';
import { dueShardOf, idempotencyRow, signatureKey } from '../store/keys.ts';
import { backOff, cancellationReasons, isConditionFailed, isPassing, type Store } from '../store/store.ts';
import type { SignatureId } from './id.ts';
import { pendingKeptFor, type signatureRecord } from './record.ts';

export type PendingRecord = Omit<z.input<typeof signatureRecord>, 'id'> & { id: SignatureId };

/** A request with an Idempotency-Key: where that is kept, and what was asked for, to tell a repeat from another request. */
interface NamedRequest {
  readonly row: string;
  readonly hash: string;
}

/**
 * - `accepted`: it is kept, now or by the same request before
 * - `key-reused`: the Idempotency-Key was used for another request
 * - `id-taken`: another signature has that id; nothing is written
 */
export type Kept = 'accepted' | 'key-reused' | 'id-taken';

const keyKeptFor = 24 * 3600 * 1000;
const mostAttempts = 10;

/** One PutItem; for a named request one TransactWriteItems of two items. */
export function keep(store: Store, record: PendingRecord, request: NamedRequest | undefined, now: Date): Promise<Kept> {
  const put = {
    TableName: store.table,
    Item: {
      ...signatureKey(record.id),
      ...record,
      dueShard: dueShardOf(record.id),
      lookAt: record.dueAt && lookFor(record.dueAt),
      ttl: seconds(now, pendingKeptFor),
    },
    ConditionExpression: 'attribute_not_exists(pk)',
  };
  return request ? keepNamed(store, put, request, now) : keepOne(store, put);
}

interface Put {
  readonly TableName: string;
  readonly Item: PendingRecord & Record<string, unknown>;
  readonly ConditionExpression: string;
}

async function keepOne({ client }: Store, put: Put): Promise<Kept> {
  try {
    await client.send(new PutCommand({ ...put, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' }));
    return 'accepted';
  } catch (error) {
    if (!isConditionFailed(error)) throw error;
    // Our own write whose answer was lost: nobody else sent the same in the same millisecond.
    const { submittedAt, email } = error.Item ?? {};
    return submittedAt?.S === put.Item.submittedAt && email?.S === put.Item.email ? 'accepted' : 'id-taken';
  }
}

async function keepNamed({ client, table }: Store, put: Put, { row, hash }: NamedRequest, now: Date): Promise<Kept> {
  const named = {
    TableName: table,
    Item: { ...idempotencyRow(row), hash, ttl: seconds(now, keyKeptFor) },
    // What is over is deleted late.
    ConditionExpression: 'attribute_not_exists(pk) OR #ttl <= :now',
    ExpressionAttributeNames: { '#ttl': 'ttl' },
    ExpressionAttributeValues: { ':now': seconds(now, 0) },
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
  };
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.send(new TransactWriteCommand({ TransactItems: [{ Put: put }, { Put: named }] }));
      return 'accepted';
    } catch (error) {
      const [record, key] = cancellationReasons(error) ?? [];
      if (!record || !key) throw error;
      if (key.code === refused) return keyRow.safeParse(key.item).data?.hash.S === hash ? 'accepted' : 'key-reused';
      if (record.code === refused) return 'id-taken';
      if (!isPassing([record, key]) || attempt >= mostAttempts) throw error;
      await backOff(attempt);
    }
  }
}

const refused = 'ConditionalCheckFailed';
/** As DynamoDB gives it back with a failed condition: typed attributes. */
const keyRow = z.object({ hash: z.object({ S: z.string() }) });

const seconds = (now: Date, later: number) => Math.ceil((now.getTime() + later) / 1000);
