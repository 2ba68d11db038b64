/** A transaction is written, refused by a condition, or given up when it stays busy. */
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { expect, test } from 'vitest';
import { readItem } from '../../shared/platform/store/read.ts';
import type { Store } from '../../shared/platform/store/store.ts';
import { transact, transactOrThrow } from '../../shared/platform/store/transaction.ts';
import { freshStore, recordCalls } from '../fixtures/store.ts';

const key = (sk: string) => ({ pk: 'TEST', sk });
const put = (store: Store, sk: string, more: object = {}) => ({
  Put: { TableName: store.table, Item: { ...key(sk), value: 1 }, ...more },
});
const ifNew = {
  ConditionExpression: 'attribute_not_exists(pk)',
  ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
} as const;

/** Cancels the next transactions for those reasons, one list for each. */
function cancel({ client }: Store, ...answers: string[][]): void {
  const left = answers.values();
  client.middlewareStack.add(
    (next) => async (args) => {
      const { done, value: codes } = left.next();
      if (done) return next(args);
      const CancellationReasons = codes.map((Code) => ({ Code }));
      throw new TransactionCanceledException({ message: 'made by the test', $metadata: {}, CancellationReasons });
    },
    { step: 'deserialize', name: 'cancel' },
  );
}

test.each([['TransactionConflict'], ['ThrottlingError'], ['ProvisionedThroughputExceeded']])(
  'a transaction is retried for transient reasons: %s',
  async (code) => {
    const store = await freshStore();
    cancel(store, ['None', code], [code, code], [code, 'None']);
    expect(await transact(store, [put(store, 'a', ifNew), put(store, 'b')])).toEqual({ written: true, failed: [] });
    expect(await readItem(store, key('a'))).toBeDefined();
  },
);

test('the failed conditions are reported by position, with the stored item', async () => {
  const store = await freshStore();
  await transactOrThrow(store, [put(store, 'b', ifNew), put(store, 'd', ifNew)]);
  const items = ['a', 'b', 'c', 'd'].map((sk) => put(store, sk, ifNew));
  const { written, failed } = await transact(store, items);
  expect(written).toBe(false);
  expect(failed.map(({ index }) => index)).toEqual([1, 3]);
  expect(failed[0]?.item).toMatchObject({ sk: { S: 'b' } });
  expect(await readItem(store, key('a'))).toBeUndefined();
  await expect(transactOrThrow(store, items)).rejects.toThrow(TransactionCanceledException);
});

test('a condition that fails beside a conflict has failed', async () => {
  const store = await freshStore();
  cancel(store, ['TransactionConflict', 'ConditionalCheckFailed']);
  const { failed } = await transact(store, [put(store, 'a'), put(store, 'b', ifNew)]);
  expect(failed.map(({ index }) => index)).toEqual([1]);
});

test('a transaction that stays busy throws, and no condition has failed', async () => {
  const store = await freshStore();
  cancel(store, ...Array.from({ length: 50 }, () => ['TransactionConflict']));
  const calls = recordCalls(store);
  await expect(transact(store, [put(store, 'a')])).rejects.toThrow(TransactionCanceledException);
  expect(calls.length).toBeGreaterThan(5);
});

test('a permanent refusal is thrown at once', async () => {
  const store = await freshStore();
  cancel(store, ['ValidationError', 'TransactionConflict']);
  const calls = recordCalls(store);
  await expect(transact(store, [put(store, 'a'), put(store, 'b')])).rejects.toThrow(TransactionCanceledException);
  expect(calls).toHaveLength(1);
});
