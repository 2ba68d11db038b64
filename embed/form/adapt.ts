/** Adapts the fields to the kind of co-signatory. */
import type { LetterBody } from '../../functions/public-api/answer-schemas.ts';
import type { CoSignatoryKind } from '../../shared/letter/letter.ts';
import type { FormModel } from './model.ts';

/** @returns the chosen kind of co-signatory: organisation or individual */
export function chosenKind(form: HTMLFormElement, { policy: { accepts } }: LetterBody): CoSignatoryKind {
  const [first = 'organisation'] = accepts;
  const chosen = new FormData(form).get('kind');
  return accepts.find((kind) => kind === chosen) ?? first;
}

/** @returns whether this kind of co-signatory must fill in the field; undefined when it does not have the field */
export function ruleOf({ letter }: Pick<FormModel, 'letter'>, name: string, kind: CoSignatoryKind) {
  return letter.fields.find((field) => field.name === name && field.kinds.includes(kind));
}

/** Marks each field as required or not, and hides those that this kind of co-signatory does not have. */
export function adapt(form: HTMLFormElement, model: FormModel): void {
  const kind = chosenKind(form, model.letter);
  for (const field of form.querySelectorAll<HTMLInputElement>('input[id]:not([type=radio])')) {
    const rule = ruleOf(model, field.name, kind);
    // Publication of the name needs no consent when the name is withheld.
    const isWithheld = new FormData(form).get('display') === 'withheld';
    field.required = (rule?.required ?? false) && !(isWithheld && field.name === 'consents.publication');
    field.closest('.field,.choice')?.toggleAttribute('hidden', !rule);
  }
  for (const part of form.querySelectorAll<HTMLElement>('[data-only]')) part.hidden = part.dataset['only'] !== kind;
}
