/** Writes down which letters have closed. What people see does not wait for it: it goes by the clock. */
import { signing } from '../../shared/letter/letter.ts';
import { closeWhenDue } from '../../shared/letter/manage.ts';
import { listLetters } from '../../shared/letter/storage.ts';
import { cancellationReasons, type Store } from '../../shared/store/store.ts';

/** @returns how many letters were closed */
export async function closeLetters(store: Store, now: Date): Promise<number> {
  const due = (await listLetters(store)).filter((row) => row.state === 'open' && signing(row, now) === 'closed');
  let closed = 0;
  for (const { slug } of due) {
    try {
      if (await closeWhenDue(store, slug, now)) closed += 1;
    } catch (error) {
      // Somebody changed it in this very moment, perhaps its date, or closed it: the next run looks again.
      if (!cancellationReasons(error)) throw error;
    }
  }
  return closed;
}
