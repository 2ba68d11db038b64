/** The errors of a form, in the reader's words, with a link to each field. */
import type { FC } from 'hono/jsx';
import { type FieldError, type ProblemName, problems } from '../../../shared/platform/http/problem.ts';
import { fieldLabels } from '../../../shared/signature/form-fields.ts';
import type { MessageKey, Texts } from '../../../shared/text/catalogue.ts';
import { describeFieldError } from '../../../shared/text/field-errors.ts';
import { type FieldContext, fieldId, pointerOf } from './fields.tsx';

/** In the order of each form, so that the summary reads from top to bottom. */
const labels: ReadonlyMap<string, MessageKey> = new Map<string, MessageKey>([
  ...fieldLabels().map(([name, label]): [string, MessageKey] => [pointerOf(name), label]),
  ['#/organisation', 'dispute.organisation'],
  ['#/name', 'dispute.name'],
  ['#/email', 'dispute.email'],
  ['#/message', 'dispute.message'],
  ['#/sure', 'manage.forget-title'],
]);

/** An error of the whole form, where a problem of the request has words of its own. */
export interface PageError extends FieldError {
  readonly problem?: ProblemName;
}

/** @returns a problem of the request as an error of the form */
export const formProblem = (name: ProblemName): PageError => ({
  pointer: '#/',
  detail: problems[name].title,
  problem: name,
});

const words = (error: PageError, texts: Texts) =>
  error.problem === 'not-utf-8' ? texts.text('form.wrong-charset') : describeFieldError(error, texts);

/** @returns the errors as the form shows them: one for each field, in the order of the form, worded for people */
export function formErrors(errors: readonly PageError[], texts: Texts): FieldError[] {
  const order = [...labels.keys()];
  const place = ({ pointer }: FieldError) => (order.includes(pointer) ? order.indexOf(pointer) : order.length);
  const first = new Map(errors.toReversed().map((error) => [error.pointer, error]));
  return [...first.values()]
    .map((error) => ({ pointer: error.pointer, detail: words(error, texts) }))
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
