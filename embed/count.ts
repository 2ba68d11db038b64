/** `<sign-on-count>`: number of signatures, progress to the goal, and the time of the count. */
import type { CountBody } from '../functions/public-api/answer-schemas.ts';
import type { Texts } from '../shared/text/catalogue.ts';
import { countWords } from '../shared/text/count-words.ts';
import { pathOf, request } from './api.ts';
import { dispatch, h } from './dom.ts';
import type { Widget } from './element.ts';
import { readLook } from './read-look.ts';
import { repeat } from './refresh.ts';
import { textsOf } from './texts.ts';

const styles = `
.total{margin:0 0 .25em}
.total b{display:block;font-size:1.5em;font-weight:650;line-height:1.3}
.bar{appearance:none;display:block;width:100%;height:.625em;border:0;border-radius:5px;background:var(--line);overflow:hidden;margin:.25em 0 .5em;color:var(--accent)}
.bar::-webkit-progress-bar{background:var(--line)}
.bar::-webkit-progress-value{background:var(--accent)}
.bar::-moz-progress-bar{background:var(--accent)}
`;

export async function mount(widget: Widget): Promise<void> {
  const { host, letter, signal } = widget;
  const read = async (): Promise<CountBody> =>
    (await request(pathOf(widget, '/count', {}), { signal, cache: 'no-cache' })).json();
  const [texts, count, look] = await Promise.all([textsOf(widget), read(), readLook(widget)]);
  const body = widget.show(styles + look, lines(count, texts));
  repeat(signal, async () => body.replaceChildren(...lines(await read(), texts)));
  dispatch(host, 'ready', { letter });
}

function lines(count: CountBody, texts: Texts): HTMLElement[] {
  const { organisations, individuals, total, goal, asOf } = count;
  const parts = [
    ...(organisations > 0 ? [texts.plural('letter.organisations', organisations)] : []),
    ...(individuals > 0 ? [texts.plural('letter.individuals', individuals)] : []),
  ];
  const aim = goal === null ? '' : texts.text('letter.goal', { goal: texts.number(goal) });
  const time = texts.text('letter.as-of', {
    time: `${texts.date(asOf)}${texts.text('document.comma')}${asOf.slice(11, 16)}`,
  });
  return [
    h(
      'p',
      { class: 'total', part: 'count' },
      h('b', {}, countWords(texts, count)),
      parts.length > 1 && parts.join(' · '),
    ),
    ...(goal === null
      ? []
      : [h('progress', { class: 'bar', part: 'bar', max: goal, value: Math.min(total, goal), 'aria-label': aim })]),
    h('p', { class: 'soft' }, aim && `${aim} · `, h('time', { datetime: asOf }, time)),
  ];
}
