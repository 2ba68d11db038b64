/** The part of a letter's page that leads to its latest news. */
import type { FC } from 'hono/jsx';
import type { Letter } from '../../../shared/letter/letter.ts';
import type { Texts } from '../../../shared/text/catalogue.ts';
import { direction } from '../../../shared/text/language.ts';
import type { NewsItem } from './find-news.ts';

/** Number of items on the letter's page. */
const maxItems = 3;

export const NewsSection: FC<{ letter: Letter; news: readonly NewsItem[]; texts: Texts }> = ({
  letter,
  news,
  texts,
}) =>
  news.length === 0 ? null : (
    <section class="undersigned screen" aria-labelledby="news-title">
      <h2 id="news-title">{texts.text('news.title')}</h2>
      <ul class="names">
        {news.slice(0, maxItems).map(({ id, publishedAt, language, words }) => (
          <li>
            <time class="who" datetime={publishedAt}>
              {texts.date(publishedAt)}
            </time>
            <a class="more" href={`/${letter.slug}/news/${id}`} lang={language} dir={direction(language)}>
              {words.subject}
            </a>
          </li>
        ))}
      </ul>
      <p>
        <a href={`/${letter.slug}/news`}>{texts.text('news.all')}</a>
      </p>
    </section>
  );
