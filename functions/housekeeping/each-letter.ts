/** The same piece of work for every letter. */

import type { Letter } from '../../shared/letter/letter.ts';
import { listLetters, readLetter } from '../../shared/letter/storage.ts';
import { logError } from '../../shared/platform/config/log.ts';
import type { Store } from '../../shared/platform/store/store.ts';

/**
 * Does the work for one letter after the other, in an order of its own each time, so that a big one does not keep the
 * others waiting for ever. One that fails does not stop the others.
 *
 * @param hasTime whether there is time for more; without it the rest waits for the next run
 * @returns the sum of what the work came to
 * @throws in the end, when the work failed for some letter
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
