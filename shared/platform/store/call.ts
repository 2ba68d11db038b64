/**
 * Calls the table. The SDK's client finds region, endpoint, credentials and connections. This file replaces the SDK's
 * work for each call (rules for endpoints, schemas, a description of itself, layers of middleware), only for our
 * operations, in a quarter of the processor time: docs/decisions/093-calls-to-the-table.md.
 */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
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
  const post = postTo('dynamodb', config);
  const call: Call = async (operation, body) => {
    const target = `DynamoDB_20120810.${operation}`;
    const { text, $metadata } = await post(body, { 'content-type': contentType, 'x-amz-target': target });
    if ($metadata.httpStatusCode >= 300) throw serviceError(text, $metadata);
    return { answer: answer.parse(JSON.parse(text)), $metadata };
  };
  calls.set(config, call);
  return call;
}

const contentType = 'application/x-amz-json-1.0';
const answer = z.custom<Answer>((one) => typeof one === 'object' && one !== null);
