/** The letters that a visitor may read; for the home page and for the API. */
import { listLetters } from '../../../shared/letter/storage.ts';
import type { Store } from '../../../shared/platform/store/store.ts';
import type { Visit } from '../guard.ts';

/** @returns name and state of each letter that the visitor may read */
export async function lettersOf(store: Store, { may }: Pick<Visit, 'may'>) {
  return (await listLetters(store)).filter(({ slug }) => may('letter.read', slug));
}
