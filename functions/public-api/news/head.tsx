/** Leads feed readers to the news of a letter. */
import type { FC } from 'hono/jsx';
import type { Letter } from '../../../shared/letter/letter.ts';
import type { Texts } from '../../../shared/text/catalogue.ts';

/** Feed readers find the feed by this. */
export const NewsHead: FC<{ letter: Letter; texts: Texts }> = ({ letter, texts }) => (
  <link
    rel="alternate"
    type="application/atom+xml"
    href={`/${letter.slug}/news.atom`}
    title={texts.text('news.feed')}
  />
);
