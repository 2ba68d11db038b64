/**
 * The secretariat's list of the confirmed signatures of a letter in any state: by time or by name, filtered, page by
 * page. Each step reads a bounded number of rows; if few of them match a filter, the page says how far it has looked.
 */
import * as z from 'zod';
import type { LetterSlug } from '../../ids.ts';
import { type CoSignatoryKind, coSignatoryKind } from '../../letter/letter.ts';
import type { Store } from '../../platform/store/store.ts';
import { foldName } from '../../text/fold.ts';
import { matchesWords } from '../../text/name-words.ts';
import { stateOf } from '../owner/owner-view.ts';
import type { SignatureRecord } from '../record.ts';
import type { ViewerRights } from '../seen-record.ts';
import { coSignatoryName } from '../states.ts';
import { readSignature } from '../storage.ts';
import {
  countedPartitions,
  listPartition,
  notCountedPartition,
  reviewPartition,
  withdrawnPartition,
} from './index-keys.ts';
import {
  type Entries,
  type Entry,
  type Filter,
  joinEntries,
  nameRange,
  readEntries,
  withListed,
} from './list-index.ts';
import { placeInLists } from './place-in-lists.ts';
import { nameIn, searchNames } from './search-names.ts';

/** States of a confirmed signature. */
export const moderationListState = z.enum([
  'any',
  'counted',
  'withheld',
  'review',
  'duplicate',
  'rejected',
  'withdrawn',
]);
export const moderationListOrder = z.enum(['newest', 'oldest', 'name']);

export interface ModerationListQuery extends ViewerRights {
  readonly state: z.infer<typeof moderationListState>;
  readonly order: z.infer<typeof moderationListOrder>;
  /** Starts of words of the co-signatory's name, ignoring case and accents; the page is then sorted by name. */
  readonly q?: string | undefined;
  /** Part of the name of the person, who may sign for an organisation. No index has it, so rows are scanned. */
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

export interface ModerationListPage {
  readonly records: readonly SignatureRecord[];
  /** Where the next page starts; undefined on the last page. */
  readonly next: string | undefined;
  /** The time up to which rows were searched, when the page is not full and there is more. */
  readonly lookedUntil: string | undefined;
}

/** Rows of each partition that one Query reads for a filter; by name, each row takes another read. */
const rowsAtOnce = { newest: 1000, oldest: 1000, name: 100 } as const;
/** No further Query begins after this time, in milliseconds: the page then says that there is more. */
const lookFor = 120;

/** @returns the page; undefined when the cursor is not one of ours for this order */
export async function readModerationList(
  store: Store,
  letter: LetterSlug,
  query: ModerationListQuery,
): Promise<ModerationListPage | undefined> {
  const order = orderOf(query);
  const start = query.cursor === undefined ? undefined : readCursor(query.cursor, order);
  if (query.cursor !== undefined && start === undefined) return undefined;
  const partitions = partitionsFor(letter, query);
  const asked = { ...query, order, partitions };
  if (query.q && order === 'name') return searchList(store, letter, { ...query, q: query.q }, { partitions, start });
  const began = performance.now();
  const places: Entry[] = [];
  let after = start;
  let ended = false;
  do {
    const step = await readStep(store, asked, after);
    places.push(...step.entries);
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

/** A search by name reveals names through its results. */
const isSearch = ({ q, person, domain }: ModerationListQuery) => Boolean(q || person || domain);

/**
 * Sorting by name would reveal hidden names by their position, also in a cursor. So lists that include any are sorted
 * by time for those who may not read them.
 */
function orderOf(query: ModerationListQuery): ModerationListQuery['order'] {
  const wanted = query.q ? 'name' : query.order;
  const isShownAlone = query.state === 'any' || query.state === 'counted';
  return wanted === 'name' && !query.withNames && !isShownAlone ? 'newest' : wanted;
}

/** Duplicates and rejected signatures share a partition. */
function fits(record: SignatureRecord, { state }: ModerationListQuery): boolean {
  if (state === 'duplicate') return ['duplicate', 'merged', 'displaced'].includes(stateOf(record));
  return state !== 'rejected' || stateOf(record) === 'rejected';
}

/** @returns the partitions to read for the query */
function partitionsFor(letter: LetterSlug, query: ModerationListQuery): string[] {
  const all = partitionsOf(letter, query);
  if (query.withNames || (!isSearch(query) && query.order !== 'name')) return all;
  const lists = coSignatoryKind.options.map((one) => listPartition(letter, one));
  const isMixed = !['any', 'counted', 'withheld'].includes(query.state);
  return isMixed ? all : all.filter((partition) => lists.includes(partition));
}

/** @returns the partitions of all signatures in that state */
export function partitionsOf(
  letter: LetterSlug,
  { state, kind }: Pick<ModerationListQuery, 'state' | 'kind'>,
): string[] {
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
      return [notCountedPartition(letter)];
    case 'withdrawn':
      return [withdrawnPartition(letter)];
    case 'any':
      return [
        ...counted.map(({ partition }) => partition),
        reviewPartition(letter),
        notCountedPartition(letter),
        withdrawnPartition(letter),
      ];
  }
}

interface Asked extends ModerationListQuery {
  readonly order: z.infer<typeof moderationListOrder>;
  readonly partitions: readonly string[];
}

/** @returns matches in the next range of all partitions, and where that range ends; no end when nothing is left */
async function readStep(store: Store, asked: Asked, after: string | undefined): Promise<Entries> {
  const { order, limit, person = '', partitions } = asked;
  const filters = filtersOf(asked);
  const words = asked.q ?? '';
  const hides = !asked.withNames && isSearch(asked);
  const isFiltered = filters.length > 0 || person !== '' || words !== '' || hides;
  const readings = await Promise.all(
    partitions.map((partition) =>
      readEntries(store, {
        partition,
        order,
        ...rangeOf(order, after),
        filters,
        // One more than wanted tells whether there is a next page; the range also includes the position where this one
        // starts.
        limit: isFiltered ? rowsAtOnce[order] : limit + 2,
      }),
    ),
  );
  const { entries, end } = joinEntries(readings, order);
  const further = entries.filter(({ position }) => position !== after);
  const named = words === '' ? further : await withWords(store, further, words);
  const fitting = person === '' ? named : await ofPerson(store, named, foldName(person));
  return { entries: hides ? await withoutHidden(store, fitting) : fitting, end };
}

/** Reads only those that match everything else: few. */
async function withoutHidden(store: Store, entries: readonly Entry[]): Promise<Entry[]> {
  const records = await Promise.all(entries.map(({ id }) => readSignature(store, id)));
  return entries.filter((_, index) => records[index]?.display === 'public');
}

async function withWords(store: Store, entries: readonly Entry[], words: string): Promise<Entry[]> {
  const known = await withListed(store, entries);
  return known.filter((entry) => matchesWords(nameIn(entry), words));
}

/** Candidates that are read at once. */
const candidatesAtOnce = 50;

/**
 * A search by name. Candidates come from the indexes, which may be older than the signatures, so each signature is read
 * and compared.
 */
async function searchList(
  store: Store,
  letter: LetterSlug,
  query: ModerationListQuery & { readonly q: string },
  { partitions, start }: { partitions: readonly string[]; start: string | undefined },
): Promise<ModerationListPage> {
  const { q, limit, person = '', withNames } = query;
  const began = performance.now();
  const fitting = (record: SignatureRecord) =>
    partitions.includes(placeInLists(record).listKey ?? '') &&
    matchesWords(coSignatoryName(record), q) &&
    (person === '' || foldName(record.signatoryName).includes(foldName(person))) &&
    (withNames || record.display === 'public') &&
    fitsFields(record, query);
  const found: { readonly record: SignatureRecord; readonly position: string }[] = [];
  let after = start;
  let isOver = false;
  do {
    const { entries, end } = await searchNames(store, letter, {
      q,
      partitions,
      scopes: withNames ? ['public', 'other'] : ['public'],
      most: 'all',
      after,
      limit: rowsAtOnce.name,
    });
    const candidates = entries.filter(({ position }) => position !== after);
    isOver = end === undefined;
    after = end ?? after;
    for (let at = 0; at < candidates.length && found.length <= limit; at += candidatesAtOnce) {
      const some = candidates.slice(at, at + candidatesAtOnce);
      const records = await Promise.all(some.map(({ id }) => readSignature(store, id)));
      for (const [place, { position }] of some.entries()) {
        const record = records[place];
        if (record?.letter === letter && fitting(record)) found.push({ record, position });
      }
    }
  } while (!isOver && found.length <= limit && performance.now() - began < lookFor);
  const shown = found.slice(0, limit);
  const end = found.length > limit ? shown.at(-1)?.position : isOver ? undefined : after;
  return {
    records: shown.map(({ record }) => record),
    next: end === undefined ? undefined : makeCursor(end, 'name'),
    lookedUntil: undefined,
  };
}

function fitsFields(record: SignatureRecord, query: ModerationListQuery): boolean {
  const { kind, country, domain } = query;
  return (
    (kind === undefined || record.kind === kind) &&
    (country === undefined || record.country === country) &&
    (!domain || (record.organisationWebsite ?? '').includes(domain.toLowerCase())) &&
    fits(record, query)
  );
}

async function ofPerson(store: Store, entries: readonly Entry[], person: string): Promise<Entry[]> {
  const known = await withListed(store, entries);
  return known.filter(({ listed }) => foldName(text.parse(listed?.['signatoryName'])).includes(person));
}
const text = z.string().default('');

function filtersOf({ kind, country, partner, domain, order, state }: Asked): Filter[] {
  const knowsKind = state === 'counted' || state === 'withheld';
  return [
    ...(kind && !knowsKind ? [{ field: 'kind', is: 'equal', value: kind } as const] : []),
    ...(country ? [{ field: 'country', is: 'equal', value: country } as const] : []),
    ...(partner && order !== 'name' ? [{ field: 'partner', is: 'equal', value: partner } as const] : []),
    ...(domain ? [{ field: 'organisationWebsite', is: 'containing', value: domain.toLowerCase() } as const] : []),
  ];
}

function rangeOf(order: z.infer<typeof moderationListOrder>, after: string | undefined) {
  if (order === 'newest') return { high: after };
  return order === 'oldest' ? { low: after } : nameRange('', after);
}

const cursorContent = z.tuple([moderationListOrder, z.string().min(1).max(500)]);

function makeCursor(position: string, order: z.infer<typeof moderationListOrder>): string {
  return Buffer.from(JSON.stringify([order, position])).toString('base64url');
}

/** A cursor may come from anybody: anything but one of ours, for this order, is refused. */
function readCursor(cursor: string, wanted: z.infer<typeof moderationListOrder>): string | undefined {
  try {
    const [order, position] = cursorContent.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    return order === wanted ? position : undefined;
  } catch {
    return undefined; // not ours
  }
}
