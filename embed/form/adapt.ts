/** What the form asks for depends on who signs, and how. */
import type { LetterBody } from '../../functions/public-api/answer-schemas.ts';
import type { CoSignatoryKind } from '../../shared/letter/letter.ts';
import type { FormModel } from './model.ts';

/** @returns who is chosen to sign, an organisation or an individual */
export function chosenKind(form: HTMLFormElement, { policy: { accepts } }: LetterBody): CoSignatoryKind {
  const [first = 'organisation'] = accepts;
  const chosen = new FormData(form).get('kind');
  return accepts.find((kind) => kind === chosen) ?? first;
}

/** @returns whether such a co-signatory fills in the field, and must; undefined when it is none of theirs */
export function ruleOf({ letter }: Pick<FormModel, 'letter'>, name: string, kind: CoSignatoryKind) {
  return letter.fields.find((field) => field.name === name && field.kinds.includes(kind));
}

/** Says of each field whether it must be filled in, and hides what is not for this kind of co-signatory. */
export function adapt(form: HTMLFormElement, model: FormModel): void {
  const kind = chosenKind(form, model.letter);
  for (const field of form.querySelectorAll<HTMLInputElement>('input[id]:not([type=radio])')) {
    const rule = ruleOf(model, field.name, kind);
    // Who withholds the name need not consent to its publication.
    const isWithheld = new FormData(form).get('display') === 'withheld';
    field.required = (rule?.required ?? false) && !(isWithheld && field.name === 'consents.publication');
    if (field.type === 'checkbox') field.closest('label')?.toggleAttribute('hidden', !rule);
  }
}
