/** Runs a task for every letter. */

import type { Letter } from '../../shared/letter/letter.ts';
import { listLetters, readLetter } from '../../shared/letter/storage.ts';
import { logError } from '../../shared/platform/config/log.ts';
import type { Store } from '../../shared/platform/store/store.ts';

/**
 * Runs the work for one letter after another, in a new order each time, so that a large letter does not always delay
 * the same others. A failure for one letter does not stop the rest.
 *
 * @param hasTime whether there is time for more; when not, the next run does the rest
 * @returns the sum of the results
 * @throws at the end, when the work failed for any letter
 */
export async function eachLetter(
  store: Store,
  hasTime: () => boolean,
  work: (letter: Letter) => Promise<number>,
): Promise<number> {
  const letters = (await listLetters(store)).map((row) => ({ ...row, order: Math.random() }));
  let sum = 0;
  let failed = 0;
  for (const { slug } of letters.toSorted((a, b) => a.order - b.order)) {
    if (!hasTime()) break;
    try {
      const letter = await readLetter(store, slug);
      if (letter) sum += await work(letter);
    } catch (error) {
      failed += 1;
      logError('housekeeping failed for a letter', { letter: slug, error: error instanceof Error ? error.name : '' });
    }
  }
  if (failed > 0) throw new Error(`housekeeping failed for ${failed} letters`);
  return sum;
}
