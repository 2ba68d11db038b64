/** The language of the text that somebody read, which may differ from the language of their pages and mails. */
import { bestLanguage } from '../text/language.ts';
import type { Letter, LetterVersion } from './letter.ts';

/**
 * @param seen hash of the text that was read
 * @param wanted language of the reader's pages and mails
 * @returns the language in which the version has that text; if it was corrected since, the one nearest to the reader's
 */
export function languageOfText(letter: Letter, { id, texts }: LetterVersion, seen: string, wanted: string): string {
  const found = Object.entries(texts).find(([, hash]) => hash === seen)?.[0];
  if (found !== undefined) return found;
  // Of a text in the first language only another one is stored with a signature.
  const tags = seen === id ? [wanted, letter.language] : [wanted];
  return bestLanguage(tags, Object.keys(texts), letter.language);
}
