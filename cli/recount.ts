/** `npm run letter -- recount SLUG`: checks the count of a letter, and repairs it if it is wrong. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Tally } from '../shared/count/counted-as.ts';
import type { LetterSlug } from '../shared/ids.ts';
import { readLetter } from '../shared/letter/storage.ts';
import type { Store } from '../shared/platform/store/store.ts';
import { differenceOf, recount, repair } from '../shared/signature/lists/recount.ts';
import { Refusal } from './stack.ts';

export async function recountLetter(store: Store, slug: LetterSlug, shouldRepair: boolean): Promise<void> {
  if (!(await readLetter(store, slug))) throw new Refusal(`There is no letter "${slug}".`);
  const found = await recount(store, slug, { now: new Date(), pause: sleep });
  if (found.outcome === 'busy')
    throw new Refusal('The letter is being signed too often to count it now. Try again later.');
  console.log(`count rows   ${words(found.counted)}\nlist         ${words(found.listed)}`);
  if (found.outcome === 'exact') return console.log('They match.');
  console.log(`difference   ${words(differenceOf(found))}`);
  if (!shouldRepair) throw new Refusal('The count is wrong. Add --repair to correct it from the list.');
  if (!(await repair(store, slug, found)))
    throw new Refusal('The count changed in the meantime, so nothing was repaired. Try again.');
  console.log('Repaired.');
}

const words = ({ organisations, individuals, offline }: Tally) =>
  `${organisations} organisations, ${individuals} individuals, ${offline} on paper`;
