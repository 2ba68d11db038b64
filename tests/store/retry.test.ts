/** Retries of the DynamoDB client, and the failures that its callers still see. */
import {
  DynamoDBServiceException,
  ProvisionedThroughputExceededException,
  TransactionCanceledException,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb';
import { describe, expect, test, vi } from 'vitest';
import { changeIf } from '../../shared/platform/store/change.ts';
import { PutCommand } from '../../shared/platform/store/commands.ts';
import { readItem } from '../../shared/platform/store/read.ts';
import { maxAttempts, withRetries } from '../../shared/platform/store/retry.ts';
import type { Store } from '../../shared/platform/store/store.ts';
import { conflictOnce, noAnswer } from '../fixtures/dynamodb-faults.ts';
import { freshStore } from '../fixtures/store.ts';

const key = { pk: 'TEST', sk: 'TEST' };
const $metadata = { httpStatusCode: 400 };
const conflict = () => new TransactionConflictException({ message: 'made by the test', $metadata });
const refused = (name: string) =>
  new DynamoDBServiceException({ name, message: 'made by the test', $fault: 'client', $metadata });
const cancelled = (...codes: string[]) =>
  new TransactionCanceledException({
    message: 'made by the test',
    $metadata,
    CancellationReasons: codes.map((Code) => ({ Code })),
  });
const throttled = () => new ProvisionedThroughputExceededException({ message: 'made by the test', $metadata });

/** Makes the first attempts of each call fail, below the client's own retries. @returns the number of attempts */
function fail({ client }: Store, errors: (() => Error)[]): () => number {
  let tries = 0;
  client.middlewareStack.add(
    (next) => async (args) => {
      const error = errors[tries];
      tries += 1;
      if (error) throw error();
      return next(args);
    },
    { step: 'deserialize', name: 'fail' },
  );
  return () => tries;
}

const put = (store: Store) => store.client.send(new PutCommand({ TableName: store.table, Item: key }));
const times = (number: number, error: () => Error) => Array.from({ length: number }, () => error);

test.each([
  ['a conflict with a transaction', [conflict]],
  ['several conflicts', times(4, conflict)],
  ['a busy partition', times(3, throttled)],
  ['one time-out', [noAnswer]],
  ['a conflict, a time-out and a busy partition', [conflict, noAnswer, throttled]],
])('the caller does not see %s', async (_, errors) => {
  const store = await freshStore();
  const tries = fail(store, errors);
  await put(store);
  expect(tries()).toBe(errors.length + 1);
  expect(await readItem(store, key)).toBeDefined();
});

test.each([
  ['conflicts that do not end', times(50, conflict), maxAttempts],
  ['a partition that stays busy', times(50, throttled), maxAttempts],
  ['a second time-out', times(50, noAnswer), 2],
  ['a refusal for good', times(50, () => new Error('made by the test')), 1],
])('the caller sees %s', async (_, errors, tries) => {
  const store = await freshStore();
  const count = fail(store, errors);
  await expect(put(store)).rejects.toThrow('made by the test');
  expect(count()).toBe(tries);
});

test('a conditional change and a read continue after a conflict', async () => {
  const store = await freshStore();
  await put(store);
  const met = conflictOnce(store);
  expect(
    await changeIf(store, {
      Key: key,
      UpdateExpression: 'SET done = :yes',
      ExpressionAttributeValues: { ':yes': true },
    }),
  ).toBe(true);
  expect(await readItem(store, key)).toMatchObject({ done: true });
  expect(met).toEqual(['UpdateItem']);
});

describe('the waits', () => {
  /** @returns the waits of one request that is refused until the client gives up */
  async function waits(error: Error): Promise<number[]> {
    const all: number[] = [];
    const refused = withRetries(
      () => Promise.reject(error),
      async (wait) => all.push(wait),
    );
    await expect(refused).rejects.toBe(error);
    return all;
  }

  test('of one request take at most a second', async () => {
    for (let round = 0; round < 300; round += 1) {
      const all = await waits(conflict());
      expect(all).toHaveLength(maxAttempts - 1);
      expect(all.reduce((sum, one) => sum + one)).toBeLessThanOrEqual(1000);
    }
  });

  test('of two requests differ', async () => {
    expect(await waits(conflict())).not.toEqual(await waits(conflict()));
  });
});

test.each([
  ['a busy partition', throttled, 1],
  ['a throttled account', () => refused('RequestLimitExceeded'), 1],
  ['a throttled index', () => refused('ThrottlingException'), 1],
  ['a transaction that a busy partition cancelled', () => cancelled('None', 'ThrottlingError'), 1],
  ['a transaction that was cancelled', () => cancelled('TransactionConflict', 'None'), 0],
  ['a conflict', conflict, 0],
  ['a time-out', noAnswer, 0],
])('counts the throttles of the table: %s', async (_, error, throttles) => {
  vi.stubEnv('POWERTOOLS_METRICS_DISABLED', 'false');
  const lines: string[] = [];
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((line) => Boolean(lines.push(String(line))));
  const store = await freshStore();
  fail(store, [error]);
  await put(store).catch(() => {});
  spy.mockRestore();
  vi.unstubAllEnvs();
  expect(lines.filter((line) => line.includes('"TableThrottles":1'))).toHaveLength(throttles);
});
