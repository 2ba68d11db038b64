/** The query of the secretariat's list: its fields, and the rows of the index that it reads. */
import * as z from 'zod';
import type { LetterSlug } from '../../ids.ts';
import { type CoSignatoryKind, coSignatoryKind } from '../../letter/letter.ts';
import { stateOf } from '../owner/owner-view.ts';
import type { SignatureRecord } from '../record.ts';
import type { ViewerRights } from '../seen-record.ts';
import {
  countedPartitions,
  listPartition,
  notCountedPartition,
  reviewPartition,
  withdrawnPartition,
} from './index-keys.ts';

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

/** Filters of the secretariat's lists, and the page that is asked for. */
export interface ListFilters extends ViewerRights {
  /** Starts of words of the co-signatory's name, ignoring case and accents. */
  readonly q?: string | undefined;
  /** Part of the name of the person, who may sign for an organisation. No index has it, so rows are scanned. */
  readonly person?: string | undefined;
  readonly kind?: CoSignatoryKind | undefined;
  readonly country?: string | undefined;
  /** Of confirmed ones only in a list by time. */
  readonly partner?: string | undefined;
  /** Part of the address of the organisation's website. */
  readonly domain?: string | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** With `q`, the page is sorted by name. */
export interface ModerationListQuery extends ListFilters {
  readonly state: z.infer<typeof moderationListState>;
  readonly order: z.infer<typeof moderationListOrder>;
}

export interface ModerationListPage {
  readonly records: readonly SignatureRecord[];
  /** Where the next page starts; undefined on the last page. */
  readonly next: string | undefined;
  /** The time up to which rows were searched, when the page is not full and there is more. */
  readonly lookedUntil: string | undefined;
}

/** Rows of each partition that one Query reads for a filter; by name, each row takes another read. */
export const rowsAtOnce = { newest: 1000, oldest: 1000, name: 100 } as const;
/** No further Query begins after this time, in milliseconds: the page then says that there is more. */
export const timeLimit = 120;

/** A search by name reveals names through its results. */
export const isSearch = ({ q, person, domain }: ModerationListQuery) => Boolean(q || person || domain);

/**
 * Sorting by name would reveal hidden names by their position, also in a cursor. So lists that include any are sorted
 * by time for those who may not read them.
 */
export function orderOf(query: ModerationListQuery): ModerationListQuery['order'] {
  const wanted = query.q ? 'name' : query.order;
  const isShownAlone = query.state === 'any' || query.state === 'counted';
  return wanted === 'name' && !query.withNames && !isShownAlone ? 'newest' : wanted;
}

/** Duplicates and rejected signatures share a partition. */
export function fits(record: SignatureRecord, { state }: ModerationListQuery): boolean {
  if (state === 'duplicate') return ['duplicate', 'merged', 'displaced'].includes(stateOf(record));
  return state !== 'rejected' || stateOf(record) === 'rejected';
}

/** @returns the partitions to read for the query */
export function partitionsFor(letter: LetterSlug, query: ModerationListQuery): string[] {
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

export function fitsFields(record: SignatureRecord, query: ModerationListQuery): boolean {
  const { kind, country, domain } = query;
  return (
    (kind === undefined || record.kind === kind) &&
    (country === undefined || record.country === country) &&
    (!domain || (record.organisationWebsite ?? '').includes(domain.toLowerCase())) &&
    fits(record, query)
  );
}
