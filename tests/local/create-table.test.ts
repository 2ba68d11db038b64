/** The table of an older version gets the indexes that it lacks. */
import { DescribeTableCommand, UpdateTableCommand } from '@aws-sdk/client-dynamodb';
import { expect, it } from 'vitest';
import { createTable } from '../../infra/local/create-table.ts';
import { table } from '../../shared/store/table.ts';
import { freshStore } from '../fixtures/store.ts';

const { name: IndexName, partitionKey, sortKey } = table.indexes.listedByTime;

/** @returns a table without its index by time, and ways to look at its indexes and to change one */
async function olderTable() {
  const { client, table: name } = await freshStore();
  const change = (update: NonNullable<UpdateTableCommand['input']['GlobalSecondaryIndexUpdates']>[number]) =>
    client.send(
      new UpdateTableCommand({
        TableName: name,
        AttributeDefinitions: ['listKey', 'listedAt'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
        GlobalSecondaryIndexUpdates: [update],
      }),
    );
  const indexes = async () => {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: name }));
    return (Table?.GlobalSecondaryIndexes ?? []).map((index) => index.IndexName).toSorted();
  };
  const whole = await indexes();
  await change({ Delete: { IndexName } });
  await expect.poll(indexes, { timeout: 50_000 }).not.toContain(IndexName);
  return { client, name, change, indexes, whole };
}

it('adds an index that the table lacks', async () => {
  const { client, name, indexes, whole } = await olderTable();
  await createTable(client, name);
  expect(await indexes()).toEqual(whole);
});

it('refuses a table with an index of another shape', async () => {
  const { client, name, change } = await olderTable();
  await change({
    Create: {
      IndexName,
      KeySchema: [
        { AttributeName: partitionKey, KeyType: 'HASH' },
        { AttributeName: sortKey, KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['country'] },
    },
  });
  await expect(createTable(client, name)).rejects.toThrow('another version');
});
