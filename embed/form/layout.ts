/** The layout of the form: the same fields, words and names as the form on the letter's own page. */

import { fieldsOf, type TypedField } from '../../shared/signature/form-fields.ts';
import { serverUrl } from '../api.ts';
import { h, slot } from '../dom.ts';
import { adapt } from './adapt.ts';
import { checkbox, choices, group, textField } from './fields.ts';
import type { FormModel } from './model.ts';

/** The form and its parts that change. */
export interface FormParts {
  readonly form: HTMLFormElement;
  readonly problems: HTMLElement;
  readonly countries: HTMLDataListElement;
  readonly suggestion: HTMLElement;
  readonly send: HTMLButtonElement;
  readonly state: HTMLElement;
}

export function layOutForm(model: FormModel): FormParts {
  const { texts, letter, widget } = model;
  const { accepts } = letter.policy;
  const problems = h('div');
  const countries = h('datalist', { id: 'countries' });
  const suggestion = h('p', { class: 'suggest', role: 'status' });
  const send = h('button', { type: 'submit', class: 'send', part: 'button' }, texts.text('form.submit'));
  const state = h('p', { class: 'proof hint', role: 'status', part: 'state' });
  const beside: Partial<Record<TypedField['holds'], HTMLElement>> = { country: countries, email: suggestion };
  const typed = (of: 'organisation' | 'signatory') =>
    h(
      'div',
      { class: 'pairs' },
      fieldsOf(of).map((field) => textField(texts, field, beside[field.holds])),
    );
  const all = h(
    'fieldset',
    { disabled: widget.host.matches(':disabled') },
    problems,
    accepts.length > 1 &&
      group(
        texts.text('form.kind'),
        choices(
          'kind',
          accepts.map((kind) => [kind, texts.text(`form.kind-${kind}`)]),
        ),
      ),
    group(
      texts.text('form.organisation'),
      accepts.includes('individual') &&
        h('p', { class: 'hint', 'data-only': 'individual' }, texts.text('form.organisation-hint')),
      typed('organisation'),
    ),
    group(texts.text('form.person'), typed('signatory')),
    group(
      texts.text('form.display'),
      h('p', { class: 'hint' }, texts.text('form.display-hint')),
      choices(
        'display',
        (['public', 'withheld'] as const).map((display) => [display, texts.text(`form.display-${display}`)]),
      ),
    ),
    group(
      texts.text('form.consents'),
      slot('consent'),
      checkbox(texts, 'attestation', 'form.attestation'),
      checkbox(texts, 'consents.publication', 'form.publication'),
      checkbox(texts, 'consents.updates', 'form.updates'),
      letter.fields.some(({ name }) => name === 'consents.followUp') &&
        checkbox(texts, 'consents.followUp', 'form.follow-up'),
      widget.partner !== undefined && checkbox(texts, 'consents.partner', 'form.partner'),
    ),
    // A trap for bots: people neither see nor reach it.
    h(
      'div',
      { class: 'trap', 'aria-hidden': 'true' },
      h('label', {}, texts.text('form.honeypot'), h('input', { name: 'homepage', tabindex: -1, autocomplete: 'off' })),
    ),
    send,
    state,
    privacy(model),
  );
  const form = h(
    'form',
    { novalidate: true, part: 'form', 'aria-labelledby': 'title' },
    h('p', { class: 'step' }, texts.text('form.step')),
    slot(
      'title',
      h('h2', { id: 'title', part: 'title' }, texts.text('letter.sign')),
      h('p', {}, h('bdi', { lang: letter.language }, letter.title)),
    ),
    deadline(model),
    letter.translationOf &&
      h('p', { class: 'hint' }, texts.text('letter.signs-older', { date: texts.date(letter.translationOf) })),
    slot('intro'),
    all,
  );
  adapt(form, model);
  return { form, problems, countries, suggestion, send, state };
}

/** The closing time in the letter's time zone, and in the reader's where clocks there show another time. */
function deadline({ texts, letter: { closes, timeZone } }: FormModel): HTMLElement | undefined {
  if (!closes) return undefined;
  const there = texts.time(closes, timeZone);
  const here = texts.time(closes);
  return h(
    'p',
    { class: 'hint', part: 'deadline' },
    texts.text('form.deadline', { moment: there }),
    here !== there && ` ${texts.text('form.deadline-here', { moment: here })}`,
  );
}

/** Three lines to know before signing, and a link to the rest. */
function privacy({ texts, letter }: FormModel): HTMLElement | undefined {
  const { privacy: said } = letter;
  if (!said) return undefined;
  const { purpose } = said;
  const lang = said.languages.purpose ?? texts.language;
  return h(
    'div',
    { class: 'privacy', part: 'privacy' },
    h('p', {}, h('strong', {}, texts.text('privacy.title'))),
    h(
      'p',
      {},
      texts.label('privacy.controller'),
      `${said.controller}, `,
      h('a', { href: `mailto:${said.contact}` }, said.contact),
    ),
    h(
      'p',
      {},
      texts.label('privacy.purpose'),
      // The letter's own sentence, with its language where that differs from the form's.
      purpose === null || lang === texts.language
        ? (purpose ?? texts.text('privacy.purpose-text'))
        : h('span', { lang, dir: 'auto' }, purpose),
    ),
    h(
      'p',
      {},
      `${texts.text('privacy.your-choice')} `,
      h(
        'a',
        { href: `${serverUrl}${letter.slug}/privacy?lang=${texts.language}`, target: '_blank', rel: 'noopener' },
        texts.text('privacy.more'),
      ),
    ),
  );
}
