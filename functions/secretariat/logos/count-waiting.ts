/** Counts the logos that await a decision. */
import type { LetterSlug } from '../../../shared/ids.ts';
import { logosPartition } from '../../../shared/platform/store/keys.ts';
import { queryCount } from '../../../shared/platform/store/query.ts';
import type { Store } from '../../../shared/platform/store/store.ts';
import { table } from '../../../shared/platform/store/table.ts';

/** @returns how many, or at least `most`. Reads a short row for each organisation with a logo until then */
export function countWaitingLogos(store: Store, slug: LetterSlug, most: number): Promise<number> {
  const filter = {
    expression: 'progress.#state = :kept AND isPublic = :no',
    names: { '#state': 'state' },
    values: { ':kept': 'kept', ':no': false },
  };
  return queryCount(store, table, logosPartition(slug), { filter }, most);
}
