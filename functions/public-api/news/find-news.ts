/** The news of a letter: updates that were sent and are not for mail only. */

import { textsOf } from '../../../shared/letter/own-texts.ts';
import { versionShownIn } from '../../../shared/letter/shown-version.ts';
import type { Texts } from '../../../shared/text/catalogue.ts';
import { bestLanguage } from '../../../shared/text/language.ts';
import { listUpdates } from '../../../shared/update/storage.ts';
import { type ChosenWords, isPublic, type Update, wordsIn } from '../../../shared/update/update.ts';
import type { ApiContext } from '../context.ts';
import type { PublicLetter } from '../letter-cache.ts';

/** A piece of news in the reader's language, or the nearest. */
export interface NewsItem extends ChosenWords {
  readonly id: Update['id'];
  readonly publishedAt: string;
}

export interface News {
  readonly letter: PublicLetter;
  /** The latest first. */
  readonly items: readonly NewsItem[];
  readonly texts: Texts;
  /** The letter's title and convener as the reader gets them. */
  readonly title: string;
  readonly convener: string;
}

/** The language of the reader, in which everything around the news is, and that of the letter's text for them. */
export interface NewsLanguages {
  readonly reader: string;
  readonly text: string;
}

/** Maximum number of items on a page and in the feed; an older one keeps its own page. */
const maxItems = 50;

/** @returns the news with the words around it. One Query */
export async function readNews(api: ApiContext, letter: PublicLetter, languages: NewsLanguages): Promise<News> {
  const [items, frame] = await Promise.all([listNews(api, letter, languages), frameOf(api, letter, languages)]);
  return { ...frame, letter, items };
}

/** One Query, eventually consistent: data that is cached for half a minute need not be read consistently. */
export async function listNews(
  { store }: ApiContext,
  letter: PublicLetter,
  languages: NewsLanguages,
): Promise<NewsItem[]> {
  const updates = await listUpdates(store, letter.slug);
  return updates.flatMap((update) => newsItem(update, letter, languages) ?? []).slice(0, maxItems);
}

/** @returns the update as news; undefined when it is not public */
export function newsItem(update: Update, letter: PublicLetter, { reader, text }: NewsLanguages): NewsItem | undefined {
  const { id, startedAt } = update;
  if (!isPublic(update) || startedAt === undefined) return undefined;
  const language = bestLanguage([reader, text], Object.keys(update.texts), text);
  return { id, publishedAt: startedAt, ...wordsIn(update, letter, language) };
}

/** @returns the words around the news */
export async function frameOf(api: ApiContext, letter: PublicLetter, { reader, text }: NewsLanguages) {
  const [texts, stored] = await Promise.all([
    textsOf(letter, reader),
    api.letters.text(letter.slug, versionShownIn(letter, text), text),
  ]);
  return { texts, title: stored?.text.title ?? letter.title, convener: stored?.text.convener.organisation ?? '' };
}
