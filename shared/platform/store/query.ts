/** Reads the rows of one partition, of the table or of an index, in order of their sort keys and a page at a time. */
import type { QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { QueryCommand } from './commands.ts';
import type { Consistency } from './read.ts';
import type { Store } from './store.ts';
import type { IndexShape } from './table.ts';

/** The table itself (`table` of table.ts), or one of its indexes. */
export type Queried = Pick<IndexShape, 'partitionKey' | 'sortKey'> & { readonly name?: string };

/** Key of the row after which a page starts. In an index, it consists of the keys of the row and those of the index. */
export type StartKey = Readonly<Record<string, unknown>>;

/** A condition on rows. DynamoDB applies it after it has read them, so it saves no reads. */
export interface RowFilter {
  readonly expression: string;
  readonly names: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, unknown>>;
}

export interface QueryRange {
  /** Sort keys to read, by default all. `between` and `upTo` include their bounds. */
  readonly keys?:
    | { readonly between: readonly [low: string, high: string] }
    | { readonly upTo: string }
    | { readonly after: string }
    | { readonly before: string }
    | { readonly prefix: string }
    | undefined;
  /** `next` of the previous page. */
  readonly start?: StartKey | undefined;
  /** Maximum number of rows that are read for a page, before the filter. DynamoDB also ends a page at 1 MB. */
  readonly limit?: number;
  /** Starts with the highest sort key. */
  readonly descending?: boolean;
  /** By default eventually consistent, at half the price. Indexes are always eventually consistent. */
  readonly consistency?: Consistency;
  readonly filter?: RowFilter | undefined;
}

export interface QueryPage<Row> {
  readonly rows: Row[];
  /** Where the next page starts; undefined after the last one. A page that has it may still be empty. */
  readonly next: StartKey | undefined;
}

/**
 * Looks whether a partition of the table holds anything: half a read unit. It may be a moment behind, so it is for work
 * that is looked for again and again.
 */
export async function hasRows({ client, table: TableName }: Store, partition: string): Promise<boolean> {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName,
      KeyConditionExpression: 'pk = :partition',
      ExpressionAttributeValues: { ':partition': partition },
      Limit: 1,
    }),
  );
  return Items.length > 0;
}

/**
 * One Query.
 *
 * @param partition value of the partition key
 * @throws ZodError when a row does not fit the schema
 */
export async function queryPage<Schema extends z.ZodType>(
  store: Store,
  index: Queried,
  partition: string,
  range: QueryRange,
  schema: Schema,
): Promise<QueryPage<z.output<Schema>>> {
  const { Items = [], LastEvaluatedKey } = await store.client.send(
    new QueryCommand(queryInput(store, index, partition, range)),
  );
  return { rows: z.array(schema).parse(Items), next: LastEvaluatedKey };
}

/** As `queryPage`, until the range ends. One Query for each page, when it is asked for. Yields empty pages, too. */
export async function* queryPages<Schema extends z.ZodType>(
  store: Store,
  index: Queried,
  partition: string,
  range: QueryRange,
  schema: Schema,
): AsyncGenerator<z.output<Schema>[]> {
  let { start } = range;
  do {
    const { rows, next } = await queryPage(store, index, partition, { ...range, start }, schema);
    yield rows;
    start = next;
  } while (start);
}

/** @returns all rows of the range, for partitions that are known to be small. One Query for each page */
export async function queryAll<Schema extends z.ZodType>(
  store: Store,
  index: Queried,
  partition: string,
  range: QueryRange,
  schema: Schema,
): Promise<z.output<Schema>[]> {
  const all: z.output<Schema>[] = [];
  for await (const rows of queryPages(store, index, partition, range, schema)) all.push(...rows);
  return all;
}

/**
 * Counts rows without returning them. One Query for each page.
 *
 * @param most stops once at least that many were counted; then the count may be higher
 */
export async function queryCount(
  store: Store,
  index: Queried,
  partition: string,
  range: QueryRange,
  most = Number.POSITIVE_INFINITY,
): Promise<number> {
  let sum = 0;
  let { start } = range;
  do {
    const { Count = 0, LastEvaluatedKey } = await store.client.send(
      new QueryCommand({ ...queryInput(store, index, partition, { ...range, start }), Select: 'COUNT' }),
    );
    sum += Count;
    start = LastEvaluatedKey;
  } while (start && sum < most);
  return sum;
}

function queryInput(store: Store, index: Queried, partition: string, range: QueryRange): QueryCommandInput {
  const { keys, start, limit, descending = false, consistency = 'eventual', filter } = range;
  const { condition, bounds } = sortCondition(keys);
  return {
    TableName: store.table,
    ...(index.name === undefined ? {} : { IndexName: index.name }),
    KeyConditionExpression: `#partition = :partition${condition}`,
    ExpressionAttributeNames: {
      '#partition': index.partitionKey,
      ...(condition === '' ? {} : { '#sort': index.sortKey }),
      ...filter?.names,
    },
    ExpressionAttributeValues: { ':partition': partition, ...bounds, ...filter?.values },
    ...(filter ? { FilterExpression: filter.expression } : {}),
    ...(descending ? { ScanIndexForward: false } : {}),
    ...(consistency === 'consistent' ? { ConsistentRead: true } : {}),
    ...(limit === undefined ? {} : { Limit: limit }),
    ...(start ? { ExclusiveStartKey: { ...start } } : {}),
  };
}

/** @returns the condition on the sort key, and its values */
function sortCondition(keys: QueryRange['keys']): { condition: string; bounds: Readonly<Record<string, string>> } {
  if (keys === undefined) return { condition: '', bounds: {} };
  if ('between' in keys) {
    const [low, high] = keys.between;
    return { condition: ' AND #sort BETWEEN :low AND :high', bounds: { ':low': low, ':high': high } };
  }
  if ('upTo' in keys) return { condition: ' AND #sort <= :high', bounds: { ':high': keys.upTo } };
  if ('after' in keys) return { condition: ' AND #sort > :low', bounds: { ':low': keys.after } };
  if ('before' in keys) return { condition: ' AND #sort < :high', bounds: { ':high': keys.before } };
  return { condition: ' AND begins_with(#sort, :prefix)', bounds: { ':prefix': keys.prefix } };
}
