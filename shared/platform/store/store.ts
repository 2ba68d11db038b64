/** Access to DynamoDB: one document client, the table's name, and the errors that callers tell apart. */
import { ConditionalCheckFailedException, DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { maxAttempts, retryStrategy } from './retry.ts';

/** The input of storage functions: a client and the name of the one table. */
export interface Store {
  readonly client: DynamoDBDocumentClient;
  readonly table: string;
}

/** A call that hangs is abandoned and retried while the caller, which has at least ten seconds, still waits. */
const tableTimeouts = {
  maxAttempts,
  retryStrategy,
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 2_500, throwOnRequestTimeout: true },
};

/** @returns a store for the table with that name; region, endpoint and credentials come from the environment */
export function openStore(table: string, config: DynamoDBClientConfig = {}): Store {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ ...tableTimeouts, ...config }), {
    marshallOptions: { removeUndefinedValues: true },
  });
  return { client, table };
}

/** A condition on one item did not hold. */
export function isConditionFailed(error: unknown): error is ConditionalCheckFailedException {
  return error instanceof ConditionalCheckFailedException;
}

/** @returns the error for rows that keep changing concurrently: a retry a little later may succeed */
export function conflictError(what: string): Error {
  const error = new Error(`${what} too often`);
  error.name = 'TooBusy';
  return error;
}

/** Waits a random time up to 20 ms × 2^attempt, at most a second: full jitter, so that rivals separate. */
export async function backOff(attempt: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, Math.random() * Math.min(1000, 20 * 2 ** attempt)));
}
