/**
 * The secretariat's list of the confirmed signatures of a letter in any state: by time or by name, filtered, page by
 * page. Each step reads a bounded number of rows; if few of them match a filter, the page says how far it has looked.
 */
import * as z from 'zod';
import type { LetterSlug } from '../../ids.ts';
import type { Store } from '../../platform/store/store.ts';
import { foldName } from '../../text/fold.ts';
import { matchesWords } from '../../text/name-words.ts';
import { readSignature } from '../storage.ts';
import {
  type Entries,
  type Entry,
  type Filter,
  joinEntries,
  nameRange,
  readEntries,
  withListed,
} from './list-index.ts';
import { makeCursor, readCursor } from './moderation-cursor.ts';
import {
  fits,
  isSearch,
  type ModerationListPage,
  type ModerationListQuery,
  type moderationListOrder,
  orderOf,
  partitionsFor,
  rowsAtOnce,
  timeLimit,
} from './moderation-query.ts';
import { searchList } from './moderation-search.ts';
import { nameIn } from './search-names.ts';

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
  } while (!ended && places.length < query.limit && performance.now() - began < timeLimit);
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
