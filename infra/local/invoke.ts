import { randomUUID } from 'node:crypto';
import type { Context } from 'aws-lambda';
import { z } from 'zod';
import { logFailure } from './log.ts';

/** A function's handler, as Lambda calls it. */
export type FunctionHandler<Event> = (event: Event, context: Context) => unknown;

const batchResponse = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })) });

/**
 * Calls a handler with a batch, as an event source mapping with partial batch responses does. Returns the ids that
 * failed: all of them when the handler threw, or named an id that is not in the batch.
 */
export async function invokeWithBatch<Event>(
  name: string,
  handler: FunctionHandler<Event>,
  event: Event,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  try {
    const response = batchResponse.safeParse(await handler(event, lambdaContext(name)));
    const failed = response.data?.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier) ?? [];
    if (failed.length > 0) console.error(`${name}: ${failed.length} of ${ids.length} records failed`);
    return new Set(failed.every((id) => ids.includes(id)) ? failed : ids);
  } catch (error) {
    logFailure(`${name}: a batch of ${ids.length} failed`, error);
    return new Set(ids);
  }
}

/** The Lambda context of a call, as far as it means anything on one machine. */
export function lambdaContext(functionName: string, timeoutMs = 60_000): Context {
  const deadline = Date.now() + timeoutMs;
  return {
    callbackWaitsForEmptyEventLoop: false,
    functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: `arn:aws:lambda:us-east-1:000000000000:function:${functionName}`,
    memoryLimitInMB: '512',
    awsRequestId: randomUUID(),
    logGroupName: `/aws/lambda/${functionName}`,
    logStreamName: 'local',
    getRemainingTimeInMillis: () => deadline - Date.now(),
    done: () => {},
    fail: () => {},
    succeed: () => {},
  };
}
