/**
 * The public list of a letter: signatures that are counted and shown by name, read from indexes that hold nothing else.
 */
import * as z from 'zod';
import type { LetterSlug } from '../../ids.ts';
import { type CoSignatoryKind, coSignatoryKind } from '../../letter/letter.ts';
import { letterLogo } from '../../letter/look.ts';
import { sha256 } from '../../letter/text.ts';
import type { Store } from '../../platform/store/store.ts';
import { isoTimestamp } from '../../time.ts';
import { verificationLevel } from '../../verification/level.ts';
import { listPartition } from './index-keys.ts';
import { type Entry, joinEntries, nameRange, readEntries, withListed } from './list-index.ts';

/** An entry of the public list, as the API returns it. */
export const listedSignature = z.object({
  kind: coSignatoryKind,
  organisation: z.object({ name: z.string(), website: z.string().nullable() }).optional(),
  signatory: z.object({ name: z.string(), role: z.string().nullable() }).optional(),
  country: z.string().nullable(),
  signedAt: isoTimestamp,
  letterVersion: sha256,
  verification: verificationLevel,
  logo: letterLogo.optional().describe('At `/{letter}/logo/{id}.png`, an image of ours'),
  added: z.literal(true).optional().describe('The secretariat added it; its signer agreed in another way'),
});
export type ListedSignature = z.infer<typeof listedSignature>;

export interface ListQuery {
  readonly order: 'newest' | 'name';
  readonly kind?: CoSignatoryKind | undefined;
  readonly country?: string | undefined;
  /** Start of a word of the name, ignoring case and accents; of several words, if there are more. */
  readonly q?: string | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

export interface ListPage {
  readonly items: ListedSignature[];
  readonly nextCursor: string | null;
  /** The list is paused and not shown. */
  readonly paused?: true;
}

/**
 * Maximum number of rows that one page reads while it looks for a country, so that the work of a request is bounded.
 */
const maxRowsRead = 1000;

/**
 * Fields that public lists show of a signature: an allow-list (rule 8). Other fields of the indexes are ignored.
 */
export const publicRow = z.object({
  kind: coSignatoryKind,
  organisationName: z.string().optional(),
  organisationWebsite: z.string().optional(),
  country: z.string().optional(),
  /** Empty for an organisation that the secretariat added without a person. */
  signatoryName: z.string().default(''),
  signatoryRole: z.string().optional(),
  confirmedAt: isoTimestamp,
  letterVersion: sha256,
  verification: verificationLevel,
  added: z.literal(true).optional(),
  logo: letterLogo.optional(),
});

/**
 * Two Queries for each kind; by name one, and one BatchGetItem per hundred that are shown, however many have signed. A
 * filter on the country reads at most 1,000 rows of each; a page may then hold fewer items than `limit`, with a cursor
 * to continue.
 *
 * @returns the page, or undefined when the cursor is not one of ours
 */
export async function listSignatures(
  store: Store,
  letter: LetterSlug,
  kinds: readonly CoSignatoryKind[],
  query: ListQuery,
): Promise<ListPage | undefined> {
  const order = query.order === 'name' || query.q ? 'name' : 'newest';
  const after = query.cursor === undefined ? undefined : readCursor(query.cursor, order);
  if (query.cursor !== undefined && after === undefined) return undefined;
  const asked = kinds.filter((kind) => !query.kind || kind === query.kind);
  if (query.q) {
    const { findShown } = await import('./find-shown.ts');
    const partitions = asked.map((kind) => listPartition(letter, kind));
    return pageOf(await findShown(store, letter, { ...query, q: query.q, after, partitions }), order);
  }
  const readings = await Promise.all(
    asked.map((kind) => readKind(store, listPartition(letter, kind), { ...query, order, after })),
  );
  const { entries, end } = joinEntries(readings, order);
  // The range includes the position after which the page starts.
  const merged = entries.filter(({ position }) => position !== after);
  const shown = merged.slice(0, query.limit);
  const last = merged.length > shown.length ? shown.at(-1)?.position : end;
  return pageOf({ shown: await withListed(store, shown), last }, order);
}

/** Names of a page, and the position of the last one when there may be more. */
interface Shown {
  readonly shown: readonly Entry[];
  readonly last: string | undefined;
}

const pageOf = ({ shown, last }: Shown, order: CursorOrder): ListPage => ({
  items: shown.map(({ listed }) => toListed(publicRow.parse(listed))),
  nextCursor: last === undefined ? null : makeCursor(last, order),
});

interface KindQuery extends Pick<ListQuery, 'country' | 'limit'> {
  readonly order: 'newest' | 'name';
  readonly after: string | undefined;
}

function readKind(store: Store, partition: string, { order, after, country, limit }: KindQuery) {
  return readEntries(store, {
    partition,
    order,
    ...(order === 'name' ? nameRange('', after) : { high: after }),
    filters: country ? [{ field: 'country', is: 'equal', value: country }] : [],
    // One more than wanted tells whether there is a next page; the range also includes the position where this one
    // starts.
    limit: country ? maxRowsRead : limit + 2,
  });
}

export function toListed(found: z.infer<typeof publicRow>): ListedSignature {
  const { kind, organisationName, organisationWebsite, signatoryName, signatoryRole } = found;
  return {
    kind,
    ...(organisationName ? { organisation: { name: organisationName, website: organisationWebsite ?? null } } : {}),
    ...(signatoryName ? { signatory: { name: signatoryName, role: signatoryRole ?? null } } : {}),
    country: found.country ?? null,
    signedAt: found.confirmedAt,
    letterVersion: found.letterVersion,
    verification: found.verification,
    ...(found.logo ? { logo: found.logo } : {}),
    ...(found.added ? { added: true } : {}),
  };
}

const cursorContent = z.tuple([z.enum(['name', 'newest']), z.string().min(1).max(500)]);
type CursorOrder = z.infer<typeof cursorContent>[0];

function makeCursor(position: string, order: CursorOrder): string {
  return Buffer.from(JSON.stringify([order, position])).toString('base64url');
}

/** A cursor may come from anybody: anything but one of ours, for this order, is refused. */
function readCursor(cursor: string, wanted: CursorOrder): string | undefined {
  try {
    const [order, position] = cursorContent.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    return order === wanted ? position : undefined;
  } catch {
    return undefined;
  }
}
