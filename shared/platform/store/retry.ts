/** When and after how long the DynamoDB client retries a request. */
import type { DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';

type Strategy = Extract<NonNullable<DynamoDBClientConfig['retryStrategy']>, { acquireInitialRetryToken: unknown }>;
type Token = Awaited<ReturnType<Strategy['acquireInitialRetryToken']>> & { readonly hung: number };
type Failure = Parameters<Strategy['refreshRetryTokenForRetry']>[1];

/** Retries after an answer that says "later". Each waits up to twice as long as the one before: 930 ms in all. */
const maxRetries = 5;
const firstWait = 30;
/** Retries of requests without an answer, each of which takes seconds. */
const maxHung = 2;

const token = (retries: number, hung: number, wait: number): Token => ({
  hung,
  getRetryCount: () => retries,
  getRetryDelay: () => wait,
});

/**
 * Retries the errors that the SDK retries, and also a single write that collided with a transaction on the same item,
 * which the SDK reports at once. Full jitter keeps two rivals from colliding again.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html#transaction-conflict-handling
 *
 * @throws the failure that the caller should see
 */
export const retryStrategy = {
  async acquireInitialRetryToken(): Promise<Token> {
    return token(0, 0, 0);
  },

  async refreshRetryTokenForRetry(before: Token, failure: Failure): Promise<Token> {
    const retries = before.getRetryCount() + 1;
    const hung = before.hung + (failure.error?.name === 'TimeoutError' ? 1 : 0);
    if (!willPass(failure) || retries > maxRetries || hung >= maxHung) throw new Error('do not retry');
    return token(retries, hung, Math.random() * firstWait * 2 ** (retries - 1));
  },

  recordSuccess(): void {},
} satisfies Strategy;

/** Maximum number of tries of one request, including the first. */
export const maxAttempts = maxRetries + 1;

function willPass({ error, errorType }: Failure): boolean {
  return errorType === 'TRANSIENT' || errorType === 'THROTTLING' || error?.name === 'TransactionConflictException';
}
