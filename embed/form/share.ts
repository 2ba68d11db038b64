/** Ways to share the letter, shown once a form was accepted and loaded only then. */
import type { ShareBody } from '../../functions/public-api/answer-schemas.ts';
import { pathOf, request } from '../api.ts';
import { h } from '../dom.ts';
import type { FormModel } from './model.ts';

/** Fills the place. @throws a `Refusal` or a `TypeError` when the links cannot be loaded: then there are none */
export async function showSharing({ widget, texts }: FormModel, place: HTMLElement): Promise<void> {
  const response = await request(pathOf(widget, '/share', { lang: texts.language }));
  const { title, text, url, words, links }: ShareBody = await response.json();
  const button = (label: string, press: () => Promise<unknown>) => {
    const made = h('button', { type: 'button', class: 'plain' }, label);
    made.onclick = () => void press().catch(() => {});
    return made;
  };
  const said = h('span', { role: 'status' });
  const copy = async () => {
    await navigator.clipboard.writeText(url);
    said.textContent = words.copied;
  };
  place.replaceChildren(
    h('h3', {}, words.title),
    h(
      'p',
      { class: 'actions' },
      'share' in navigator && button(words.device, () => navigator.share({ title, text, url })),
      'clipboard' in navigator && button(words.copy, copy),
      said,
    ),
    h(
      'p',
      { class: 'actions' },
      links.map(({ name, href }) =>
        h('a', { href, rel: 'noopener noreferrer', target: href.startsWith('https:') && '_blank' }, name),
      ),
    ),
  );
}
