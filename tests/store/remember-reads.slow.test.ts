/** The memory that spares reads in tests of pages (tests/fixtures/remember-reads.ts) says what the table says. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  BatchGetCommand,
  BatchWriteCommand,
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '../../shared/platform/store/commands.ts';
import type { Store } from '../../shared/platform/store/store.ts';
import { rememberingStore } from '../fixtures/remember-reads.ts';
import { anotherClient } from '../fixtures/store.ts';

const places = ['A', 'B'].flatMap((pk) => ['1', '2'].map((sk) => ({ pk, sk })));
const listed = ['X', 'Y'];

const write = fc.record({
  how: fc.constantFrom('put', 'update', 'delete', 'batch', 'transaction'),
  Key: fc.constantFrom(...places),
  list: fc.constantFrom(...listed),
});

type Write = typeof write extends fc.Arbitrary<infer One> ? One : never;

async function carryOut({ client, table: TableName }: Store, { how, Key, list }: Write): Promise<unknown> {
  const Item = { ...Key, listKey: list, listedAt: Key.sk };
  const change = {
    ...{ TableName, Key, UpdateExpression: 'SET listKey = :list, listedAt = :at' },
    ExpressionAttributeValues: { ':list': list, ':at': `${Key.sk}0` },
  };
  if (how === 'put') return client.send(new PutCommand({ TableName, Item }));
  if (how === 'update') return client.send(new UpdateCommand(change));
  if (how === 'delete') return client.send(new DeleteCommand({ TableName, Key }));
  if (how === 'transaction') return client.send(new TransactWriteCommand({ TransactItems: [{ Update: change }] }));
  return client.send(new BatchWriteCommand({ RequestItems: { [TableName]: [{ PutRequest: { Item } }] } }));
}

/** @returns everything that pages read: items, several at once, a partition, and what an index lists */
async function readAll({ client, table: TableName }: Store): Promise<unknown[]> {
  const items = places.map(async (Key) => (await client.send(new GetCommand({ TableName, Key }))).Item);
  const several = client.send(new BatchGetCommand({ RequestItems: { [TableName]: { Keys: places } } }));
  const query = (partition: string, value: string, IndexName?: string) =>
    client.send(
      new QueryCommand({
        ...{ TableName, IndexName, KeyConditionExpression: '#partition = :partition' },
        ExpressionAttributeNames: { '#partition': partition },
        ExpressionAttributeValues: { ':partition': value },
      }),
    );
  const lists = [
    ...['A', 'B'].map((pk) => query('pk', pk)),
    ...listed.map((one) => query('listKey', one, 'listedByTime')),
  ];
  const bySort = (all: readonly Record<string, unknown>[] = []) =>
    all.toSorted((one, other) => JSON.stringify(one).localeCompare(JSON.stringify(other)));
  const { Responses } = await several;
  const found = (await Promise.all(lists)).map(({ Items }) => bySort(Items));
  return [...(await Promise.all(items)), bySort(Responses?.[TableName]), ...found];
}

it('remembers nothing that a write has changed, and asks for nothing twice', async () => {
  const store = await rememberingStore();
  const truth = anotherClient(store);
  await fc.assert(
    fc.asyncProperty(fc.array(write, { minLength: 1, maxLength: 3 }), async (writes) => {
      await readAll(store);
      await Promise.all([...writes.map((one) => carryOut(store, one)), readAll(store)]);
      expect(await readAll(store)).toEqual(await readAll(truth));
    }),
    { numRuns: 40 },
  );
  const before = await readAll(store);
  let sent = 0;
  const countSent = { step: 'finalizeRequest', name: 'countSent' } as const;
  store.client.middlewareStack.add(
    (next) => (args) => {
      sent += 1;
      return next(args);
    },
    countSent,
  );
  expect(await readAll(store)).toEqual(before);
  expect(sent).toBe(0);
  await Promise.all(places.map((Key) => carryOut(store, { how: 'put', Key, list: 'X' })));
  expect(sent, 'what is sent is counted').toBe(places.length);
});
