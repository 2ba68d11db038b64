/** The language of an answer. */
import type { Context } from 'hono';
import { type Letter, languagesOf } from '../../shared/letter/letter.ts';
import { pageLanguages, type Texts, textsFor } from '../../shared/text/catalogue.ts';
import { bestLanguage, wantedLanguages } from '../../shared/text/language.ts';

/**
 * @returns the language of the letter to show: `?lang=`, else the browser's choice, else the letter's first language
 */
export function letterLanguage(c: Context, letter: Letter, lang = c.req.query('lang')): string {
  const asked = wantedLanguages(lang);
  return bestLanguage(
    [...asked, ...wantedLanguages(c.req.header('accept-language'))],
    languagesOf(letter),
    letter.language,
  );
}

/** @returns the strings of a page that belongs to no letter, in the reader's language */
export function pageTexts(c: Context): Promise<Texts> {
  const wanted = [...wantedLanguages(c.req.query('lang')), ...wantedLanguages(c.req.header('accept-language'))];
  return textsFor(bestLanguage(wanted, pageLanguages, 'en'));
}
