/** The news of a letter as an Atom feed (RFC 4287). */
import { raw } from 'hono/html';
import { Blocks } from '../../../shared/letter/letter-view.tsx';
import type { News, NewsItem } from './find-news.ts';

/** @returns the document. Everything in it is escaped as in a page; XML needs no more */
export async function writeFeed({ letter, items, texts, title, convener }: News, publicUrl: string): Promise<string> {
  const page = `${publicUrl}/${letter.slug}`;
  const entries = await Promise.all(items.map((item) => entryOf(item, page)));
  // A feed without entries changed when its letter did.
  const updated = items[0]?.publishedAt ?? letter.updatedAt;
  const feed = (
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang={texts.language}>
      <id>{`${page}/news`}</id>
      {raw(`<title>${escaped(texts.text('news.of', { title }))}</title>`)}
      <updated>{updated}</updated>
      <author>
        <name>{convener || title}</name>
      </author>
      {raw(link('self', 'application/atom+xml', `${page}/news.atom`))}
      {raw(link('alternate', 'text/html', `${page}/news`))}
      {entries}
    </feed>
  );
  return `<?xml version="1.0" encoding="utf-8"?>\n${await feed}`;
}

async function entryOf({ id, publishedAt, language, words }: NewsItem, page: string) {
  const content = await (<Blocks blocks={words.blocks} level={1} />);
  return (
    <entry xml:lang={language}>
      <id>{`${page}/news/${id}`}</id>
      {raw(`<title>${escaped(words.subject)}</title>`)}
      <published>{publishedAt}</published>
      <updated>{publishedAt}</updated>
      {raw(link('alternate', 'text/html', `${page}/news/${id}`))}
      <content type="html">{String(content)}</content>
    </entry>
  );
}

/** Hono moves titles and links of a document into its head, of which a feed has none. */
const link = (rel: string, type: string, href: string) => `<link rel="${rel}" type="${type}" href="${escaped(href)}"/>`;

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (mark) => marks[mark] ?? '');
