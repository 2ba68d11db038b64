/** Reads all lists of signatures, whichever index they are in. */
import type { LetterSlug } from '../../../shared/ids.ts';
import type { Store } from '../../../shared/platform/store/store.ts';
import type { SignatureListQuery } from '../../../shared/signature/lists/list-query.ts';
import { readModerationList } from '../../../shared/signature/lists/moderation-list.ts';
import { listUnconfirmed } from '../../../shared/signature/lists/unconfirmed.ts';
import { readUndeliverable } from '../../../shared/signature/lists/undeliverable.ts';
import type { SignatureRecord } from '../../../shared/signature/record.ts';
import { asSeen, type SeenRecord, type ViewerRights } from '../../../shared/signature/seen-record.ts';
import { findByDomain } from './find.ts';

export interface SignaturePage {
  readonly records: readonly SeenRecord[];
  readonly next: string | undefined;
  /** Extent of the search when there is more and the page is not full: a share of the list, or a time in it. */
  readonly looked: { readonly share: number } | { readonly until: string } | undefined;
}

interface Page extends Omit<SignaturePage, 'records'> {
  readonly records: readonly SignatureRecord[];
}

/** @returns the page, limited to what the visitor may see; undefined when the cursor does not belong to that list */
export async function readSignatureList(
  store: Store,
  letter: LetterSlug,
  query: SignatureListQuery,
  sight: ViewerRights,
): Promise<SignaturePage | undefined> {
  const page = await readPage(store, letter, { ...query, ...sight });
  return page && { ...page, records: page.records.map((record) => asSeen(record, sight)) };
}

async function readPage(
  store: Store,
  letter: LetterSlug,
  { state, ...query }: SignatureListQuery & ViewerRights,
): Promise<Page | undefined> {
  if (state === 'pending' || state === 'silent') {
    const page = await listUnconfirmed(store, letter, { ...query, state });
    const isPart = page?.next !== undefined && page.records.length < query.limit;
    return page && { ...page, looked: isPart ? { share: page.looked } : undefined };
  }
  if (state === 'undeliverable') {
    const page = await readUndeliverable(store, letter, query);
    return { ...page, looked: undefined };
  }
  // The holders of the domain are read directly; the walk may find more, such as duplicates.
  const [holders, page] = await Promise.all([
    query.domain && !query.cursor ? findByDomain(store, letter, query.domain) : [],
    readModerationList(store, letter, { ...query, state }),
  ]);
  if (!page) return undefined;
  const first = state === 'any' ? holders.filter(({ display }) => query.withNames || display === 'public') : [];
  const records = [...first, ...page.records.filter(({ id }) => !first.some((one) => one.id === id))];
  return {
    records,
    next: page.next,
    looked: page.lookedUntil === undefined ? undefined : { until: page.lookedUntil },
  };
}
