/** What is wrong with a form, in the reader's words, with a link to each field. */
import type { FC } from 'hono/jsx';
import type { FieldError } from '../../../shared/http/problem.ts';
import type { MessageKey, Texts } from '../../../shared/text/messages.ts';
import { fieldId, type Part } from './fields.tsx';

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

/** What the API says is wrong, in the reader's language; what is not here is said in general words. */
const sayings: ReadonlyMap<string, MessageKey> = new Map([
  ['is missing', 'form.missing'],
  ['not an email address', 'form.wrong-email'],
  ['not the address of a website, such as https://example.org', 'form.wrong-website'],
  ['must contain a letter or a digit', 'form.wrong-no-letter'],
  ['must not start with = + - or @', 'form.wrong-formula'],
  ['must not contain a web address', 'form.wrong-address-in-name'],
  ['confirm that you are authorised to sign for the organisation', 'form.wrong-attestation'],
  ['agree to be listed by name, or choose to have the name withheld', 'form.wrong-publication'],
  ['tick the box to be sure', 'form.wrong-unsure'],
]);

/** @returns the errors as the form shows them: one for each field, in the order of the form, in words for people */
export function formErrors(errors: readonly FieldError[], texts: Texts): FieldError[] {
  const order = [...labels.keys()];
  const place = ({ pointer }: FieldError) => (order.includes(pointer) ? order.indexOf(pointer) : order.length);
  const first = new Map(errors.toReversed().map((error) => [error.pointer, error]));
  return [...first.values()]
    .map(({ pointer, detail }) => ({ pointer, detail: inWords(detail, texts) }))
    .toSorted((a, b) => place(a) - place(b));
}

function inWords(detail: string, texts: Texts): string {
  const key = sayings.get(detail);
  if (key) return texts.text(key);
  return texts.language === 'en' ? detail : texts.text('form.wrong');
}

export const ErrorSummary: FC<Part> = ({ texts, state: { errors } }) => {
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
