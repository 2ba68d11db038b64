/** Reads and writes a whole table. Only backups and restores do; requests never do. */
import { BatchWriteItemCommand, ScanCommand, type WriteRequest } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { backOff, type Store } from '../../shared/platform/store/store.ts';
import { type StoredItem, storedItem } from './item.ts';

/** @returns every item, page by page, each as it is when its page is read */
export async function* scanItems({ client: { sdk }, table }: Store): AsyncGenerator<StoredItem> {
  let from: ScanCommand['input']['ExclusiveStartKey'];
  do {
    const page = await sdk.send(new ScanCommand({ TableName: table, ConsistentRead: true, ExclusiveStartKey: from }));
    yield* z.array(storedItem).parse(page.Items ?? []);
    from = page.LastEvaluatedKey;
  } while (from);
}

/** Limit of DynamoDB per call. */
const batchSize = 25;
const maxAttempts = 12;

/** Collects writes and sends them in batches; `end` sends the rest. Each key may occur once. */
export function batchWriter(store: Store): { add(request: WriteRequest): Promise<void>; end(): Promise<void> } {
  let waiting: WriteRequest[] = [];
  const end = async () => {
    const batch = waiting;
    waiting = [];
    if (batch.length > 0) await writeBatch(store, batch);
  };
  return {
    async add(request) {
      waiting.push(request);
      if (waiting.length === batchSize) await end();
    },
    end,
  };
}

async function writeBatch({ client: { sdk }, table }: Store, batch: WriteRequest[]): Promise<void> {
  let left = batch;
  for (let attempt = 1; ; attempt += 1) {
    const { UnprocessedItems } = await sdk.send(new BatchWriteItemCommand({ RequestItems: { [table]: left } }));
    left = UnprocessedItems?.[table] ?? [];
    if (left.length === 0) return;
    if (attempt >= maxAttempts) throw new Error('the table is too busy to write to');
    await backOff(attempt);
  }
}
