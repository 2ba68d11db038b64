/** Result of a submission: shown above the form, or in its place after success. */
import type { MessageKey, Texts } from '../../shared/text/catalogue.ts';
import { serverUrl } from '../api.ts';
import { type Child, h, slot } from '../dom.ts';
import { type FormModel, plainForm } from './model.ts';
import { hostedLink } from './notices.ts';
import type { Outcome } from './send.ts';

/** A list of the errors, with a link to each field. It takes the focus. */
export function summary(texts: Texts, wrong: readonly { label: string; detail: string; control: HTMLElement }[]) {
  const items = wrong.map(({ label, detail, control }) => {
    const link = h('a', { href: `#${control.id}` }, label + detail);
    // The browser cannot follow a fragment into a shadow root.
    link.onclick = (event) => {
      event.preventDefault();
      control.focus();
    };
    return h('li', {}, link);
  });
  return alert(h('h3', {}, texts.plural('form.errors', wrong.length)), h('ul', {}, items));
}

/** The reason of the failure, and what to do. */
export function failure(outcome: Exclude<Outcome, { state: 'accepted' }>, letter: string, texts: Texts): HTMLElement {
  const said = outcome.state === 'refused' ? refusals(outcome.refusal.problem, outcome.refusal.status) : outcome.state;
  return alert(h('p', {}, texts.text(messages[said])), h('p', {}, hostedLink(letter, texts)));
}

const messages = {
  offline: 'embed.offline',
  timeout: 'embed.timeout',
  busy: 'embed.busy',
  closed: 'letter.closed',
  paused: 'letter.paused',
  'not-yet': 'letter.not-yet',
  error: 'page.error-text',
  refused: 'embed.refused',
} as const satisfies Record<string, MessageKey>;

function refusals(problem: string, status: number): keyof typeof messages {
  if (problem === 'letter-closed') return 'closed';
  if (problem === 'signing-paused') return 'paused';
  if (problem === 'letter-not-open') return 'not-yet';
  if (status === 429) return 'busy';
  return status >= 500 ? 'error' : 'refused';
}

function alert(...children: Child[]): HTMLElement {
  return h('div', { class: 'alert', role: 'alert', tabindex: -1, part: 'alert' }, ...children);
}

/**
 * Step 2 of 2: which letter, which address, and a way back to correct it. Sending it again is another submission.
 *
 * @param address as it was sent
 */
export function accepted({ letter, texts, widget }: FormModel, address: string, back: () => void): HTMLElement {
  const change = h('button', { type: 'button', class: 'plain' }, texts.text('sent.correct'));
  change.onclick = back;
  const isOwnPage = plainForm(widget.host) !== null && parent === window;
  const code = `${serverUrl}confirm?letter=${letter.slug}&lang=${texts.language}`;
  return h(
    'div',
    { role: 'status', tabindex: -1, part: 'accepted', 'aria-labelledby': 'sent' },
    h('p', { class: 'step' }, texts.text('sent.step')),
    h('h2', { id: 'sent', part: 'title' }, texts.text('sent.title')),
    h('p', {}, texts.text('sent.text', { sender: letter.sender })),
    h(
      'dl',
      { part: 'facts' },
      h('dt', {}, texts.text('confirm.fact-letter')),
      h('dd', {}, h('bdi', { lang: letter.language }, letter.title)),
      h('dt', {}, texts.text('code.email')),
      h('dd', {}, h('bdi', { dir: 'ltr' }, address)),
    ),
    h('p', { class: 'actions' }, change),
    slot('thanks'),
    h('p', {}, texts.text('sent.spam')),
    h(
      'p',
      {},
      `${texts.text('sent.code')} `,
      h(
        'a',
        isOwnPage ? { href: code } : { href: code, target: '_blank', rel: 'noopener' },
        texts.text('sent.type-code'),
      ),
    ),
  );
}
