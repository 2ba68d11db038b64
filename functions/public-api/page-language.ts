/**
 * The language of an answer. A letter's text is in one of its own languages; everything around it is in the reader's
 * (docs/decisions/073-the-readers-language.md).
 */
import type { Context } from 'hono';
import { type Letter, languagesOf } from '../../shared/letter/letter.ts';
import { pageLanguage, pageLanguages, type Texts, textsFor } from '../../shared/text/catalogue.ts';
import { bestLanguage, wantedLanguages } from '../../shared/text/language.ts';

/** Languages that the browser asks for, most wanted first. */
const ofBrowser = (c: Context) => wantedLanguages(c.req.header('accept-language'));
/** The language that the reader chose for the pages. */
const chosen = (c: Context) => wantedLanguages(c.req.query('language'));

/**
 * @returns the language of the letter's text to show: `?lang=`, else the reader's choice for pages or the browser's,
 *   else the letter's first language
 */
export function letterLanguage(c: Context, letter: Letter, lang = c.req.query('lang')): string {
  const wanted = [...wantedLanguages(lang), ...chosen(c), ...ofBrowser(c)];
  return bestLanguage(wanted, languagesOf(letter), letter.language);
}

/**
 * @returns the language of the pages and mails of the letter: `?language=`, else `?lang=` or the browser's choice,
 *   regardless of the letter's languages; else that of its text. It may be one in which only the letter has strings
 */
export function readerLanguage(c: Context, letter: Letter, lang = c.req.query('lang')): string {
  const wanted = [...chosen(c), ...wantedLanguages(lang), ...ofBrowser(c)];
  const others = Object.keys(letter.ownTexts).filter((language) => !pageLanguages.includes(language));
  return bestLanguage(wanted, [...pageLanguages, ...others], letterLanguage(c, letter, lang));
}

/** @returns the strings of a page that belongs to no letter, in the reader's language */
export function pageTexts(c: Context): Promise<Texts> {
  const wanted = [...chosen(c), ...wantedLanguages(c.req.query('lang')), ...ofBrowser(c)];
  return textsFor(bestLanguage(wanted, pageLanguages, 'en'));
}

/** @returns the languages that the reader chose by the address, to append to the addresses of further pages */
export function chosenQuery(c: Context): URLSearchParams {
  const query = new URLSearchParams();
  for (const name of ['lang', 'language']) {
    const [tag] = wantedLanguages(c.req.query(name));
    if (tag) query.set(name, tag);
  }
  return query;
}

/** @returns the query of a page with the text in that language, and everything around it in the reader's */
export function textQuery(language: string, texts: Texts): string {
  return pageLanguage(language) === texts.language ? `lang=${language}` : `lang=${language}&language=${texts.language}`;
}
