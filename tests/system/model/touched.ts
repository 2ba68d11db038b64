/** Determines the items that a call to the store reads or writes. */
import * as z from 'zod';
import { table } from '../../../shared/platform/store/table.ts';

const key = z.object({ pk: z.string(), sk: z.string() });
export type Key = z.infer<typeof key>;

const put = z.object({ Item: key }).transform(({ Item }) => Item);
const keyed = z.object({ Key: key }).transform(({ Key }) => Key);

const inTransaction = z.union([
  z.object({ Put: put }).transform(({ Put }) => [Put]),
  z.object({ Update: keyed }).transform(({ Update }) => [Update]),
  z.object({ Delete: keyed }).transform(({ Delete }) => [Delete]),
  z.object({ ConditionCheck: keyed }).transform(() => []),
]);
const inBatch = z.union([
  z.object({ PutRequest: put }).transform(({ PutRequest }) => PutRequest),
  z.object({ DeleteRequest: keyed }).transform(({ DeleteRequest }) => DeleteRequest),
]);

const writes: Readonly<Record<string, z.ZodType<Key[]>>> = {
  PutItemCommand: put.transform((one) => [one]),
  UpdateItemCommand: keyed.transform((one) => [one]),
  DeleteItemCommand: keyed.transform((one) => [one]),
  TransactWriteItemsCommand: z
    .object({ TransactItems: z.array(inTransaction) })
    .transform(({ TransactItems }) => TransactItems.flat()),
  BatchWriteItemCommand: z
    .object({ RequestItems: z.record(z.string(), z.array(inBatch)) })
    .transform(({ RequestItems }) => Object.values(RequestItems).flat()),
};

/** @returns the keys that the call writes, none when it only reads. @throws when they cannot be determined */
export function keysWritten(command: string, input: unknown): Key[] {
  return writes[command]?.parse(input) ?? [];
}

const get = z.strictObject({ TableName: z.string(), Key: key, ConsistentRead: z.boolean().optional() });
const batchGet = z.strictObject({
  RequestItems: z.record(z.string(), z.strictObject({ Keys: z.array(key), ConsistentRead: z.boolean().optional() })),
});

/** @returns the keys of the whole items that the call reads by key; undefined when it reads in another way */
export function keysRead(
  command: string,
  input: unknown,
): { one?: Key | undefined; many?: { table: string; keys: Key[] }[] | undefined } {
  if (command === 'GetItemCommand') return { one: get.safeParse(input).data?.Key };
  if (command !== 'BatchGetItemCommand') return {};
  const asked = batchGet.safeParse(input).data;
  return { many: asked && Object.entries(asked.RequestItems).map(([table, { Keys }]) => ({ table, keys: Keys })) };
}

/** The items of the table, or of an index, that have one partition key. */
export interface Partition {
  /** Of the index; undefined for the table. */
  readonly index: string | undefined;
  readonly key: string;
}

const queried = z.looseObject({
  IndexName: z.string().optional(),
  KeyConditionExpression: z.templateLiteral([z.string(), ' = ', z.string()]),
  ExpressionAttributeValues: z.record(z.string(), z.unknown()),
});

/** @returns the partition that the call queries; undefined when it is no query. @throws when it cannot be determined */
export function partitionRead(command: string, input: unknown): Partition | undefined {
  if (command !== 'QueryCommand') return;
  const { IndexName: index, KeyConditionExpression, ExpressionAttributeValues } = queried.parse(input);
  const [, name = ''] = /^#?\w+ = (:\w+)( AND |$)/.exec(KeyConditionExpression) ?? [];
  return { index, key: z.string().parse(ExpressionAttributeValues[name]) };
}

/** @returns the partitions that hold the item: an index holds items with both of its keys */
export function partitionsOf(item: Readonly<Record<string, unknown>>): Partition[] {
  const indexes = Object.values(table.indexes).flatMap(({ name: index, partitionKey, sortKey }) => {
    const key = item[partitionKey];
    return typeof key === 'string' && item[sortKey] !== undefined ? [{ index, key }] : [];
  });
  return [{ index: undefined, key: String(item[table.partitionKey]) }, ...indexes];
}
