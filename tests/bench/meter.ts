/** Measures the cost of a store's calls: a second client reads each item before and after the call. */
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { GetCommand } from '../../shared/platform/store/commands.ts';
import { isConditionFailed, type Store } from '../../shared/platform/store/store.ts';
import { table } from '../../shared/platform/store/table.ts';
import { type Change, type Item, indexesWriteUnits, indexHits, itemSize, readUnits, tableWriteUnits } from './units.ts';

/** One call and its units. */
export interface Cost {
  readonly operation: string;
  readonly reads: number;
  /** Write units of the table and of its indexes. */
  readonly writes: number;
  readonly indexWrites: number;
  /** Bytes read, or bytes of the largest item after the write. */
  readonly bytes: number;
  /** Partition keys of the table and its indexes on which the write units fall. */
  readonly hits: readonly Hit[];
}

/** Write units on one partition key. */
export interface Hit {
  /** `table`, or the name of the index. */
  readonly place: string;
  readonly key: string;
  readonly units: number;
}

/**
 * @returns the write units of the numbers of a day, which the mailer writes once for each letter in a batch of mails
 * (`shared/count/daily-submissions.ts`)
 */
export function unitsOncePerBatch(costs: readonly Cost[]): number {
  const hits = costs.flatMap((cost) => cost.hits).filter((hit) => hit.key.startsWith(figuresKey));
  return hits.reduce((sum, { units }) => sum + units, 0);
}

const figuresKey = 'FIGURES#';

const key = z.object({ pk: z.string(), sk: z.string() });
type Key = z.infer<typeof key>;
const item = z.record(z.string(), z.unknown());

const read = z.object({ ConsistentRead: z.boolean().default(false), FilterExpression: z.undefined().optional() });
const answer = z.object({ Item: item.optional(), Items: z.array(item).optional() });
const batch = z.object({
  RequestItems: z.record(z.string(), z.object({ Keys: z.array(key), ConsistentRead: z.boolean().default(false) })),
});
const batchAnswer = z.object({ Responses: z.record(z.string(), z.array(item)) });
const write = z.object({ Key: key }).or(z.object({ Item: key }));
const transaction = z.object({
  TransactItems: z.array(z.object({ Put: write, Update: write, Delete: write }).partial()),
});

/** @returns the list to which each later call of `store` is added; `looker` is another client for the same table */
export function meterCalls({ client }: Store, looker: Store): Cost[] {
  const costs: Cost[] = [];
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const operation = String(context.commandName).replace(/Command$/, '');
      if (operation === 'GetItem' || operation === 'BatchGetItem' || operation === 'Query') {
        const result = await next(args);
        costs.push(readCost(operation, args.input, result.output));
        return result;
      }
      const keys = keysWritten(operation, args.input);
      const before = await look(looker, keys);
      const note = async () => costs.push(writeCost(operation, keys, before, await look(looker, keys)));
      try {
        const result = await next(args);
        await note();
        return result;
      } catch (error) {
        // A write whose condition fails costs as much, by the size of the item that it found.
        if (isConditionFailed(error) || error instanceof TransactionCanceledException) await note();
        throw error;
      }
    },
    { step: 'initialize', name: 'meterCalls' },
  );
  return costs;
}

function readCost(operation: string, input: unknown, output: unknown): Cost {
  if (operation === 'BatchGetItem') return batchCost(operation, input, output);
  const consistency = read.parse(input).ConsistentRead ? 'strong' : 'eventual';
  const { Item: one, Items: all = one ? [one] : [] } = answer.parse(output);
  const bytes = all.reduce((sum, each) => sum + itemSize(each), 0);
  return { operation, reads: readUnits(bytes, consistency), writes: 0, indexWrites: 0, bytes, hits: [] };
}

/** Each item is rounded up separately, and a missing one takes the minimum. */
function batchCost(operation: string, input: unknown, output: unknown): Cost {
  const { RequestItems } = batch.parse(input);
  const { Responses } = batchAnswer.parse(output);
  const sizes = Object.entries(RequestItems).flatMap(([table, { Keys, ConsistentRead }]) => {
    const found = (Responses[table] ?? []).map(itemSize);
    const missing = Array.from({ length: Keys.length - found.length }, () => 0);
    return [...found, ...missing].map(
      (bytes) => ({ bytes, consistency: ConsistentRead ? 'strong' : 'eventual' }) as const,
    );
  });
  const sum = (of: (size: (typeof sizes)[number]) => number) => sizes.reduce((total, size) => total + of(size), 0);
  return {
    operation,
    reads: sum(({ bytes, consistency }) => readUnits(bytes, consistency)),
    writes: 0,
    indexWrites: 0,
    bytes: sum(({ bytes }) => bytes),
    hits: [],
  };
}

function keysWritten(operation: string, input: unknown): Key[] {
  const keyOf = (one: z.infer<typeof write>) => ('Key' in one ? one.Key : one.Item);
  if (operation !== 'TransactWriteItems') return [keyOf(write.parse(input))];
  return transaction
    .parse(input)
    .TransactItems.flatMap(({ Put, Update, Delete }) =>
      [Put, Update, Delete].flatMap((one) => (one ? keyOf(one) : [])),
    );
}

function look({ client, table }: Store, keys: readonly Key[]): Promise<(Item | undefined)[]> {
  return Promise.all(
    keys.map(async (Key) => (await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }))).Item),
  );
}

function writeCost(
  operation: string,
  keys: readonly Key[],
  before: readonly (Item | undefined)[],
  after: readonly (Item | undefined)[],
): Cost {
  const changes = after.map((one, index) => ({ before: before[index], after: one }));
  const sum = (units: (change: (typeof changes)[number]) => number) =>
    changes.reduce((total, change) => total + units(change), 0);
  return {
    operation,
    reads: 0,
    writes: sum((change) => tableWriteUnits(change, operation === 'TransactWriteItems')),
    indexWrites: sum(indexesWriteUnits),
    bytes: Math.max(...after.map((one) => itemSize(one ?? {}))),
    hits: changes.flatMap((change, index) => hitsOf(keys[index]?.pk ?? '', change, operation === 'TransactWriteItems')),
  };
}

function hitsOf(key: string, change: Change, transactional: boolean): Hit[] {
  return [
    { place: 'table', key, units: tableWriteUnits(change, transactional) },
    ...Object.values(table.indexes).flatMap((index) =>
      indexHits(index, change).map((hit) => ({ place: index.name, key: String(hit.key), units: hit.units })),
    ),
  ];
}
