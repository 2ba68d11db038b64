/** The form at work: checks a field as one leaves it, sends, and says what came of it. */
import { countriesIn } from '../../shared/organisation/country.ts';
import { inWords } from '../../shared/text/sayings.ts';
import { h, tell } from '../dom.ts';
import { wrongWith } from './check.ts';
import { fieldLabels, mark } from './fields.ts';
import { layOut } from './layout.ts';
import { type FormModel, ruleOf } from './model.ts';
import { accepted, failure, summary } from './notices.ts';
import { makeProof } from './proof.ts';
import { makeSender, type Outcome } from './send.ts';
import { bodyOf, carryOver, readValues } from './values.ts';

/** @param kept the form that stood there before, in another language: what was typed into it is carried over */
export function liveForm(model: FormModel, kept: HTMLFormElement | null): HTMLElement[] {
  const { widget, letter, texts } = model;
  const parts = layOut(model);
  const { form, problems, countries, suggestion, attestation, send, state } = parts;
  const outcomePlace = h('div');
  const detail = { letter: widget.letter };
  let isSending = false;

  const proof = makeProof((now) => {
    if (!isSending) state.textContent = texts.text(now === 'ready' ? 'embed.proof-ready' : 'embed.proof-working');
  });
  const submit = makeSender(widget.letter, proof);
  const values = () => readValues(form, model);
  const control = (name: string) => form.querySelector<HTMLInputElement>(`[name="${name}"]`);
  const check = (field: HTMLInputElement) => mark(field, wrongWith(field.name, values(), model));

  const adapt = () => {
    const { kind } = values();
    attestation.hidden = !ruleOf(model, 'attestation', kind);
    for (const name of fieldLabels.keys()) {
      const field = control(name);
      if (field && field.type !== 'radio') field.required = ruleOf(model, name, kind)?.required ?? false;
    }
    // Withheld needs no consent to be published.
    const publication = control('consents.publication');
    if (publication) publication.required = values().text('display') !== 'withheld';
    for (const field of form.querySelectorAll<HTMLInputElement>('[aria-invalid]')) check(field);
  };

  const suggest = async (field: HTMLInputElement) => {
    const { suggestAddress } = await import('./mail-domains.ts');
    const address = suggestAddress(field.value.trim());
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
    if (target.type === 'radio') adapt();
    else if (target.getAttribute('aria-invalid')) check(target);
  });
  form.addEventListener('focusin', ({ target }) => {
    if (target !== control('organisation.country') || countries.firstChild) return;
    countries.append(...countriesIn(texts.language).map(([, name]) => h('option', { value: name })));
  });
  form.addEventListener('focusout', ({ target }) => {
    // What was not touched is not wrong yet.
    if (!(target instanceof HTMLInputElement) || target.value === '' || target.type === 'radio') return;
    if (target.type !== 'checkbox') check(target);
    if (target.type === 'email') void suggest(target);
  });
  form.addEventListener('reset', () => queueMicrotask(adapt));

  /** Marks each field that is wrong, in the order of the form, and leads there; answers whether all is well. */
  const showWrong = (wrongOf: (name: string) => string | undefined): boolean => {
    const wrong = [...fieldLabels].flatMap(([name, label]) => {
      const field = control(name);
      const said = field ? wrongOf(name) : undefined;
      if (field && field.type !== 'radio') mark(field, said);
      return field && said !== undefined ? [{ label: texts.text(label), detail: said, control: field }] : [];
    });
    if (wrong.length === 0) return true;
    const shown = summary(texts, wrong);
    problems.replaceChildren(shown);
    shown.focus();
    tell(widget.host, 'error', { ...detail, reason: 'invalid-fields' });
    return false;
  };

  const inWordsOf = (detail: string | undefined) => (detail === undefined ? undefined : inWords(detail, texts));
  const conclude = (outcome: Outcome) => {
    if (outcome.state === 'accepted') {
      form.hidden = true;
      const thanks = accepted(letter, texts, () => {
        form.hidden = false;
        outcomePlace.replaceChildren();
        control('signatory.email')?.focus();
      });
      outcomePlace.replaceChildren(thanks);
      thanks.focus();
      tell(widget.host, 'accepted', detail);
      return;
    }
    if (outcome.state === 'refused' && outcome.refusal.problem === 'invalid-fields') {
      const said = new Map(
        outcome.refusal.errors.map(({ pointer, detail }) => [pointer.slice(2).replaceAll('/', '.'), detail]),
      );
      if (!showWrong((name) => inWordsOf(said.get(name)))) return;
    }
    const shown = failure(outcome, widget.letter, texts);
    problems.replaceChildren(shown);
    shown.focus();
    const reason = outcome.state === 'refused' ? outcome.refusal.problem || 'refused' : outcome.state;
    if (outcome.state === 'refused')
      console.error(`<sign-on-form letter="${widget.letter}">:`, outcome.refusal.message);
    tell(widget.host, 'error', { ...detail, reason });
  };
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (isSending) return;
    problems.replaceChildren();
    const filled = values();
    if (!showWrong((name) => wrongWith(name, filled, model))) return;
    isSending = true;
    send.setAttribute('aria-disabled', 'true');
    state.textContent = texts.text('embed.sending');
    tell(widget.host, 'submit', detail);
    const outcome = await submit(bodyOf(filled, model));
    isSending = false;
    send.removeAttribute('aria-disabled');
    state.textContent = '';
    conclude(outcome);
  });

  if (kept) carryOver(kept, form);
  adapt();
  return [form, outcomePlace];
}
