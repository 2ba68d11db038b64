/** Decides when a call to the table is retried, and after what delay. */
import { setTimeout as sleep } from 'node:timers/promises';
import { countMetric } from '../config/metric.ts';
import { isUnavailable } from '../http/unavailable.ts';
import { isThrottled } from './service-error.ts';

/** Retries after an answer that says "later". Each waits up to twice as long as the one before: 930 ms in all. */
const maxRetries = 5;
const firstWait = 30;
/** Calls without an answer, each of which takes seconds. */
const maxHung = 2;

/** Maximum number of tries of one call, including the first. */
export const maxAttempts = maxRetries + 1;

/**
 * Makes a call again after the errors that the SDK retries, and also after a single write that collided with a
 * transaction on the same item, which the SDK reports at once. Full jitter keeps two rivals from colliding again.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html#transaction-conflict-handling
 *
 * @param wait waits that many milliseconds
 * @throws the last error
 */
export async function withRetries<Answer>(
  call: () => Promise<Answer>,
  wait: (milliseconds: number) => Promise<unknown> = sleep,
): Promise<Answer> {
  let hung = 0;
  for (let retries = 0; ; retries += 1) {
    try {
      return await call();
    } catch (error) {
      if (isThrottled(error)) countMetric('TableThrottles');
      if (!(error instanceof Error) || !willPass(error) || retries >= maxRetries) throw error;
      if (error.name === 'TimeoutError') hung += 1;
      if (hung >= maxHung) throw error;
      await wait(Math.random() * firstWait * 2 ** retries);
    }
  }
}

/** A cancelled transaction is retried by the code that knows its reasons (transaction.ts). */
function willPass(error: Error): boolean {
  return isUnavailable(error) && error.name !== 'TransactionCanceledException';
}
