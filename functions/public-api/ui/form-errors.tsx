/** The errors of a form, in the reader's words, with a link to each field. */
import type { FC } from 'hono/jsx';
import { type FieldError, problems } from '../../../shared/platform/http/problem.ts';
import type { MessageKey, Texts } from '../../../shared/text/catalogue.ts';
import { describeFieldError } from '../../../shared/text/field-errors.ts';
import { type FieldContext, fieldId } from './fields.tsx';

/** In the order of the form, so that the summary reads from top to bottom. */
const labels: ReadonlyMap<string, MessageKey> = new Map([
  ['#/kind', 'form.kind'],
  ['#/organisation/name', 'form.organisation-name'],
  ['#/organisation/website', 'form.website'],
  ['#/organisation/country', 'form.country'],
  ['#/signatory/name', 'form.name'],
  ['#/signatory/role', 'form.role'],
  ['#/signatory/email', 'form.email'],
  ['#/attestation', 'form.consents'],
  ['#/consents/publication', 'form.consents'],
  ['#/organisation', 'dispute.organisation'],
  ['#/name', 'dispute.name'],
  ['#/email', 'dispute.email'],
  ['#/message', 'dispute.message'],
  ['#/sure', 'manage.forget-title'],
]);

/** @returns the errors as the form shows them: one for each field, in the order of the form, worded for people */
export function formErrors(errors: readonly FieldError[], texts: Texts): FieldError[] {
  const order = [...labels.keys()];
  const place = ({ pointer }: FieldError) => (order.includes(pointer) ? order.indexOf(pointer) : order.length);
  const first = new Map(errors.toReversed().map((error) => [error.pointer, error]));
  return [...first.values()]
    .map(({ pointer, detail }) => ({
      pointer,
      detail:
        detail === problems['not-utf-8'].title ? texts.text('form.wrong-charset') : describeFieldError(detail, texts),
    }))
    .toSorted((a, b) => place(a) - place(b));
}

export const ErrorSummary: FC<FieldContext> = ({ texts, state: { errors } }) => {
  if (errors.length === 0) return null;
  return (
    <div class="alert" role="alert" id="errors">
      <h2>{texts.plural('form.errors', errors.length)}</h2>
      <ul>
        {errors.map(({ pointer, detail }) => {
          const label = labels.get(pointer);
          return (
            <li>
              {label ? (
                <a href={`#${fieldId(pointer.slice(2).replaceAll('/', '.'))}`}>
                  {texts.label(label)}
                  {detail}
                </a>
              ) : (
                (pointer === '#/' ? '' : texts.text('page.label', { label: pointer.slice(2).replaceAll('/', '.') })) +
                detail
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
};
