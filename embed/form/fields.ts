/** Fields with label, hint and error, linked for assistive technology. */
import type { TypedField } from '../../shared/signature/form-fields.ts';
import type { MessageKey, Texts } from '../../shared/text/catalogue.ts';
import { type Child, h } from '../dom.ts';

export const fieldId = (name: string) => `f-${name.replaceAll('.', '-')}`;

/** A field that people type into. */
export function textField(
  texts: Texts,
  { name, label, hint, holds, complete }: TypedField,
  ...more: Child[]
): HTMLElement {
  const id = fieldId(name);
  const isCountry = holds === 'country';
  const address = holds === 'website' ? 'url' : holds === 'email' && holds;
  return h(
    'div',
    { class: 'field', part: 'field' },
    h('label', { for: id, part: 'label' }, texts.text(label)),
    hint && h('span', { class: 'hint', id: `${id}-hint`, part: 'hint' }, texts.text(hint)),
    h('input', {
      id,
      part: 'input',
      // We accept an address without https://, but type=url does not.
      type: holds === 'email' ? holds : 'text',
      inputmode: address,
      name,
      // An address reads from left to right in every language.
      dir: address && 'ltr',
      maxlength: address ? 500 : 200,
      autocomplete: isCountry ? 'country-name' : complete,
      list: isCountry && 'countries',
      placeholder: isCountry && texts.text('form.country-choose'),
      'aria-describedby': hint && `${id}-hint`,
    }),
    ...more,
  );
}

/** A checkbox. */
export function checkbox(texts: Texts, name: string, label: MessageKey): HTMLElement {
  return h(
    'label',
    { class: 'choice', part: 'choice' },
    h('input', { type: 'checkbox', id: fieldId(name), name, value: 'true' }),
    h('span', {}, texts.text(label)),
  );
}

/** Radio buttons, with the first one selected. */
export function choices(name: string, options: readonly (readonly [value: string, label: string])[]): HTMLElement[] {
  return options.map(([value, label], index) =>
    h(
      'label',
      { class: 'choice', part: 'choice' },
      h('input', { type: 'radio', id: index === 0 ? fieldId(name) : undefined, name, value, checked: index === 0 }),
      h('span', {}, label),
    ),
  );
}

export function group(legend: string, ...children: Child[]): HTMLElement {
  return h('fieldset', { class: 'group' }, h('legend', {}, legend), ...children);
}
