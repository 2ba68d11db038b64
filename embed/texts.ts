/** The strings of an element in the reader's language. No other language is loaded. */
import type { LetterBody } from '../functions/public-api/answer-schemas.ts';
import type { Messages, Texts } from '../shared/text/catalogue.ts';
import { bestLanguage, canonicalTag } from '../shared/text/language.ts';
import { makeTexts } from '../shared/text/texts.ts';
import { requestOptions } from './api.ts';
import type { Widget } from './element.ts';

/** Views. The strings of each are in a file of their own. */
export type ViewName = 'form' | 'count' | 'list' | 'letter' | 'news';

/**
 * @returns the language of the element, the page or the browser, in this order, if it has strings; otherwise English
 */
export function languageFor(host: HTMLElement): string {
  const wanted = [host.closest<HTMLElement>('[lang]')?.lang, document.documentElement.lang, ...navigator.languages];
  const tags = wanted.flatMap((tag) => (tag && canonicalTag(tag)) || []);
  return bestLanguage(tags, LANGUAGES.split(' '), 'en');
}

/** @returns the strings of a view */
export async function loadMessages(view: ViewName, language: string): Promise<Messages> {
  const response = await fetch(new URL(`${view}-${language}-${TEXTS}.json`, import.meta.url), requestOptions);
  if (!response.ok) throw new Error(`${response.url}: status ${response.status}`);
  return response.json();
}

/** @returns the strings ready for use; the letter's own wordings replace them where it is read in this language */
export async function textsOf(
  { language, messages }: Pick<Widget, 'language' | 'messages'>,
  letter?: LetterBody,
): Promise<Texts> {
  const own = letter && isLetterIn(letter, language) ? letter.texts : {};
  return makeTexts(language, { ...(await messages), ...own });
}

/** @returns whether the text of the letter itself is in the reader's language, not only the form */
export function isLetterIn(letter: LetterBody, language: string): boolean {
  return bestLanguage([letter.language], LANGUAGES.split(' '), 'en') === language;
}
