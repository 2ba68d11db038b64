/**
 * The place where histories are played one after the other: one table, emptied after each. Tables are expensive in
 * DynamoDB Local, and every stream created before slows down all calls.
 */

import { expect } from 'vitest';
import { BatchWriteCommand, PutCommand } from '../../../shared/platform/store/commands.ts';
import type { Store } from '../../../shared/platform/store/store.ts';
import { anotherClient } from '../../fixtures/store.ts';
import { type News, readStream } from '../property/mail-pipeline.ts';
import type { Item } from './table-snapshot.ts';

export interface PooledTable {
  readonly store: Store;
  readonly news: News;
}

/** @returns a function that prepares the store for the next history */
export async function openTablePool(store: Store): Promise<() => PooledTable> {
  // A reader of a stream that is still empty loses its position.
  await store.client.send(new PutCommand({ TableName: store.table, Item: nothing }));
  const news = await readStream(store);
  await clear({ store, news }, [nothing]);
  return () => ({ store: anotherClient(store), news });
}

const nothing = { pk: 'NOTHING', sk: 'NOTHING' };

/** Maximum number of items per write. */
const batch = 25;

/** Deletes what a history left. */
export async function clear({ store, news }: PooledTable, items: readonly Item[]): Promise<void> {
  const { client, table } = store;
  for (let start = 0; start < items.length; start += batch) {
    const some = items.slice(start, start + batch).map(({ pk, sk }) => ({ DeleteRequest: { Key: { pk, sk } } }));
    const { UnprocessedItems } = await client.send(new BatchWriteCommand({ RequestItems: { [table]: some } }));
    expect(UnprocessedItems).toEqual({});
  }
  await news();
}
