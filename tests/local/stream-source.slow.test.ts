import { DescribeTableCommand, DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { createTable } from '../../infra/local/create-table.ts';
import { startDynamoDB } from '../../infra/local/dynamodb.ts';
import type { Engine } from '../../infra/local/engine.ts';
import { localAws } from '../../infra/local/environment.ts';
import type { FunctionHandler } from '../../infra/local/invoke.ts';
import type { Running } from '../../infra/local/loop.ts';
import { startStreamSource } from '../../infra/local/stream-source.ts';
import { hushLogs } from '../fixtures/logs.ts';

let engine: Engine;
let client: DynamoDBClient;
let streams: DynamoDBStreamsClient;
let source: Running | undefined;
let tables = 0;

beforeAll(async () => {
  hushLogs();
  engine = await startDynamoDB();
  client = new DynamoDBClient({ ...localAws, endpoint: engine.endpoint });
  streams = new DynamoDBStreamsClient({ ...localAws, endpoint: engine.endpoint });
});
afterEach(async () => {
  await source?.stop();
});
afterAll(() => engine.stop());

function idOf({ dynamodb }: DynamoDBRecord): string {
  const { pk } = dynamodb?.NewImage ?? {};
  return pk?.S ?? '';
}

const idsOf = (event: DynamoDBStreamEvent) => event.Records.map(idOf);

async function freshTable(): Promise<string> {
  tables += 1;
  const name = `stream-${tables}`;
  await createTable(client, name);
  return name;
}

async function put(table: string, id: string, due = true): Promise<void> {
  const Item = { pk: { S: id }, sk: { S: 'x' }, ...(due && { due: { S: 'mail' } }), bytes: { B: Buffer.from('hi') } };
  await client.send(new PutItemCommand({ TableName: table, Item }));
}

async function listen(table: string, handler: FunctionHandler<DynamoDBStreamEvent>): Promise<void> {
  const { Table } = await client.send(new DescribeTableCommand({ TableName: table }));
  source = await startStreamSource({
    name: 'relay',
    client: streams,
    streamArn: Table?.LatestStreamArn ?? '',
    handler,
    wants: (record) => Object.hasOwn(record.dynamodb?.NewImage ?? {}, 'due'),
  });
}

describe('the stream', () => {
  test('delivers later writes, filtered, in the shape of Lambda', async () => {
    const table = await freshTable();
    await put(table, 'before');
    const events: DynamoDBStreamEvent[] = [];
    await listen(table, (event) => events.push(structuredClone(event)));
    await put(table, 'not due', false);
    await put(table, 'due');
    await vi.waitFor(() => expect(events.flatMap(idsOf)).toEqual(['due']), 20_000);
    const record = events[0]?.Records[0];
    expect(record).toMatchObject({ eventName: 'INSERT', eventSource: 'aws:dynamodb', eventVersion: '1.1' });
    expect(record?.dynamodb).toMatchObject({
      StreamViewType: 'NEW_AND_OLD_IMAGES',
      Keys: { pk: { S: 'due' }, sk: { S: 'x' } },
      NewImage: { bytes: { B: Buffer.from('hi').toString('base64') } },
    });
    expect(record?.dynamodb).not.toHaveProperty('OldImage');
  });

  test('continues with the first record that failed', async () => {
    const table = await freshTable();
    const calls: string[][] = [];
    let failures = 1;
    // Holds the first batch until all three are written, so that the second contains them together.
    let letGo = () => {};
    const written = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    let held = () => {};
    const holding = new Promise<void>((resolve) => {
      held = resolve;
    });
    await listen(table, async (event) => {
      if (idsOf(event).includes('first')) {
        held();
        return written;
      }
      calls.push(idsOf(event));
      const wrong = event.Records.find((record) => idOf(record) === 'b');
      if (wrong === undefined || failures === 0) return { batchItemFailures: [] };
      failures -= 1;
      return { batchItemFailures: [{ itemIdentifier: wrong.dynamodb?.SequenceNumber }] };
    });
    await put(table, 'first');
    await holding;
    for (const id of ['a', 'b', 'c']) await put(table, id);
    letGo();
    await vi.waitFor(
      () =>
        expect(calls.map((call) => call.join(''))).toSatisfy((seen: string[]) =>
          ['abc,bc', 'ab,b,c', 'a,bc,bc', 'a,b,b,c', 'a,b,bc'].includes(seen.join()),
        ),
      20_000,
    );
  });

  test('retries the whole batch of a handler that throws', async () => {
    const table = await freshTable();
    const calls: string[][] = [];
    await listen(table, (event) => {
      calls.push(idsOf(event));
      if (calls.length < 3) throw new Error('not now');
    });
    await put(table, 'a');
    await vi.waitFor(() => expect(calls).toEqual([['a'], ['a'], ['a']]), 20_000);
  });

  test('lets the running batch end when it is stopped', async () => {
    const table = await freshTable();
    let begun = false;
    let ended = false;
    await listen(table, async () => {
      begun = true;
      await new Promise((resolve) => setTimeout(resolve, 400));
      ended = true;
    });
    await put(table, 'a');
    await vi.waitFor(() => expect(begun).toBe(true), 20_000);
    await source?.stop();
    expect(ended).toBe(true);
  });
});
