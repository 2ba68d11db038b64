/** Handlers for news. Loaded with the first such request. */
import type { Context } from 'hono';
import { readUpdate } from '../../../shared/update/storage.ts';
import type { ApiContext } from '../context.ts';
import type { PublicLetter } from '../letter-cache.ts';
import { letterLanguage, readerLanguage } from '../page-language.ts';
import { publicCache } from '../security-headers.ts';
import { showPage } from '../ui/layout.tsx';
import type { NewsBody } from './description.ts';
import { writeFeed } from './feed.tsx';
import { frameOf, type NewsLanguages, newsItem, readNews } from './find-news.ts';
import { NewsHead } from './head.tsx';
import { NewsItemPage, NewsPage } from './page.tsx';

export async function showNews(c: Context, api: ApiContext, letter: PublicLetter): Promise<Response> {
  const news = await readNews(api, letter, languagesFor(c, letter));
  const title = news.texts.text('news.of', { title: news.title });
  setCache(c);
  return showPage(c, 200, {
    title,
    texts: news.texts,
    look: letter,
    head: <NewsHead letter={letter} texts={news.texts} />,
    body: <NewsPage news={news} />,
  });
}

export async function showOne(c: Context, api: ApiContext, letter: PublicLetter): Promise<Response> {
  const languages = languagesFor(c, letter);
  const update = await readUpdate(api.store, letter.slug, c.req.param('update') ?? '', 'eventual');
  const item = update && newsItem(update, letter, languages);
  if (!item) return c.notFound();
  const { texts, title } = await frameOf(api, letter, languages);
  setCache(c);
  return showPage(c, 200, {
    title: `${item.words.subject} – ${title}`,
    texts,
    look: letter,
    head: <NewsHead letter={letter} texts={texts} />,
    body: <NewsItemPage {...{ letter, item, texts, title }} />,
  });
}

export async function showFeed(c: Context, api: ApiContext, letter: PublicLetter): Promise<Response> {
  const news = await readNews(api, letter, languagesFor(c, letter));
  setCache(c);
  return c.body(await writeFeed(news, api.publicUrl), 200, { 'content-type': 'application/atom+xml; charset=utf-8' });
}

export async function sendNews(c: Context, api: ApiContext, letter: PublicLetter): Promise<Response> {
  const { items } = await readNews(api, letter, languagesFor(c, letter));
  setCache(c);
  const body: NewsBody = {
    items: items.map(({ id, publishedAt, language, words }) => ({
      title: words.subject,
      url: `${api.publicUrl}/${letter.slug}/news/${id}`,
      language,
      publishedAt,
      blocks: words.blocks,
    })),
  };
  return c.json(body);
}

const languagesFor = (c: Context, letter: PublicLetter): NewsLanguages => ({
  reader: readerLanguage(c, letter),
  text: letterLanguage(c, letter),
});

function setCache(c: Context): void {
  c.header('cache-control', publicCache);
  c.header('vary', 'Accept-Language');
}
