import {
  type AttributeDefinition,
  CreateTableCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  type GlobalSecondaryIndex,
  type KeySchemaElement,
  ResourceInUseException,
  ResourceNotFoundException,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import { type IndexShape, table } from '../../shared/store/table.ts';
import { refusal } from './refusal.ts';

const indexes: readonly IndexShape[] = Object.values(table.indexes);

/**
 * Creates the one table where it is missing. Refuses one whose indexes are those of another version of this code.
 *
 * @param hasStream DynamoDB Local looks through the records of all older streams with every call to a table that has one,
 *   so where nobody reads the stream it is better off without
 */
export async function createTable(client: DynamoDBClient, name: string, hasStream = true): Promise<void> {
  const present = await presentIndexes(client, name);
  if (present === undefined) return create(client, name, hasStream);
  const wanted = indexes.map(({ name, projects }) => describeIndex(name, projects)).toSorted();
  if (present.join() !== wanted.join()) {
    throw refusal(
      'The data of this stack was written by another version whose table differs: "npm run reset" starts afresh.',
    );
  }
}

async function presentIndexes(client: DynamoDBClient, name: string): Promise<string[] | undefined> {
  try {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: name }));
    const present = Table?.GlobalSecondaryIndexes ?? [];
    return present
      .map(({ IndexName, Projection }) => describeIndex(IndexName ?? '', Projection?.NonKeyAttributes ?? []))
      .toSorted();
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
    // Somebody who shares the engine made it in between.
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
