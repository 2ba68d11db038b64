/** Writes down which letters have closed. What people see does not wait for it: it goes by the clock. */
import { signing } from '../../shared/letter/letter.ts';
import { closeWhenDue } from '../../shared/letter/lifecycle.ts';
import { listLetters } from '../../shared/letter/storage.ts';
import type { Store } from '../../shared/platform/store/store.ts';

/** @returns how many letters were closed */
export async function closeLetters(store: Store, now: Date): Promise<number> {
  const due = (await listLetters(store)).filter((row) => row.state === 'open' && signing(row, now) === 'closed');
  let closed = 0;
  for (const { slug } of due) {
    // Where somebody changed it at this moment, the next run looks again.
    if (await closeWhenDue(store, slug, now)) closed += 1;
  }
  return closed;
}
