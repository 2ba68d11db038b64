/** The letters that the home page and the sitemap name. */
import { type Letter, type Signing, signing } from '../../../shared/letter/letter.ts';
import { listLetters } from '../../../shared/letter/storage.ts';
import type { ApiContext } from '../context.ts';

/** An entry of the list of all letters. */
export type ListedLetter = Awaited<ReturnType<typeof listLetters>>[number] & { readonly now: Signing };

/** First those that can be signed. */
const order: readonly Signing[] = ['open', 'paused', 'not-yet', 'closed'];

/** @returns all but drafts and letters that are not listed. One Query */
export async function listedLetters(api: ApiContext): Promise<ListedLetter[]> {
  const now = api.now();
  const place = (one: ListedLetter) => order.indexOf(one.now) + (one.state === 'delivered' ? 0.5 : 0);
  return (await listLetters(api.store))
    .filter((letter) => isListed(letter))
    .map((letter) => ({ ...letter, now: signing(letter, now) }))
    .toSorted((a, b) => place(a) - place(b) || a.title.localeCompare(b.title, 'en') || (a.slug < b.slug ? -1 : 1));
}

/** @returns whether strangers may find the letter; anybody with its link can always read it */
export const isListed = ({ state, settings }: Pick<Letter, 'state' | 'settings'>): boolean =>
  state !== 'draft' && settings.unlisted !== true;
