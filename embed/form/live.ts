/** Behaviour of the form: checks a field when the focus leaves it, sends, and shows the result. */

import { countriesIn } from '../../shared/organisation/country.ts';
import { fieldLabels } from '../../shared/signature/form-fields.ts';
import { cleanAddress } from '../../shared/text/clean.ts';
import { describeFieldError } from '../../shared/text/field-errors.ts';
import { suggestAddress } from '../../shared/text/suggest-address.ts';
import { dispatch, h, setState } from '../dom.ts';
import { adapt } from './adapt.ts';
import { errorIn } from './check.ts';
import { countryOf, loadCountries } from './countries.ts';
import { deferDuringPress } from './defer-during-press.ts';
import type { FormParts } from './layout.ts';
import { markField } from './marks.ts';
import type { FormModel } from './model.ts';
import { accepted, failure, summary } from './outcomes.ts';
import { makeProof } from './proof.ts';
import { makeSender, type Outcome } from './send.ts';
import { bodyOf, readValues } from './values.ts';

/**
 * @param after element that shows the success message
 * @returns a handler for the submission of the form
 */
export function activateForm(model: FormModel, parts: FormParts, after: HTMLElement): () => void {
  const { widget, texts } = model;
  const { form, problems, countries, suggestion, send, state } = parts;
  const detail = { letter: widget.letter };
  let isSending = false;

  const proof = makeProof((now) => {
    if (!isSending) state.textContent = texts.text(now === 'ready' ? 'embed.proof-ready' : 'embed.proof-working');
  });
  const settled = deferDuringPress(widget.signal);
  const submit = makeSender(widget.letter, proof);
  const values = () => readValues(form, model);
  const control = (name: string) => form.querySelector<HTMLInputElement>(`[name="${name}"]`);
  const check = (field: HTMLInputElement) => markField(field, errorIn(field.name, values(), model));

  const readapt = () => {
    adapt(form, model);
    for (const field of form.querySelectorAll<HTMLInputElement>('[aria-invalid]')) check(field);
  };

  const suggest = (field: HTMLInputElement) => {
    const address = suggestAddress(cleanAddress(field.value));
    if (address === undefined) return suggestion.replaceChildren();
    const button = h('button', { type: 'button', class: 'plain' }, texts.text('embed.did-you-mean', { address }));
    button.onclick = () => {
      field.value = address;
      suggestion.replaceChildren();
      check(field);
      field.focus();
    };
    suggestion.replaceChildren(button);
  };

  form.addEventListener('input', ({ target }) => {
    proof.start();
    if (!(target instanceof HTMLInputElement)) return;
    if (target.type === 'radio') readapt();
    else if (target.getAttribute('aria-invalid')) check(target);
  });
  // Most people choose from the list. The other names are loaded only when something else is typed.
  const knowCountry = async () => {
    const typed = values().text('organisation.country');
    if (typed === '' || countryOf(typed, texts.language) !== 'unknown') return;
    // Without them, the server decides.
    await loadCountries().catch(() => {});
  };
  form.addEventListener('focusout', ({ target }) => {
    // A field that was not touched is not wrong yet.
    if (!(target instanceof HTMLInputElement) || target.value === '' || target.type === 'radio') return;
    settled(() => {
      if (target.type !== 'checkbox') check(target);
      if (target.name === 'organisation.country') void knowCountry().then(() => check(target));
      if (target.type === 'email') suggest(target);
    });
  });
  form.addEventListener('reset', () => queueMicrotask(readapt));

  /**
   * Marks each wrong field, in the order of the form, and moves the focus to the summary. Returns whether all is well.
   */
  const showWrong = (wrongOf: (name: string) => string | undefined): boolean => {
    const wrong = fieldLabels().flatMap(([name, label]) => {
      const field = control(name);
      const said = field ? wrongOf(name) : undefined;
      if (field && field.type !== 'radio') markField(field, said);
      return field && said !== undefined ? [{ label: texts.label(label), detail: said, control: field }] : [];
    });
    if (wrong.length === 0) return true;
    const shown = summary(texts, wrong);
    problems.replaceChildren(shown);
    shown.focus();
    dispatch(widget.host, 'error', { ...detail, reason: 'invalid-fields' });
    return false;
  };

  const conclude = (outcome: Outcome, address: string) => {
    if (outcome.state === 'accepted') {
      form.hidden = true;
      setState(widget.host, 'accepted');
      const thanks = accepted(model, address, () => {
        form.hidden = false;
        setState(widget.host, 'form');
        after.replaceChildren();
        const email = control('signatory.email');
        email?.focus();
        email?.select();
      });
      const sharing = h('div', { part: 'share' });
      after.replaceChildren(thanks, sharing);
      void offerSharing(model, sharing);
      thanks.focus();
      dispatch(widget.host, 'accepted', detail);
      return;
    }
    if (outcome.state === 'refused' && outcome.refusal.problem === 'invalid-fields') {
      const said = new Map(
        outcome.refusal.errors.map((error) => [
          error.pointer.slice(2).replaceAll('/', '.'),
          describeFieldError(error, texts),
        ]),
      );
      if (!showWrong((name) => said.get(name))) return;
    }
    const shown = failure(outcome, widget.letter, texts);
    problems.replaceChildren(shown);
    shown.focus();
    const reason = outcome.state === 'refused' ? outcome.refusal.problem || 'refused' : outcome.state;
    if (outcome.state === 'refused')
      console.error(`<sign-on-form letter="${widget.letter}">:`, outcome.refusal.message);
    dispatch(widget.host, 'error', { ...detail, reason });
  };
  const onSubmit = async () => {
    if (isSending) return;
    problems.replaceChildren();
    isSending = true;
    await knowCountry();
    const filled = values();
    if (!showWrong((name) => errorIn(name, filled, model))) {
      isSending = false;
      return;
    }
    send.setAttribute('aria-disabled', 'true');
    state.textContent = texts.text('embed.sending');
    dispatch(widget.host, 'submit', detail);
    const outcome = await submit(bodyOf(filled, model));
    isSending = false;
    send.removeAttribute('aria-disabled');
    state.textContent = '';
    conclude(outcome, cleanAddress(filled.text('signatory.email')));
  };

  countries.append(...countriesIn(texts.language).map(([, name]) => h('option', { value: name })));
  // Somebody may have typed before this was loaded.
  if ([...form.querySelectorAll<HTMLInputElement>('.field input')].some(({ value }) => value !== '')) proof.start();
  readapt();
  return onSubmit;
}

/** Without the links, only the thanks are shown. */
async function offerSharing(model: FormModel, place: HTMLElement): Promise<void> {
  try {
    const { showSharing }: typeof import('./share.ts') = await import(new URL(SHARE, import.meta.url).href);
    await showSharing(model, place);
  } catch {
    place.remove();
  }
}
