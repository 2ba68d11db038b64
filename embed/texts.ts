/** The strings of an element in the reader's language, and nothing of the other languages. */
import { bestLanguage, canonicalTag } from '../shared/text/language.ts';
import type { Messages, Texts } from '../shared/text/messages.ts';
import { makeTexts } from '../shared/text/texts.ts';
import { manner } from './api.ts';

/** The strings that each view uses stand in a file of their own. */
export type ViewName = 'form' | 'count' | 'list' | 'letter';

/** @returns the language of the element, else of the page, else of the browser, for which there are strings; else English */
export function languageFor(host: HTMLElement): string {
  const wanted = [host.closest<HTMLElement>('[lang]')?.lang, document.documentElement.lang, ...navigator.languages];
  const tags = wanted.flatMap((tag) => (tag && canonicalTag(tag)) || []);
  return bestLanguage(tags, LANGUAGES.split(' '), 'en');
}

/** @returns the strings that a view uses */
export async function loadTexts(view: ViewName, language: string): Promise<Texts> {
  const response = await fetch(new URL(`${view}-${language}-${TEXTS}.json`, import.meta.url), manner);
  if (!response.ok) throw new Error(`${response.url}: status ${response.status}`);
  const messages: Messages = await response.json();
  return makeTexts(language, messages);
}
