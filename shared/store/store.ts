/** The edge to DynamoDB: one document client, the table's name, and the errors that callers tell apart. */
import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  type DynamoDBClientConfig,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** What storage functions take: a client and the name of the one table. */
export interface Store {
  readonly client: DynamoDBDocumentClient;
  readonly table: string;
}

/** A call that hangs is given up and tried again while the caller, who has seconds, is still there. */
const patience = {
  maxAttempts: 3,
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 3_000, throwOnRequestTimeout: true },
};

/** @returns the store over the table with that name; region, endpoint and credentials come from the environment */
export function openStore(table: string, config: DynamoDBClientConfig = {}): Store {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ ...patience, ...config }), {
    marshallOptions: { removeUndefinedValues: true },
  });
  return { client, table };
}

/** A condition on one item did not hold. */
export function isConditionFailed(error: unknown): error is ConditionalCheckFailedException {
  return error instanceof ConditionalCheckFailedException;
}

/** Why DynamoDB cancelled a transaction, one code for each of its items, `None` where that item was fine. */
export function cancellationReasons(error: unknown): readonly { code: string; item?: unknown }[] | undefined {
  if (!(error instanceof TransactionCanceledException)) return undefined;
  return (error.CancellationReasons ?? []).map((reason) => ({ code: reason.Code ?? 'None', item: reason.Item }));
}

/**
 * Codes of a cancelled transaction that say "try again": somebody else was writing, or a partition was busy.
 * https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html
 */
const passing = new Set(['TransactionConflict', 'ProvisionedThroughputExceeded', 'ThrottlingError']);

/** @returns whether every reason why the transaction was cancelled will pass by itself */
export function isPassing(reasons: readonly { code: string }[]): boolean {
  return (
    reasons.some(({ code }) => passing.has(code)) && reasons.every(({ code }) => code === 'None' || passing.has(code))
  );
}

/** @returns after a random time up to 20 ms × 2^attempt, at most a second: full jitter, so that rivals part */
export async function backOff(attempt: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, Math.random() * Math.min(1000, 20 * 2 ** attempt)));
}
