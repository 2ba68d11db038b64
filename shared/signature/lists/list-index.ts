/**
 * Reads the list indexes. Every list of signatures, public or not, goes through here. An index normally lags behind the
 * table by less than a second, so no decision about the truth is based on one.
 */
import * as z from 'zod';
import { type SignatureId, signatureId } from '../../ids.ts';
import { cutToBytes, maxSortKeyBytes } from '../../platform/store/bytes.ts';
import { signatureKey } from '../../platform/store/keys.ts';
import { type QueryRange, queryCount, queryPage } from '../../platform/store/query.ts';
import { type Consistency, readItems } from '../../platform/store/read.ts';
import type { Store } from '../../platform/store/store.ts';
import { table } from '../../platform/store/table.ts';
import { isoTimestamp } from '../../time.ts';

export type ListOrder = 'newest' | 'oldest' | 'name';

/** A condition on entries. `field` is one of those in the map `listed`. */
export interface Filter {
  readonly field: string;
  readonly is: 'equal' | 'other' | 'containing' | 'lacking';
  readonly value: string;
}

/** A range of one partition of the lists. */
export interface PartitionRange {
  readonly partition: string;
  readonly order: ListOrder;
  /** First and last position to read, both included; by default the whole partition. */
  readonly low?: string | undefined;
  readonly high?: string | undefined;
  readonly filters?: readonly Filter[];
  /** Maximum number of entries read from each index, before the filters. */
  readonly limit: number;
}

export interface Entry {
  readonly id: SignatureId;
  readonly partition: string;
  readonly position: string;
  /** Fields that lists may need, if the index holds them. */
  readonly listed: Listed | undefined;
}
/** Not an allow-list yet: a public list picks the fields that it shows. */
type Listed = Readonly<Record<string, unknown>>;

export interface Entries {
  readonly entries: readonly Entry[];
  /** Position of the last entry that was read, when there may be more after it. */
  readonly end: string | undefined;
}

/** The indexes that together hold a list; `newest` until a release removes it (docs/decisions/025-list-indexes.md). */
const byTime = [table.indexes.listedByTime, table.indexes.newest] as const;
const byName = [table.indexes.byName] as const;
type ListIndex = (typeof byTime)[number] | (typeof byName)[number];
const indexesFor = (order: ListOrder): readonly ListIndex[] => (order === 'name' ? byName : byTime);

/** Sorts after every position. */
const highest = '\u{10ffff}';

/**
 * One Query for each index of that order. A filtered list by name takes one more BatchGetItem per hundred.
 *
 * @returns the entries of the range in order, each once
 */
export async function readEntries(store: Store, stretch: PartitionRange): Promise<Entries> {
  const [low, high] = [stretch.low || ' ', stretch.high ?? highest].map((key) => cutToBytes(key, maxSortKeyBytes));
  // DynamoDB refuses a range whose ends are in the wrong order. It comes from a cursor of another range.
  if (low === undefined || high === undefined || compareAsStored(low, high) > 0) return { entries: [], end: undefined };
  const found = await Promise.all(
    indexesFor(stretch.order).map((index) => queryIndex(store, index, { ...stretch, low, high })),
  );
  const { entries, end } = joinEntries(found, stretch.order);
  const unseen = (stretch.filters ?? []).filter(({ field }) => stretch.order === 'name' && !besideMap.has(field));
  if (unseen.length === 0) return { entries, end };
  const known = await withListed(store, entries);
  return { entries: known.filter(({ listed }) => unseen.every((filter) => fits(listed, filter))), end };
}

/** @returns the number of entries in the range, by the indexes: reads all keys, and keys alone */
export async function countEntries(
  store: Store,
  stretch: Omit<PartitionRange, 'filters' | 'limit'>,
  most = Number.POSITIVE_INFINITY,
): Promise<number> {
  const sums = await Promise.all(indexesFor(stretch.order).map((index) => countIn(store, index, stretch, most)));
  return sums.reduce((sum, one) => sum + one, 0);
}

/**
 * @returns the entries of several results merged in order, each once. If one result is incomplete, entries after its
 *   end are left out for now
 */
export function joinEntries(readings: readonly Entries[], order: ListOrder): Entries {
  const comesFirst = (a: string, b: string) =>
    order === 'newest' ? compareAsStored(a, b) > 0 : compareAsStored(a, b) < 0;
  const inOrder = (a: string, b: string) => (comesFirst(a, b) ? -1 : comesFirst(b, a) ? 1 : 0);
  const [end] = readings.flatMap((one) => one.end ?? []).sort(inOrder);
  // A row that changes its form is in two indexes for a moment. The first index counts, since it has the new form.
  const all = new Map<SignatureId, Entry>();
  for (const entry of readings.flatMap(({ entries }) => entries)) if (!all.has(entry.id)) all.set(entry.id, entry);
  const entries = [...all.values()]
    .filter(({ position }) => end === undefined || !comesFirst(end, position))
    .sort((a, b) => inOrder(a.position, b.position));
  return { entries, end };
}

/** @returns the range of a list by name: everything with that prefix, from a position on */
export function nameRange(prefix: string, after: string | undefined): Required<Pick<PartitionRange, 'low' | 'high'>> {
  const low = after !== undefined && compareAsStored(after, prefix) > 0 ? after : prefix;
  return { low, high: `${prefix}${highest}` };
}

/** DynamoDB sorts strings by their UTF-8 bytes, unlike JavaScript. */
export function compareAsStored(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

/** Attributes that the index by name holds directly; it does not hold the map. */
const besideMap: ReadonlySet<string> = new Set(['kind', 'country']);

/** Fields that rows of the previous release never have. */
const newFields: ReadonlySet<string> = new Set(['followUp', 'followAsked']);

const operators = {
  equal: (path: string, value: string) => `${path} = ${value}`,
  other: (path: string, value: string) => `(attribute_not_exists(${path}) OR ${path} <> ${value})`,
  containing: (path: string, value: string) => `contains(${path}, ${value})`,
  lacking: (path: string, value: string) => `(attribute_not_exists(${path}) OR NOT contains(${path}, ${value}))`,
} as const;

function fits(listed: Listed | undefined, { field, is, value }: Filter): boolean {
  const found = listed?.[field];
  const isIn = (typeof found === 'string' || Array.isArray(found)) && found.includes(value);
  if (is === 'containing' || is === 'lacking') return isIn === (is === 'containing');
  return (found === value) === (is === 'equal');
}

interface Ranged extends PartitionRange {
  readonly low: string;
  readonly high: string;
}

async function queryIndex(store: Store, index: ListIndex, stretch: Ranged): Promise<Entries> {
  const { partition, order, low, high, filters = [], limit } = stretch;
  const inMap = index.name === 'listedByTime';
  // Rows of the previous release do not have these fields, and its index does not project them.
  if (index.name === 'newest' && filters.some(({ field }) => newFields.has(field))) {
    return { entries: [], end: undefined };
  }
  const asked = filters.filter(({ field }) => index.name !== 'byName' || besideMap.has(field));
  const path = (field: string) => (inMap ? `#listed.#${field}` : `#${field}`);
  const filter = {
    expression: asked.map(({ field, is, value: _ }) => operators[is](path(field), `:${field}`)).join(' AND '),
    names: {
      ...(inMap ? { '#listed': 'listed' } : {}),
      ...Object.fromEntries(asked.map(({ field }) => [`#${field}`, field])),
    },
    values: Object.fromEntries(asked.map(({ field, value }) => [`:${field}`, value])),
  };
  const range: QueryRange = {
    keys: { between: [low, high] },
    descending: order === 'newest',
    limit,
    filter: asked.length > 0 ? filter : undefined,
  };
  const { rows, next } = await queryPage(store, index, partition, range, entryRow);
  const last: unknown = next?.[index.sortKey];
  const entries = rows.map((row): Entry => {
    const position = z.string().parse(row[index.sortKey]);
    return { id: row.pk, partition, position, listed: listedIn(index, row, position) };
  });
  return { entries, end: typeof last === 'string' ? last : undefined };
}

const entryRow = z.looseObject({
  pk: z
    .string()
    .transform((pk) => pk.slice(pk.indexOf('#') + 1))
    .pipe(signatureId),
});

/** @returns the fields that lists may need from a row of an index; undefined when that index does not hold them */
function listedIn(index: ListIndex, row: Listed, position: string): Listed | undefined {
  if (index.name === 'listedByTime') return withTime(map.parse(row['listed']), position);
  // A row of the previous release holds each field directly, including this one.
  return row['letterVersion'] === undefined ? undefined : row;
}

const map = z.record(z.string(), z.unknown());
const withTime = (listed: Listed, position: string): Listed => ({
  ...listed,
  confirmedAt: isoTimestamp.parse(position.slice(0, position.indexOf('#'))),
});

const tableRow = z.object({ listKey: z.string(), listedAt: z.string(), listed: map });

/**
 * Reads the fields that lists may need of entries whose index does not hold them. One BatchGetItem per hundred; none
 * when all are known.
 *
 * @returns the entries without those that have left the partition since, so that a name withheld a moment ago is not
 *   shown
 */
export async function withListed(
  store: Store,
  entries: readonly Entry[],
  consistency: Consistency = 'eventual',
): Promise<Entry[]> {
  const unknown = entries.filter(({ listed }) => listed === undefined);
  const rows = await readItems(
    store,
    unknown.map(({ id }) => signatureKey(id)),
    { attributes: ['listKey', 'listedAt', 'listed'], consistent: consistency === 'consistent' },
  );
  const found = new Map(unknown.map(({ id }, place) => [id, tableRow.safeParse(rows[place]).data]));
  return entries.flatMap((entry) => {
    if (entry.listed) return [entry];
    const row = found.get(entry.id);
    return row?.listKey === entry.partition ? [{ ...entry, listed: withTime(row.listed, row.listedAt) }] : [];
  });
}

function countIn(
  store: Store,
  index: ListIndex,
  { partition, low = ' ', high = highest }: Pick<PartitionRange, 'partition' | 'low' | 'high'>,
  most: number,
): Promise<number> {
  const limit = Number.isFinite(most) ? { limit: most } : {};
  return queryCount(store, index, partition, { keys: { between: [low, high] }, ...limit }, most);
}
