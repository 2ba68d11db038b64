/** Reads items by key. Reads requested at the same moment share one call. */

import * as z from 'zod';
import { countMetric } from '../config/metric.ts';
import { isPossibleKey } from './bytes.ts';
import { BatchGetCommand, GetCommand } from './commands.ts';
import { backOff, conflictError, type Store } from './store.ts';

const keyOf = z.object({ pk: z.string(), sk: z.string() });
type Key = z.infer<typeof keyOf>;
type Item = Record<string, unknown>;

/**
 * Whether a read must see every write that ended before it. An eventually consistent read costs half, and may be about a
 * second behind: enough for a cache, and for a row that is then written on the condition that it did not change.
 */
export type Consistency = 'consistent' | 'eventual';

interface Wanted {
  readonly key: Key;
  readonly consistency: Consistency;
  readonly found: (item: Item | undefined) => void;
  readonly failed: (error: unknown) => void;
}

/** Maximum number of items that DynamoDB reads per call. */
const maxAtOnce = 100;
const maxAttempts = 8;
const waiting = new WeakMap<Store, Wanted[]>();

/**
 * Reads an item. One GetItem; together with other reads requested in the same tick, one BatchGetItem per hundred, which
 * is strongly consistent when one of them must be.
 *
 * @returns the item, or undefined when it does not exist
 */
export function readItem(store: Store, key: Key, consistency: Consistency = 'consistent'): Promise<Item | undefined> {
  if (!isPossibleKey(key)) return Promise.resolve(undefined);
  return new Promise((found, failed) => {
    const others = waiting.get(store);
    if (others) others.push({ key, consistency, found, failed });
    else {
      waiting.set(store, [{ key, consistency, found, failed }]);
      queueMicrotask(() => readWaiting(store));
    }
  });
}

function readWaiting(store: Store): void {
  const wanted = waiting.get(store) ?? [];
  waiting.delete(store);
  for (let start = 0; start < wanted.length; start += maxAtOnce) {
    const some = wanted.slice(start, start + maxAtOnce);
    answer(store, some).catch((error) => {
      for (const { failed } of some) failed(error);
    });
  }
}

async function answer(store: Store, wanted: readonly Wanted[]): Promise<void> {
  const keys = wanted.map(({ key }) => key);
  const [first, ...others] = wanted;
  if (!first) return;
  const consistent = wanted.some(({ consistency }) => consistency === 'consistent');
  if (others.length === 0) {
    const { Item } = await store.client.send(
      new GetCommand({ TableName: store.table, Key: first.key, ConsistentRead: consistent }),
    );
    return first.found(Item);
  }
  const items = await readHundred(store, keys, { consistent });
  for (const [place, { found }] of wanted.entries()) found(items[place]);
}

interface Reading {
  /** Attributes to read; all by default. */
  readonly attributes?: readonly string[];
  readonly consistent: boolean;
}

/**
 * Reads items by key. One BatchGetItem per hundred.
 *
 * @returns the items in the order of the keys, undefined for those that do not exist
 */
export async function readItems(
  store: Store,
  keys: readonly Key[],
  reading: Reading,
): Promise<readonly (Item | undefined)[]> {
  const hundreds = Array.from({ length: Math.ceil(keys.length / maxAtOnce) }, (_, number) =>
    keys.slice(number * maxAtOnce, (number + 1) * maxAtOnce),
  );
  return (await Promise.all(hundreds.map((some) => readHundred(store, some, reading)))).flat();
}

const nameOf = ({ pk, sk }: Key) => `${pk} ${sk}`;

async function readHundred(
  { client, table }: Store,
  keys: readonly Key[],
  { attributes, consistent }: Reading,
): Promise<readonly (Item | undefined)[]> {
  const items = new Map<string, Item>();
  const names = attributes && [...new Set(['pk', 'sk', ...attributes])];
  // DynamoDB refuses a key that occurs twice.
  let Keys: Item[] = [...new Map(keys.map((key) => [nameOf(key), { pk: key.pk, sk: key.sk }])).values()];
  for (let attempt = 1; ; attempt += 1) {
    const { Responses, UnprocessedKeys } = await client.send(
      new BatchGetCommand({
        RequestItems: {
          [table]: {
            Keys,
            ConsistentRead: consistent,
            ...(names
              ? {
                  ProjectionExpression: names.map((name) => `#${name}`).join(', '),
                  ExpressionAttributeNames: Object.fromEntries(names.map((name) => [`#${name}`, name])),
                }
              : {}),
          },
        },
      }),
    );
    for (const item of Responses?.[table] ?? []) items.set(nameOf(keyOf.parse(item)), item);
    // Keys beyond the current capacity are returned unprocessed:
    // https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html
    Keys = UnprocessedKeys?.[table]?.Keys ?? [];
    if (Keys.length === 0) return keys.map((key) => items.get(nameOf(key)));
    countMetric('TableThrottles');
    if (attempt >= maxAttempts) throw conflictError('the table put off a read');
    await backOff(attempt);
  }
}
