/** The pages of a letter's news. */
import type { FC } from 'hono/jsx';
import type { Letter } from '../../../shared/letter/letter.ts';
import { Blocks } from '../../../shared/letter/letter-view.tsx';
import type { Texts } from '../../../shared/text/catalogue.ts';
import { direction } from '../../../shared/text/language.ts';
import { backArrow } from '../ui/arrow.ts';
import type { News, NewsItem } from './find-news.ts';

export const NewsPage: FC<{ news: News }> = ({ news: { letter, items, texts, title } }) => (
  <div class="card">
    <p>
      <a href={`/${letter.slug}`}>
        {backArrow(texts)} {texts.text('list.back')}
      </a>
    </p>
    <h1>{texts.text('news.of', { title })}</h1>
    {items.length === 0 ? <p>{texts.text('news.none')}</p> : null}
    {items.map((item) => (
      <article>
        <h2 lang={item.language} dir={direction(item.language)}>
          <a href={`/${letter.slug}/news/${item.id}`}>{item.words.subject}</a>
        </h2>
        <PublishedOn item={item} texts={texts} />
        {/* The first paragraph; its own page has the rest. */}
        <div lang={item.language} dir={direction(item.language)}>
          <Blocks blocks={item.words.blocks.slice(0, 1)} level={2} />
        </div>
      </article>
    ))}
    <p>
      <a href={`/${letter.slug}/news.atom`}>{texts.text('news.feed')}</a>
    </p>
  </div>
);

export const NewsItemPage: FC<{ letter: Letter; item: NewsItem; texts: Texts; title: string }> = ({
  letter,
  item,
  texts,
  title,
}) => (
  <article class="card letter">
    <p>
      <a href={`/${letter.slug}`}>
        {backArrow(texts)} <bdi>{title}</bdi>
      </a>
    </p>
    <div lang={item.language} dir={direction(item.language)}>
      <h1>{item.words.subject}</h1>
    </div>
    <PublishedOn item={item} texts={texts} />
    <div lang={item.language} dir={direction(item.language)}>
      <Blocks blocks={item.words.blocks} level={1} />
    </div>
    <p>
      <a href={`/${letter.slug}/news`}>{texts.text('news.all')}</a>
    </p>
  </article>
);

const PublishedOn: FC<{ item: NewsItem; texts: Texts }> = ({ item: { publishedAt }, texts }) => (
  <p class="soft">
    <time datetime={publishedAt}>{texts.date(publishedAt)}</time>
  </p>
);
