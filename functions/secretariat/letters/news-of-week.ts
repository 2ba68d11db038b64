/** The latest signatures of a letter, and their number on each of the last seven days. */
import type { Letter } from '../../../shared/letter/letter.ts';
import type { Store } from '../../../shared/platform/store/store.ts';
import { readModerationList } from '../../../shared/signature/lists/moderation-list.ts';
import { asSeen, type SeenRecord, type ViewerRights } from '../../../shared/signature/seen-record.ts';
import { readSnapshot } from '../../../shared/statistics/snapshot.ts';

const day = 24 * 3600 * 1000;
const days = 7;
const shown = 10;

export interface NewsOfWeek {
  /** Newest first, of any state. */
  readonly latest: readonly SeenRecord[];
  /** Confirmed signatures by day in UTC, the oldest day first. Undefined before the first breakdown. */
  readonly week:
    | { readonly asOf: string; readonly days: readonly { readonly day: string; readonly number: number }[] }
    | undefined;
}

/** One Query for each state of a signature, ten reads, and a read of the snapshot: none grows with the letter. */
export async function readNewsOfWeek(
  store: Store,
  { slug }: Letter,
  sight: ViewerRights,
  now: Date,
): Promise<NewsOfWeek> {
  const [page, snapshot] = await Promise.all([
    readModerationList(store, slug, { state: 'any', order: 'newest', limit: shown, ...sight }),
    readSnapshot(store, slug),
  ]);
  const dates = Array.from({ length: days }, (_, place) =>
    new Date(now.getTime() - (days - 1 - place) * day).toISOString().slice(0, 10),
  );
  return {
    latest: (page?.records ?? []).map((record) => asSeen(record, sight)),
    week: snapshot && {
      asOf: snapshot.asOf,
      days: dates.map((date) => ({ day: date, number: snapshot.by.confirmedDay[date] ?? 0 })),
    },
  };
}
