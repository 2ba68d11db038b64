/** `<sign-on-list>`: the signatures, newest first, with search and pages. */
import type { LetterBody } from '../functions/public-api/answer-schemas.ts';
import type { ListPage } from '../shared/signature/lists/public-list.ts';
import type { Texts } from '../shared/text/catalogue.ts';
import { pathOf, readLetter, request, serverUrl } from './api.ts';
import { dispatch, h } from './dom.ts';
import type { Widget } from './element.ts';
import { lookStyles } from './look.ts';
import { nameLine } from './names.ts';
import { repeat } from './refresh.ts';
import { textsOf } from './texts.ts';

const styles = `
label{display:block;font-weight:500}
.search{margin:0 0 1em}
ul{list-style:none;margin:0 0 1em;padding:0}
li{padding:.5em 0;border-bottom:1px solid var(--line);line-height:1.4}
li:last-child{border-bottom:0}
.who{font-weight:600}
.more{display:block;font-size:.9375em;color:var(--soft)}
.mark{display:inline-block;font-size:.8125em;line-height:1.4;color:var(--soft);vertical-align:top}
.hint{display:block;margin:0 0 .25em}
.mark summary{display:inline-block;min-height:24px;cursor:pointer;list-style:none;text-decoration:underline dotted;text-underline-offset:.2em}
.mark summary::-webkit-details-marker{display:none}
.mark summary:before{content:"✓ "}
.mark[open]{display:block;margin:0}
.mark p{margin:0 0 .25em}
.logo{display:block;margin:0 0 .25em;border-radius:3px}
.pages{display:flex;flex-wrap:wrap;gap:.75em;justify-content:space-between}
`;

const perPage = 10;
/** Milliseconds without typing after which a search starts. */
const typingPause = 300;

export async function mount(widget: Widget): Promise<void> {
  const { host, root, signal } = widget;
  const read = async (q: string, cursor: string): Promise<ListPage> => {
    const query = { limit: String(perPage), ...(q ? { q } : {}), ...(cursor ? { cursor } : {}) };
    return (await request(pathOf(widget, '/signatures', query), { signal, cache: 'no-cache' })).json();
  };
  const [letter, first] = await Promise.all([readLetter(widget), read('', '')]);
  const texts = await textsOf(widget, letter);
  const { parts, all } = layOut(letter, texts);
  const { search, list, said, toFirst, toNext } = parts;
  let [q, cursor, shown, turn] = ['', '', '', 0];

  const fill = ({ items, nextCursor, paused }: ListPage) => {
    const now = JSON.stringify(items);
    if (now !== shown)
      list.replaceChildren(...items.map((item) => nameLine(item, letter, texts, host.hasAttribute('logos'))));
    shown = now;
    const none = paused ? 'list.paused' : nextCursor ? 'list.go-on' : 'list.none';
    said.textContent = items.length > 0 ? '' : texts.text(none);
    toFirst.hidden = cursor === '';
    toNext.hidden = nextCursor === null;
    toNext.value = nextCursor ?? '';
  };
  const load = async () => {
    turn += 1;
    const mine = turn;
    const page = await read(q, cursor);
    if (mine === turn) fill(page);
  };
  const goTo = async (next: string) => {
    cursor = next;
    await load();
    list.focus();
  };
  toNext.onclick = () => goTo(toNext.value);
  toFirst.onclick = () => goTo('');
  let typing: ReturnType<typeof setTimeout> | undefined;
  search.oninput = () => {
    clearTimeout(typing);
    typing = setTimeout(() => {
      [q, cursor] = [search.value.trim(), ''];
      void load();
    }, typingPause);
  };

  fill(first);
  widget.show(styles + lookStyles(letter), all);
  // The list does not change while somebody searches or reads further pages.
  repeat(signal, async () => {
    if (q === '' && cursor === '' && !root.activeElement) await load();
  });
  dispatch(host, 'ready', { letter: widget.letter });
}

function layOut({ slug }: LetterBody, texts: Texts) {
  const search = h('input', {
    type: 'search',
    id: 'q',
    part: 'input',
    maxlength: 100,
    'aria-describedby': 'q-hint',
    autocomplete: 'off',
  });
  const list = h('ul', { 'aria-label': texts.text('list.title'), tabindex: -1, part: 'list' });
  const said = h('p', { role: 'status' });
  const button = (text: string) => h('button', { type: 'button', class: 'plain', part: 'button' }, text);
  const toFirst = button(texts.text('list.first'));
  const toNext = button(texts.text('list.next'));
  const href = `${serverUrl}${slug}/signatories?lang=${texts.language}`;
  const all = [
    h(
      'p',
      { class: 'search', role: 'search' },
      h('label', { for: 'q' }, texts.text('list.search')),
      h('span', { class: 'hint', id: 'q-hint' }, texts.text('list.search-hint')),
      search,
    ),
    list,
    said,
    h('p', { class: 'pages' }, toFirst, toNext),
    h('p', { class: 'soft' }, texts.text('list.withheld')),
    h('p', {}, h('a', { href, target: '_blank', rel: 'noopener' }, texts.text('letter.all'))),
  ];
  return { parts: { search, list, said, toFirst, toNext }, all };
}
