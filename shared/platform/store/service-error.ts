/** Errors that DynamoDB answers, as the SDK's classes, and those of them that mean too much at once. */
import {
  ConditionalCheckFailedException,
  DynamoDBServiceException,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import type { Metadata } from '../aws/post.ts';

const item = z.record(z.string(), z.custom<never>());
const reason = z.object({
  Code: z.string().optional(),
  Message: z.string().nullish(),
  Item: item.nullish(),
});
const refusal = z.object({
  __type: z.string().catch('UnknownError'),
  message: z.string().optional().catch(undefined),
  Message: z.string().optional().catch(undefined),
  Item: item.optional(),
  CancellationReasons: z.array(reason).optional(),
});

/**
 * @param text the body of the answer
 * @returns the error, with typed attributes in it
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html
 */
export function serviceError(text: string, $metadata: Metadata): Error {
  const { __type, Item, CancellationReasons = [], ...said } = refusal.parse(jsonIn(text));
  const name = __type.slice(__type.lastIndexOf('#') + 1);
  const message = said.message ?? said.Message ?? name;
  if (name === 'ConditionalCheckFailedException') {
    return new ConditionalCheckFailedException({ message, $metadata, Item });
  }
  if (name === 'TransactionCanceledException') {
    const reasons = CancellationReasons.map(({ Code, Message, Item: found }) => ({
      ...{ Code, Message: Message ?? undefined, Item: found ?? undefined },
    }));
    return new TransactionCanceledException({ message, $metadata, CancellationReasons: reasons });
  }
  const $fault = $metadata.httpStatusCode >= 500 ? 'server' : 'client';
  return new DynamoDBServiceException({ name, message, $fault, $metadata });
}

/** A server between here and DynamoDB may answer with something else. */
function jsonIn(text: string): unknown {
  try {
    const found: unknown = JSON.parse(text);
    return typeof found === 'object' && found !== null ? found : {};
  } catch {
    return {};
  }
}

/** ProvisionedThroughputExceeded, ThrottlingException, ThrottlingError, RequestLimitExceeded. */
const throttled = /^(Throttl|.*(Throughput|Limit)Exceeded)/;

/**
 * @returns whether the table or one of its indexes was asked for more than it gave at that moment
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html
 */
export function isThrottled(error: unknown): boolean {
  if (error instanceof TransactionCanceledException) {
    return !!error.CancellationReasons?.some(({ Code = '' }) => throttled.test(Code));
  }
  return error instanceof Error && throttled.test(error.name);
}
