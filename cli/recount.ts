/** `npm run letter -- recount SLUG`: checks the count of a letter, and repairs it if it is wrong. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Tally } from '../shared/count/counted-as.ts';
import type { LetterSlug } from '../shared/ids.ts';
import { readLetter } from '../shared/letter/storage.ts';
import type { Store } from '../shared/platform/store/store.ts';
import { differenceOf, recount, repair } from '../shared/signature/lists/recount.ts';
import { Refusal } from './stack.ts';

export async function recountLetter(store: Store, slug: LetterSlug, mend: boolean): Promise<void> {
  if (!(await readLetter(store, slug))) throw new Refusal(`There is no letter "${slug}".`);
  const found = await recount(store, slug, { now: new Date(), pause: sleep });
  if (found.outcome === 'busy') throw new Refusal('The letter is being signed all the time: try again in a while.');
  console.log(`count rows   ${words(found.counted)}\nlist         ${words(found.listed)}`);
  if (found.outcome === 'exact') return console.log('They agree.');
  console.log(`difference   ${words(differenceOf(found))}`);
  if (!mend) throw new Refusal('The count is wrong. Add --repair to make it what the list says.');
  if (!(await repair(store, slug, found))) throw new Refusal('The count has moved meanwhile: nothing was changed.');
  console.log('Repaired.');
}

const words = ({ organisations, individuals, offline }: Tally) =>
  `${organisations} organisations, ${individuals} individuals, ${offline} on paper`;
