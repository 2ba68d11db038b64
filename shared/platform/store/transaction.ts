/** Writes several items or none. Only this file sends TransactWriteItems. */
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { TransactWriteCommand } from './commands.ts';
import { backOff, type Store } from './store.ts';

export type TransactItems = NonNullable<TransactWriteCommandInput['TransactItems']>;

/** An item whose condition did not hold. */
export interface FailedCondition {
  /** Its index among the items. */
  readonly index: number;
  /** The stored item, in typed attributes, if `ReturnValuesOnConditionCheckFailure` asked for it. */
  readonly item: unknown;
}

export interface Transacted {
  readonly written: boolean;
  /** In the order of the items. Empty when everything was written. */
  readonly failed: readonly FailedCondition[];
}

/** With full jitter these take at most 5 s, normally half of that. */
const maxAttempts = 10;

/**
 * Writes all items if all of their conditions hold. One TransactWriteItems unless the same items are written
 * concurrently; conflicts and busy partitions are retried.
 * https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html
 *
 * @returns whether they were written, and otherwise whose conditions failed
 * @throws DynamoDB's error when it stays busy or unavailable, or refuses the request; nothing is written then
 */
export async function transact(store: Store, items: TransactItems): Promise<Transacted> {
  const { reasons } = await send(store, items);
  const failed = reasons.flatMap(({ code, item }, index) => (code === conditionFailed ? [{ index, item }] : []));
  return { written: failed.length === 0, failed };
}

/**
 * The same for items whose conditions fail only because of a fault of our own.
 *
 * @throws also when a condition did not hold
 */
export async function transactOrThrow(store: Store, items: TransactItems): Promise<void> {
  const { error } = await send(store, items);
  if (error) throw error;
}

interface Sent {
  /** One for each item; empty when everything was written. */
  readonly reasons: readonly Reason[];
  /** The error, if a condition failed. */
  readonly error?: TransactionCanceledException;
}

async function send(store: Store, items: TransactItems): Promise<Sent> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await store.client.send(new TransactWriteCommand({ TransactItems: items }));
      return { reasons: [] };
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
      const reasons = reasonsOf(error);
      if (reasons.some(({ code }) => code === conditionFailed)) return { reasons, error };
      if (!isPassing(reasons) || attempt >= maxAttempts) throw error;
      await backOff(attempt);
    }
  }
}

interface Reason {
  readonly code: string;
  readonly item: unknown;
}

const conditionFailed = 'ConditionalCheckFailed';

function reasonsOf({ CancellationReasons = [] }: TransactionCanceledException): Reason[] {
  return CancellationReasons.map(({ Code = 'None', Item }) => ({ code: Code, item: Item }));
}

/** Another transaction is writing one of the items, or a partition is busy. */
const passing = new Set(['TransactionConflict', 'ProvisionedThroughputExceeded', 'ThrottlingError']);

function isPassing(reasons: readonly Reason[]): boolean {
  return (
    reasons.some(({ code }) => passing.has(code)) && reasons.every(({ code }) => code === 'None' || passing.has(code))
  );
}
