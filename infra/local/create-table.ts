import { setTimeout as sleep } from 'node:timers/promises';
import {
  type AttributeDefinition,
  CreateTableCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  type GlobalSecondaryIndex,
  type KeySchemaElement,
  ResourceInUseException,
  ResourceNotFoundException,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import { type IndexShape, table } from '../../shared/platform/store/table.ts';
import { refusal } from './refusal.ts';

const indexes: readonly IndexShape[] = Object.values(table.indexes);

/**
 * Creates the table if it is missing, and adds missing indexes to a table of an earlier version. Refuses a table whose
 * indexes differ.
 *
 * @param hasStream on tables with a stream, DynamoDB Local looks through the records of all older streams on every
 *   call; so leave the stream out where nobody reads it
 */
export async function createTable(client: DynamoDBClient, name: string, hasStream = true): Promise<void> {
  const present = await presentIndexes(client, name);
  if (present === undefined) return create(client, name, hasStream);
  const wanted = indexes.map((index) => ({ index, described: describeIndex(index.name, index.projects) }));
  const missing = wanted.filter(({ described }) => !present.includes(described));
  const isStrange =
    present.some((one) => !wanted.some(({ described }) => described === one)) ||
    missing.some(({ index }) => present.some((one) => one.startsWith(`${index.name}:`)));
  if (isStrange) {
    throw refusal(
      'The data of this stack was written by another version whose table differs: "npm run reset" deletes it and starts over.',
    );
  }
  for (const { index } of missing) await addIndex(client, name, index);
}

async function addIndex(client: DynamoDBClient, table: string, index: IndexShape): Promise<void> {
  await client.send(
    new UpdateTableCommand({
      TableName: table,
      AttributeDefinitions: keyAttributes(),
      GlobalSecondaryIndexUpdates: [{ Create: toIndex(index) }],
    }),
  );
  for (;;) {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: table }));
    const made = Table?.GlobalSecondaryIndexes?.find(({ IndexName }) => IndexName === index.name);
    if (made?.IndexStatus === 'ACTIVE') return;
    await sleep(100);
  }
}

async function presentIndexes(client: DynamoDBClient, name: string): Promise<string[] | undefined> {
  try {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: name }));
    const present = Table?.GlobalSecondaryIndexes ?? [];
    return present.map(({ IndexName, Projection }) =>
      describeIndex(IndexName ?? '', Projection?.NonKeyAttributes ?? []),
    );
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}

const describeIndex = (name: string, projects: readonly string[]) => `${name}:${projects.toSorted().join('+')}`;

async function create(client: DynamoDBClient, name: string, hasStream: boolean): Promise<void> {
  const command = new CreateTableCommand({
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: keyAttributes(),
    KeySchema: keys(table.partitionKey, table.sortKey),
    GlobalSecondaryIndexes: indexes.map(toIndex),
    StreamSpecification: hasStream
      ? { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' }
      : { StreamEnabled: false },
  });
  try {
    await client.send(command);
  } catch (error) {
    // Another user of the same engine created it meanwhile.
    if (error instanceof ResourceInUseException) return;
    throw error;
  }
  const timeToLive = { AttributeName: table.timeToLive, Enabled: true };
  await client.send(new UpdateTimeToLiveCommand({ TableName: name, TimeToLiveSpecification: timeToLive }));
}

function keyAttributes(): AttributeDefinition[] {
  const names = [table.partitionKey, table.sortKey, ...indexes.flatMap((index) => [index.partitionKey, index.sortKey])];
  return [...new Set(names)].map((name) => ({ AttributeName: name, AttributeType: 'S' }));
}

const keys = (partitionKey: string, sortKey: string): KeySchemaElement[] => [
  { AttributeName: partitionKey, KeyType: 'HASH' },
  { AttributeName: sortKey, KeyType: 'RANGE' },
];

const toIndex = (index: IndexShape): GlobalSecondaryIndex => ({
  IndexName: index.name,
  KeySchema: keys(index.partitionKey, index.sortKey),
  Projection:
    index.projects.length > 0
      ? { ProjectionType: 'INCLUDE', NonKeyAttributes: [...index.projects] }
      : { ProjectionType: 'KEYS_ONLY' },
});
