/** A table of an older version gets its missing indexes. */
import { randomUUID } from 'node:crypto';
import { CreateTableCommand, DescribeTableCommand, type GlobalSecondaryIndex } from '@aws-sdk/client-dynamodb';
import { beforeAll, expect, it } from 'vitest';
import { createTable } from '../../infra/local/create-table.ts';
import { table } from '../../shared/platform/store/table.ts';
import { streamedStores } from '../fixtures/store.ts';

const added = table.indexes.listedByTime;

/** An engine of its own: DynamoDB Local creates indexes slowly while other tests keep it busy. */
let freshStore: Awaited<ReturnType<typeof streamedStores>>;
beforeAll(async () => {
  freshStore = await streamedStores();
});

/**
 * @param edit changes the indexes of today's table into those of the other one
 * @returns an empty table with these indexes, and those of today's. It is created anew: on some machines, DynamoDB
 *   Local takes minutes to delete an index of a table.
 */
async function tableWith(edit: (today: GlobalSecondaryIndex[]) => GlobalSecondaryIndex[]) {
  const {
    client: { sdk: client },
    table: today,
  } = await freshStore();
  const describe = async (TableName: string) =>
    (await client.send(new DescribeTableCommand({ TableName }))).Table ?? expect.fail('the table is missing');
  const indexes = (described: { GlobalSecondaryIndexes?: { IndexName?: string | undefined }[] | undefined }) =>
    (described.GlobalSecondaryIndexes ?? []).map(({ IndexName }) => IndexName).toSorted();
  const { KeySchema, AttributeDefinitions = [], GlobalSecondaryIndexes = [] } = await describe(today);
  const edited = edit(
    GlobalSecondaryIndexes.map(({ IndexName, KeySchema, Projection }) => ({ IndexName, KeySchema, Projection })),
  );
  const keys = [...(KeySchema ?? []), ...edited.flatMap((index) => index.KeySchema ?? [])];
  const name = `t-${randomUUID()}`;
  await client.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema,
      AttributeDefinitions: AttributeDefinitions.filter((one) =>
        keys.some((key) => key.AttributeName === one.AttributeName),
      ),
      GlobalSecondaryIndexes: edited,
    }),
  );
  return { client, name, today: indexes({ GlobalSecondaryIndexes }), now: async () => indexes(await describe(name)) };
}

it('adds an index that the table lacks', async () => {
  const { client, name, today, now } = await tableWith((all) => all.filter((one) => one.IndexName !== added.name));
  expect(await now()).not.toEqual(today);
  await createTable(client, name);
  expect(await now()).toEqual(today);
});

it('refuses a table with an index of another shape', async () => {
  const otherShape = { ProjectionType: 'INCLUDE' as const, NonKeyAttributes: ['country'] };
  const { client, name } = await tableWith((all) =>
    all.map((one) => (one.IndexName === added.name ? { ...one, Projection: otherShape } : one)),
  );
  await expect(createTable(client, name)).rejects.toThrow('another version');
});
