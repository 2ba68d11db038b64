/** Access to DynamoDB: one client, the table's name, and the errors that callers tell apart. */
import {
  __Client,
  ConditionalCheckFailedException,
  DynamoDBClient,
  type DynamoDBClientConfig,
} from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient, ServiceInputTypes, ServiceOutputTypes } from '@aws-sdk/lib-dynamodb';
import { openConnections } from '../aws/http-handler.ts';
import { withRetries } from './retry.ts';

/** The input of storage functions: a client and the name of the one table. */
export interface Store {
  readonly client: TableClient;
  readonly table: string;
}

/** A call that hangs is abandoned and retried while the caller, which has at least ten seconds, still waits. */
const tableTimeouts = { connectionTimeout: 1_000, requestTimeout: 2_500 };

/**
 * Sends the commands of commands.ts. Its middleware stack is empty but for the retries: `initialize` is above them,
 * `deserialize` below.
 */
export type TableClient = Pick<DynamoDBDocumentClient, 'config' | 'middlewareStack' | 'send'> & {
  /** For the table itself, and for attributes as they are stored. Only programs use it. */
  readonly sdk: DynamoDBClient;
};

/** @returns a store for the table with that name; region, endpoint and credentials come from the environment */
export function openStore(table: string, config: DynamoDBClientConfig = {}): Store {
  const sdk = new DynamoDBClient({ requestHandler: tableTimeouts, ...config });
  const requestHandler = config.requestHandler ? sdk.config.requestHandler : openConnections(tableTimeouts);
  const own = { ...sdk.config, requestHandler };
  const client = new __Client<object, ServiceInputTypes, ServiceOutputTypes, typeof sdk.config>(own);
  const below = { step: 'finalizeRequest', name: 'retry' } as const;
  client.middlewareStack.add((next) => (args) => withRetries(() => next(args)), below);
  return { client: Object.assign(client, { sdk }), table };
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
