/** Lets readers choose the language of a page, whatever languages its letter has. */
import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import { pageLanguages, type Texts } from '../../../shared/text/catalogue.ts';
import { chosenQuery } from '../page-language.ts';

/** @returns the name of a language in that language */
export const ownName = (language: string) =>
  new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;

/** The rest of the page's address, which a choice of language does not change. */
const kept = ['partner', 'order', 'kind', 'country', 'q'];

export const LanguageSwitch: FC<{ c: Context; texts: Texts }> = ({ c, texts }) => {
  const hrefFor = (language: string) => {
    const query = chosenQuery(c);
    for (const name of kept) {
      const value = c.req.query(name);
      if (value) query.set(name, value);
    }
    query.set('language', language);
    return `?${query}`;
  };
  return (
    <details class="languages screen">
      <summary>
        {texts.label('page.language')}
        <span lang={texts.language}>{ownName(texts.language)}</span>
      </summary>
      <ul>
        {pageLanguages.map((language) => (
          <li>
            <a
              href={hrefFor(language)}
              lang={language}
              hreflang={language}
              rel="nofollow"
              aria-current={language === texts.language ? 'true' : undefined}
            >
              {ownName(language)}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
};
