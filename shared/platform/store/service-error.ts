/** DynamoDB errors as the SDK's classes, and which of them mean throttling. */
import {
  ConditionalCheckFailedException,
  DynamoDBServiceException,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { errorIn } from '../aws/json-call.ts';
import type { Metadata } from '../aws/post.ts';

const item = z.record(z.string(), z.custom<never>());
const reason = z.object({
  Code: z.string().optional(),
  Message: z.string().nullish(),
  Item: item.nullish(),
});
const refusal = z.object({
  Item: item.optional(),
  CancellationReasons: z.array(reason).optional(),
});

/**
 * @param text the body of the answer
 * @returns the error, with typed attributes in it
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html
 */
export function serviceError(text: string, $metadata: Metadata): Error {
  const { error, body } = errorIn(text, $metadata);
  const { name, message } = error;
  const { Item, CancellationReasons = [] } = refusal.parse(body);
  if (name === 'ConditionalCheckFailedException') {
    return new ConditionalCheckFailedException({ message, $metadata, Item });
  }
  if (name === 'TransactionCanceledException') {
    const reasons = CancellationReasons.map(({ Code, Message, Item: found }) => ({
      ...{ Code, Message: Message ?? undefined, Item: found ?? undefined },
    }));
    return new TransactionCanceledException({ message, $metadata, CancellationReasons: reasons });
  }
  return new DynamoDBServiceException(error);
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
