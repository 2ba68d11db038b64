/** `<sign-on-news>`: the latest news of the letter, each with a link to the whole text. */
import type { NewsBody } from '../functions/public-api/news/description.ts';
import type { Texts } from '../shared/text/catalogue.ts';
import { direction } from '../shared/text/language.ts';
import { pathOf, request, serverUrl } from './api.ts';
import { dispatch, h } from './dom.ts';
import type { Widget } from './element.ts';
import { readLook } from './read-look.ts';
import { textsOf } from './texts.ts';

const styles = `
ul{list-style:none;margin:0 0 1em;padding:0}
li{padding:.5em 0;border-bottom:1px solid var(--line);line-height:1.4}
li:last-child{border-bottom:0}
li a{display:block;font-weight:600}
time{font-size:.9375em;color:var(--soft)}
`;

/** Number of items; the letter's own page has all. */
const maxItems = 5;

export async function mount(widget: Widget): Promise<void> {
  const { host, letter, signal, language } = widget;
  const path = pathOf(widget, '/news', { lang: host.lang || language });
  const read = async (): Promise<NewsBody> => (await request(path, { signal, cache: 'no-cache' })).json();
  const [texts, { items }, look] = await Promise.all([textsOf(widget), read(), readLook(widget)]);
  const all = `${serverUrl}${encodeURIComponent(letter)}/news?lang=${texts.language}`;
  widget.show(styles + look, [
    items.length === 0
      ? h('p', {}, texts.text('news.none'))
      : h(
          'ul',
          { 'aria-label': texts.text('news.title'), part: 'list' },
          items.slice(0, maxItems).map((item) => line(item, texts)),
        ),
    items.length > 0 && h('p', {}, h('a', { href: all, target: '_blank', rel: 'noopener' }, texts.text('news.all'))),
  ]);
  dispatch(host, 'ready', { letter });
}

function line({ title, url, language, publishedAt }: NewsBody['items'][number], texts: Texts): HTMLElement {
  const href = `${url}?lang=${texts.language}`;
  return h(
    'li',
    {},
    h('a', { href, target: '_blank', rel: 'noopener', lang: language, dir: direction(language) }, title),
    h('time', { datetime: publishedAt }, texts.date(publishedAt)),
  );
}
