/** Messages in place of the form. */
import type { LetterBody } from '../../functions/public-api/answer-schemas.ts';
import type { Texts } from '../../shared/text/catalogue.ts';
import { dayIn } from '../../shared/text/texts.ts';
import { serverUrl } from '../api.ts';
import { h } from '../dom.ts';

/** The link to the form on its own page, in a new window so that nothing typed here is lost. */
export function hostedLink(letter: string, texts: Texts): HTMLElement {
  const href = `${serverUrl}${letter}?lang=${texts.language}#sign`;
  return h('a', { href, target: '_blank', rel: 'noopener' }, texts.text('embed.hosted'));
}

/** The letter cannot be signed. */
export function closedNotice(letter: LetterBody, texts: Texts): HTMLElement {
  return h('p', { part: 'notice' }, whyNot(letter, texts));
}

function whyNot({ state, opens, timeZone, deliveredOn }: LetterBody, texts: Texts): string {
  if (deliveredOn) return texts.text('letter.delivered', { date: texts.date(deliveredOn) });
  if (state === 'closed' || state === 'paused') return texts.text(`letter.${state}`);
  const when = opens ? ` ${texts.text('letter.opens', { date: texts.date(dayIn(opens, timeZone)) })}` : '';
  return texts.text('letter.not-yet') + when;
}
