/** The public list of a letter: who is counted and shown by name, read from indexes that hold nothing else. */
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { type CoSignatoryKind, coSignatoryKind, moment } from '../letter/letter.ts';
import type { LetterSlug } from '../letter/slug.ts';
import { sha256 } from '../letter/text.ts';
import type { Store } from '../store/store.ts';
import { table } from '../store/table.ts';
import { foldName } from '../text/fold.ts';
import { verificationLevel } from '../verification/level.ts';
import { listPartition } from './position.ts';

/** One line of the public list, as the API gives it. */
export const listedSignature = z.object({
  kind: coSignatoryKind,
  organisation: z.object({ name: z.string(), website: z.string().nullable() }).optional(),
  signatory: z.object({ name: z.string(), role: z.string().nullable() }).optional(),
  country: z.string().nullable(),
  signedAt: moment,
  letterVersion: sha256,
  verification: verificationLevel,
});
export type ListedSignature = z.infer<typeof listedSignature>;

export interface ListQuery {
  readonly order: 'newest' | 'name';
  readonly kind?: CoSignatoryKind | undefined;
  readonly country?: string | undefined;
  /** Start of the name, in any case and with or without accents. */
  readonly q?: string | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

export interface ListPage {
  readonly items: ListedSignature[];
  readonly nextCursor: string | null;
  /** The list is not shown for the moment. */
  readonly paused?: true;
}

/** How many rows one page reads at the most while it looks for a country: the work of a request is bounded. */
const mostRowsRead = 1000;

/** What the lists hold of a signature: an allow-list, see `publicAttributes` in store/table.ts. */
export const publicRow = z.object({
  kind: coSignatoryKind,
  organisationName: z.string().optional(),
  organisationWebsite: z.string().optional(),
  country: z.string().optional(),
  signatoryName: z.string(),
  signatoryRole: z.string().optional(),
  confirmedAt: moment,
  letterVersion: sha256,
  verification: verificationLevel,
});

const row = publicRow.extend({ newestSort: z.string().optional(), nameSort: z.string().optional() });

/**
 * One Query for one kind, two for both, however many have signed. A filter on the country reads at most 1,000 rows a
 * kind; a page may then hold fewer items than `limit`, with a cursor to go on.
 *
 * @returns the page, or undefined when the cursor is not one of ours
 */
export async function listSignatures(
  store: Store,
  letter: LetterSlug,
  kinds: readonly CoSignatoryKind[],
  query: ListQuery,
): Promise<ListPage | undefined> {
  const byName = query.order === 'name' || Boolean(query.q);
  const after = query.cursor === undefined ? undefined : readCursor(query.cursor, byName);
  if (query.cursor !== undefined && after === undefined) return undefined;
  const prefix = query.q ? foldName(query.q) : '';
  if (query.q && prefix === '') return { items: [], nextCursor: null };
  const asked = kinds.filter((kind) => !query.kind || kind === query.kind);
  const streams = await Promise.all(
    asked.map((kind) => readStream(store, listPartition(letter, kind), { ...query, byName, after, prefix })),
  );
  // Where a stream stopped before its end, nothing behind that point may be shown yet: the other one goes no further.
  const before = (a: string, b: string) => (byName ? compareAsStored(a, b) < 0 : compareAsStored(a, b) > 0);
  const horizon = streams.flatMap(({ stoppedAt }) => stoppedAt ?? []).sort((a, b) => (before(a, b) ? -1 : 1))[0];
  const merged = streams
    .flatMap(({ rows }) => rows)
    .sort((a, b) => (before(a.position, b.position) ? -1 : 1))
    .filter(({ position }) => horizon === undefined || !before(horizon, position));
  const shown = merged.slice(0, query.limit);
  const end = merged.length > shown.length ? shown.at(-1)?.position : horizon;
  return { items: shown.map(({ item }) => item), nextCursor: end === undefined ? null : makeCursor(end, byName) };
}

/** DynamoDB sorts strings by their UTF-8 bytes, which is not how JavaScript compares them. */
export function compareAsStored(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

interface Stream {
  readonly rows: { position: string; item: ListedSignature }[];
  /** Position of the last row read when there may be more behind it. */
  readonly stoppedAt: string | undefined;
}

async function readStream(
  store: Store,
  partition: string,
  query: { byName: boolean; after: string | undefined; prefix: string; country?: string | undefined; limit: number },
): Promise<Stream> {
  const { byName, after, prefix, country, limit } = query;
  const index = byName ? table.indexes.byName : table.indexes.newest;
  const range = rangeOf(byName, after, prefix);
  const { Items, LastEvaluatedKey } = await store.client.send(
    new QueryCommand({
      TableName: store.table,
      IndexName: index.name,
      KeyConditionExpression: `#list = :list AND ${range.condition}`,
      ExpressionAttributeNames: {
        '#list': index.partitionKey,
        '#sort': index.sortKey,
        ...(country ? { '#country': 'country' } : {}),
      },
      ExpressionAttributeValues: { ':list': partition, ...range.values, ...(country ? { ':country': country } : {}) },
      ...(country ? { FilterExpression: '#country = :country' } : {}),
      ScanIndexForward: byName,
      // One more than wanted tells whether there is a next page; the range also includes where this one starts.
      Limit: country ? mostRowsRead : limit + 2,
    }),
  );
  const rows = z
    .array(row)
    .parse(Items ?? [])
    .map((found) => ({ position: (byName ? found.nameSort : found.newestSort) ?? '', item: toListed(found) }))
    // The range includes the position after which the page starts.
    .filter(({ position }) => position !== after);
  const last: unknown = LastEvaluatedKey?.[index.sortKey];
  return { rows, stoppedAt: typeof last === 'string' ? last : undefined };
}

/** The sort keys that a page may read, written with the one range that a Query allows. */
function rangeOf(byName: boolean, after: string | undefined, prefix: string) {
  const lowest = byName ? (after ?? prefix) : '0';
  const highest = byName ? `${prefix}\u{10ffff}` : (after ?? '9');
  return {
    condition: '#sort BETWEEN :low AND :high',
    values: { ':low': lowest === '' ? ' ' : lowest, ':high': highest },
  };
}

export function toListed(found: z.infer<typeof publicRow>): ListedSignature {
  const { kind, organisationName, organisationWebsite, signatoryName, signatoryRole } = found;
  return {
    kind,
    ...(organisationName ? { organisation: { name: organisationName, website: organisationWebsite ?? null } } : {}),
    signatory: { name: signatoryName, role: signatoryRole ?? null },
    country: found.country ?? null,
    signedAt: found.confirmedAt,
    letterVersion: found.letterVersion,
    verification: found.verification,
  };
}

const cursorContent = z.tuple([z.enum(['name', 'newest']), z.string().min(1).max(500)]);

function makeCursor(position: string, byName: boolean): string {
  return Buffer.from(JSON.stringify([byName ? 'name' : 'newest', position])).toString('base64url');
}

/** A cursor comes back from anywhere: whatever is not one of ours, for this order, is refused. */
function readCursor(cursor: string, byName: boolean): string | undefined {
  try {
    const [order, position] = cursorContent.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    return order === (byName ? 'name' : 'newest') ? position : undefined;
  } catch {
    return undefined;
  }
}
