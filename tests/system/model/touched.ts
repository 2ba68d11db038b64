/** Determines the items that a call to the store reads or writes. */
import * as z from 'zod';

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
