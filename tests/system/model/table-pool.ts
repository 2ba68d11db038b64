/**
 * Where histories are played, one after the other: one table, emptied after each. Tables are dear in DynamoDB Local, and
 * the more streams there were before the dearer is every call.
 */
import { BatchWriteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { expect } from 'vitest';
import type { Store } from '../../../shared/platform/store/store.ts';
import { anotherClient } from '../../fixtures/store.ts';
import { type News, readStream } from '../property/mail-pipeline.ts';
import type { Item } from './table-snapshot.ts';

export interface Stage {
  readonly store: Store;
  readonly news: News;
}

/** @returns a function that gives the stage for the next history, over that store */
export async function openStage(store: Store): Promise<() => Stage> {
  // A reader of a stream that is still empty loses its place.
  await store.client.send(new PutCommand({ TableName: store.table, Item: nothing }));
  const news = await readStream(store);
  await clear({ store, news }, [nothing]);
  return () => ({ store: anotherClient(store), news });
}

const nothing = { pk: 'NOTHING', sk: 'NOTHING' };

/** A write takes so many items at the most. */
const batch = 25;

/** Takes away what a history left. */
export async function clear({ store, news }: Stage, items: readonly Item[]): Promise<void> {
  const { client, table } = store;
  for (let start = 0; start < items.length; start += batch) {
    const some = items.slice(start, start + batch).map(({ pk, sk }) => ({ DeleteRequest: { Key: { pk, sk } } }));
    const { UnprocessedItems } = await client.send(new BatchWriteCommand({ RequestItems: { [table]: some } }));
    expect(UnprocessedItems).toEqual({});
  }
  await news();
}
