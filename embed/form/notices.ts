/** What is said in place of the form. */
import type { LetterBody } from '../../functions/public-api/description/schemas.ts';
import type { Texts } from '../../shared/text/messages.ts';
import { server } from '../api.ts';
import { h } from '../dom.ts';

/** The link to the form on its own page, in a window of its own so that nothing typed here is lost. */
export function hostedLink(letter: string, texts: Texts): HTMLElement {
  const href = `${server}${letter}?lang=${texts.language}#sign`;
  return h('a', { href, target: '_blank', rel: 'noopener' }, texts.text('embed.hosted'));
}

/** The letter cannot be signed. */
export function notOpen({ state, opens }: LetterBody, texts: Texts): HTMLElement {
  const when = state === 'not-yet' && opens ? ` ${texts.text('letter.opens', { date: texts.date(opens) })}` : '';
  return h(
    'p',
    { part: 'notice' },
    texts.text(state === 'closed' || state === 'paused' ? `letter.${state}` : 'letter.not-yet') + when,
  );
}
