/**
 * Capacity units by AWS's rules, from the sizes of items. DynamoDB Local's own numbers are not used, as it counts
 * transactions differently.
 *
 * - sizes: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html
 * - reads and writes: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html
 * - indexes: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.html#GSI.ThroughputConsiderations
 * - transactions: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html
 */
import { isDeepStrictEqual } from 'node:util';
import { type IndexShape, table } from '../../shared/platform/store/table.ts';

/** An item as the document client returns it. */
export type Item = Readonly<Record<string, unknown>>;

/** @returns the size of an item in bytes: its attributes' names and values */
export function itemSize(item: Item): number {
  return attributesOf(item).reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + valueSize(value), 0);
}

/** Undefined attributes are not stored. */
const attributesOf = (item: object): [string, unknown][] =>
  Object.entries(item).filter(([, value]) => value !== undefined);

function valueSize(value: unknown): number {
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (typeof value === 'number' || typeof value === 'bigint') return numberSize(String(value));
  if (typeof value === 'boolean' || value === null) return 1;
  if (value instanceof Uint8Array) return value.byteLength;
  // A list or a map takes 3 bytes, and 1 more for each element.
  if (Array.isArray(value)) return value.reduce((sum: number, element) => sum + 1 + valueSize(element), 3);
  if (typeof value === 'object')
    return 3 + attributesOf(value).length + itemSize(Object.fromEntries(attributesOf(value)));
  throw new TypeError(`DynamoDB stores no ${typeof value}`);
}

/** "Approximately" 1 byte per two significant digits and 1 byte; zeroes at both ends are trimmed. */
function numberSize(written: string): number {
  const digits = written
    .replace(/e.*$/i, '')
    .replace(/[-.]/g, '')
    .replace(/^0+|0+$/g, '');
  return Math.ceil(digits.length / 2) + 1;
}

export type Consistency = 'strong' | 'eventual' | 'transactional';
const perBlock = { eventual: 0.5, strong: 1, transactional: 2 } as const satisfies Record<Consistency, number>;

/**
 * @param bytes size of the item, or for a Query the sum of the items read; reading nothing also takes a unit
 * @returns read units, per started 4 kB
 */
export function readUnits(bytes: number, consistency: Consistency): number {
  return Math.max(1, Math.ceil(bytes / 4096)) * perBlock[consistency];
}

/** @returns write units of an item of that size: 1 per started kB */
export function writeUnits(bytes: number): number {
  return Math.max(1, Math.ceil(bytes / 1024));
}

/** An item before and after a write; undefined where there is none. */
export interface Change {
  readonly before: Item | undefined;
  readonly after: Item | undefined;
}

/** @returns write units of the table: for the larger of the sizes before and after, doubled in a transaction */
export function tableWriteUnits({ before, after }: Change, transactional: boolean): number {
  return writeUnits(Math.max(itemSize(before ?? {}), itemSize(after ?? {}))) * (transactional ? 2 : 1);
}

/** Write units on one partition key of an index. */
export interface IndexHit {
  readonly key: unknown;
  readonly units: number;
}

/** @returns write units of one index, by partition; they are the same with and without a transaction */
export function indexHits(index: IndexShape, { before, after }: Change): IndexHit[] {
  const [old, fresh] = [indexEntry(index, before), indexEntry(index, after)];
  const hit = (entry: Item, units = writeUnits(itemSize(entry))) => ({ key: entry[index.partitionKey], units });
  if (!old || !fresh) return [old, fresh].flatMap((entry) => (entry ? hit(entry) : []));
  if (isDeepStrictEqual(old, fresh)) return [];
  const moved = [index.partitionKey, index.sortKey].some((key) => old[key] !== fresh[key]);
  if (moved) return [hit(old), hit(fresh)];
  return [hit(fresh, Math.max(writeUnits(itemSize(old)), writeUnits(itemSize(fresh))))];
}

/** @returns write units of one index */
export function indexWriteUnits(index: IndexShape, change: Change): number {
  return indexHits(index, change).reduce((sum, { units }) => sum + units, 0);
}

/**
 * @returns the index entry of an item: keys of the table and the index, and projected attributes; undefined without the
 *   keys
 */
function indexEntry(index: IndexShape, item: Item | undefined): Item | undefined {
  if (item?.[index.partitionKey] === undefined || item[index.sortKey] === undefined) return undefined;
  const names = [table.partitionKey, table.sortKey, index.partitionKey, index.sortKey, ...index.projects];
  return Object.fromEntries(attributesOf(item).filter(([name]) => names.includes(name)));
}

/** @returns write units of all indexes of the table */
export function indexesWriteUnits(change: Change): number {
  return Object.values(table.indexes).reduce((sum, index) => sum + indexWriteUnits(index, change), 0);
}
