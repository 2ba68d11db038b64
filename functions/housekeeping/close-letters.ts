/** Records which letters have closed. Pages do not wait for this: they compare with the clock. */
import { signing } from '../../shared/letter/letter.ts';
import { closeWhenDue } from '../../shared/letter/lifecycle.ts';
import { listLetters } from '../../shared/letter/storage.ts';
import type { Store } from '../../shared/platform/store/store.ts';

/** @returns the number of letters closed */
export async function closeLetters(store: Store, now: Date): Promise<number> {
  const due = (await listLetters(store)).filter((row) => row.state === 'open' && signing(row, now) === 'closed');
  let closed = 0;
  for (const { slug } of due) {
    // When somebody changed the letter at the same moment, the next run tries again.
    if (await closeWhenDue(store, slug, now)) closed += 1;
  }
  return closed;
}
