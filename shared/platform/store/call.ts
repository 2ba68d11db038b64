/**
 * Calls the table. The SDK's client finds region, endpoint, credentials and connections. This file replaces the SDK's
 * work for each call (rules for endpoints, schemas, a description of itself, layers of middleware), only for our
 * operations, in a quarter of the processor time: docs/decisions/093-calls-to-the-table.md.
 */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { jsonCalls } from '../aws/json-call.ts';
import { type Metadata, postTo } from '../aws/post.ts';
import type { AttributeMap } from './attribute-values.ts';
import { serviceError } from './service-error.ts';

type Config = DynamoDBClient['config'];

/** DynamoDB's answer, with items as attribute values. */
export interface Answer {
  readonly Item?: AttributeMap;
  readonly Items?: readonly AttributeMap[];
  readonly Attributes?: AttributeMap;
  readonly LastEvaluatedKey?: AttributeMap;
  readonly Responses?: Readonly<Record<string, readonly AttributeMap[]>>;
  readonly UnprocessedKeys?: Readonly<Record<string, { readonly Keys: readonly AttributeMap[] }>>;
  readonly UnprocessedItems?: Readonly<Record<string, readonly UnprocessedWrite[]>>;
  readonly Count?: number;
  readonly ScannedCount?: number;
}

interface UnprocessedWrite {
  readonly PutRequest?: { readonly Item: AttributeMap };
  readonly DeleteRequest?: { readonly Key: AttributeMap };
}

export interface Called {
  readonly answer: Answer;
  readonly $metadata: Metadata;
}

/** @throws what DynamoDB answers, or TimeoutError */
type Call = (operation: string, body: string) => Promise<Called>;

const calls = new WeakMap<Config, Call>();

/** @returns a function that makes one call with those settings, without retries */
export function callWith(config: Config): Call {
  const known = calls.get(config);
  if (known) return known;
  const post = jsonCalls(postTo('dynamodb', config), 'DynamoDB_20120810', serviceError);
  const call: Call = async (operation, body) => {
    const { answer: got, $metadata } = await post(operation, body);
    return { answer: answer.parse(got), $metadata };
  };
  calls.set(config, call);
  return call;
}

const answer = z.custom<Answer>((one) => typeof one === 'object' && one !== null);
