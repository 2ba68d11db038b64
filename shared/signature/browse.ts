/**
 * The secretariat's list of the confirmed signatures of a letter, whatever became of them: by time or by name, filtered, page
 * by page. A step looks at a bounded number of rows; where a filter fits few, the page says how far it has looked.
 */
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { type CoSignatoryKind, coSignatoryKind } from '../letter/letter.ts';
import type { LetterSlug } from '../letter/slug.ts';
import type { Store } from '../store/store.ts';
import { table } from '../store/table.ts';
import { foldName } from '../text/fold.ts';
import { signatureId } from './id.ts';
import { compareAsStored } from './list.ts';
import { stateOf } from './own-view.ts';
import { asidePartition, countedPartitions, listPartition, reviewPartition, withdrawnPartition } from './position.ts';
import type { SignatureRecord } from './record.ts';
import { readSignature } from './storage.ts';

/** Where a confirmed signature can stand. */
export const browseState = z.enum(['any', 'counted', 'withheld', 'review', 'duplicate', 'rejected', 'withdrawn']);
export const browseOrder = z.enum(['newest', 'oldest', 'name']);

export interface BrowseQuery {
  readonly state: z.infer<typeof browseState>;
  readonly order: z.infer<typeof browseOrder>;
  /** Start of the co-signatory's name, in any case and with or without accents; the page is then by name. */
  readonly q?: string | undefined;
  /** Part of the name of the person, who may sign for an organisation: rows are looked through, in no index of its own. */
  readonly person?: string | undefined;
  readonly kind?: CoSignatoryKind | undefined;
  readonly country?: string | undefined;
  /** Only by time. */
  readonly partner?: string | undefined;
  /** Part of the address of the organisation's website. */
  readonly domain?: string | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

export interface BrowsePage {
  readonly records: readonly SignatureRecord[];
  /** Where the next page starts; nothing at the end. */
  readonly next: string | undefined;
  /** The time up to which was looked, when the page is not full and there is more. */
  readonly lookedUntil: string | undefined;
}

/** How many rows of each partition one Query reads while it looks for what fits a filter. */
const rowsAtOnce = 1000;
/** No further Query begins after this time, in milliseconds: the page then says that there is more. */
const lookFor = 120;

/** @returns the page; nothing when the cursor is not one of ours for this order */
export async function browse(store: Store, letter: LetterSlug, query: BrowseQuery): Promise<BrowsePage | undefined> {
  const order = query.q ? 'name' : query.order;
  const prefix = query.q ? foldName(query.q) : '';
  if (query.q && prefix === '') return { records: [], next: undefined, lookedUntil: undefined };
  const start = query.cursor === undefined ? undefined : readCursor(query.cursor, order);
  if (query.cursor !== undefined && start === undefined) return undefined;
  const partitions = partitionsOf(letter, query);
  const asked = { ...query, order, prefix, partitions };
  const began = performance.now();
  const places: Place[] = [];
  let after = start;
  let ended = false;
  do {
    const step = await readStep(store, asked, after);
    places.push(...step.places);
    ended = step.end === undefined;
    after = step.end ?? after;
  } while (!ended && places.length < query.limit && performance.now() - began < lookFor);
  const shown = places.slice(0, query.limit);
  const more = places.length > shown.length || !ended;
  const end = places.length > shown.length ? shown.at(-1)?.position : after;
  const records = await Promise.all(shown.map(({ id }) => readSignature(store, id)));
  return {
    records: records.flatMap((record) => (record && fits(record, query) ? [record] : [])),
    next: more && end !== undefined ? makeCursor(end, order) : undefined,
    lookedUntil: more && shown.length < query.limit && order !== 'name' ? end?.split('#')[0] : undefined,
  };
}

/** Duplicates and rejected ones stand together. */
function fits(record: SignatureRecord, { state }: BrowseQuery): boolean {
  if (state === 'duplicate') return stateOf(record) === 'duplicate' || stateOf(record) === 'displaced';
  return state !== 'rejected' || stateOf(record) === 'rejected';
}

/** @returns where the query has to look */
export function partitionsOf(letter: LetterSlug, { state, kind }: Pick<BrowseQuery, 'state' | 'kind'>): string[] {
  const counted = countedPartitions(letter).filter((one) => kind === undefined || one.kind === kind);
  const withheld = coSignatoryKind.options.map((one) => listPartition(letter, one));
  switch (state) {
    case 'counted':
      return counted.map(({ partition }) => partition);
    case 'withheld':
      return counted.flatMap(({ partition }) => (withheld.includes(partition) ? [] : [partition]));
    case 'review':
      return [reviewPartition(letter)];
    case 'duplicate':
    case 'rejected':
      return [asidePartition(letter)];
    case 'withdrawn':
      return [withdrawnPartition(letter)];
    case 'any':
      return [
        ...counted.map(({ partition }) => partition),
        reviewPartition(letter),
        asidePartition(letter),
        withdrawnPartition(letter),
      ];
  }
}

interface Place {
  readonly id: SignatureRecord['id'];
  readonly position: string;
}

interface Asked extends BrowseQuery {
  readonly order: z.infer<typeof browseOrder>;
  readonly prefix: string;
  readonly partitions: readonly string[];
}

/** @returns what was found in the next stretch of all partitions, and where that ends; no end when nothing is left */
async function readStep(store: Store, asked: Asked, after: string | undefined) {
  const streams = await Promise.all(asked.partitions.map((partition) => readPartition(store, partition, asked, after)));
  const comesFirst = (a: string, b: string) =>
    asked.order === 'newest' ? compareAsStored(a, b) > 0 : compareAsStored(a, b) < 0;
  // Where a partition was not read to its end, nothing behind that point may be shown yet.
  const ends = streams.flatMap(({ end }) => end ?? []).sort((a, b) => (comesFirst(a, b) ? -1 : 1));
  const [end] = ends;
  const places = streams
    .flatMap((stream) => stream.places)
    .filter(({ position }) => end === undefined || !comesFirst(end, position))
    .sort((a, b) => (comesFirst(a.position, b.position) ? -1 : 1));
  return { places, end };
}

const row = z.object({
  pk: z.templateLiteral(['SIGNATURE#', signatureId]),
  newestSort: z.string().optional(),
  nameSort: z.string().optional(),
  signatoryName: z.string().default(''),
});

async function readPartition(store: Store, partition: string, asked: Asked, after: string | undefined) {
  const byName = asked.order === 'name';
  const { name, partitionKey, sortKey } = byName ? table.indexes.byName : table.indexes.newest;
  const filters = filtersOf(asked);
  const person = foldName(asked.person ?? '');
  const { Items, LastEvaluatedKey } = await store.client.send(
    new QueryCommand({
      TableName: store.table,
      IndexName: name,
      KeyConditionExpression: '#list = :list AND #sort BETWEEN :low AND :high',
      ExpressionAttributeNames: {
        '#list': partitionKey,
        '#sort': sortKey,
        '#pk': table.partitionKey,
        ...(person === '' ? {} : { '#person': 'signatoryName' }),
        ...Object.fromEntries(filters.map((filter) => [`#${filter.attribute}`, filter.attribute])),
      },
      ExpressionAttributeValues: {
        ':list': partition,
        ...rangeOf(asked, after),
        ...Object.fromEntries(filters.map((filter) => [`:${filter.attribute}`, filter.value])),
      },
      ...(filters.length > 0 ? { FilterExpression: filters.map(({ expression }) => expression).join(' AND ') } : {}),
      ProjectionExpression: person === '' ? '#pk, #sort' : '#pk, #sort, #person',
      ScanIndexForward: asked.order !== 'newest',
      // One more than wanted tells whether there is a next page; the range also includes where this one starts.
      Limit: filters.length > 0 || person !== '' ? rowsAtOnce : asked.limit + 2,
    }),
  );
  const last: unknown = LastEvaluatedKey?.[sortKey];
  const places = z
    .array(row)
    .parse(Items ?? [])
    .filter(({ signatoryName }) => person === '' || foldName(signatoryName).includes(person))
    .map(
      (found): Place => ({
        id: signatureId.parse(found.pk.slice('SIGNATURE#'.length)),
        position: (byName ? found.nameSort : found.newestSort) ?? '',
      }),
    )
    .filter(({ position }) => position !== after);
  return { places, end: typeof last === 'string' ? last : undefined };
}

/** What the index holds besides its keys, and can be asked about. */
function filtersOf({ kind, country, partner, domain, order, state }: Asked) {
  const knowsKind = state === 'counted' || state === 'withheld';
  return [
    ...(kind && !knowsKind ? [{ attribute: 'kind', value: kind, expression: '#kind = :kind' }] : []),
    ...(country ? [{ attribute: 'country', value: country, expression: '#country = :country' }] : []),
    ...(partner && order !== 'name'
      ? [{ attribute: 'partner', value: partner, expression: '#partner = :partner' }]
      : []),
    ...(domain
      ? [
          {
            attribute: 'organisationWebsite',
            value: domain.toLowerCase(),
            expression: 'contains(#organisationWebsite, :organisationWebsite)',
          },
        ]
      : []),
  ];
}

function rangeOf({ order, prefix }: Asked, after: string | undefined) {
  if (order === 'newest') return { ':low': '0', ':high': after ?? '9' };
  if (order === 'oldest') return { ':low': after ?? '0', ':high': '9' };
  const low = after ?? prefix;
  return { ':low': low === '' ? ' ' : low, ':high': `${prefix}\u{10ffff}` };
}

const cursorContent = z.tuple([browseOrder, z.string().min(1).max(500)]);

function makeCursor(position: string, order: z.infer<typeof browseOrder>): string {
  return Buffer.from(JSON.stringify([order, position])).toString('base64url');
}

/** A cursor comes back from anywhere: whatever is not one of ours, for this order, is refused. */
function readCursor(cursor: string, wanted: z.infer<typeof browseOrder>): string | undefined {
  try {
    const [order, position] = cursorContent.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    return order === wanted ? position : undefined;
  } catch {
    return undefined; // not ours
  }
}
