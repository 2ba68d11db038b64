/** Handlers for disputes. Loaded with the first such request. */
import type { Context } from 'hono';
import { dispute, raiseDispute } from '../../../shared/dispute/dispute.ts';
import type { Letter } from '../../../shared/letter/letter.ts';
import { textsOf } from '../../../shared/letter/own-texts.ts';
import { readBody } from '../../../shared/platform/http/body.ts';
import { type FieldError, fieldErrors, problem } from '../../../shared/platform/http/problem.ts';
import { clientOf } from '../../../shared/screening/client-address.ts';
import { isOverCap } from '../../../shared/screening/network-cap.ts';
import type { DisputeRaisedBody } from '../answer-schemas.ts';
import type { ApiContext } from '../context.ts';
import { readerLanguage } from '../page-language.ts';
import { emptyForm } from '../ui/fields.tsx';
import { formErrors, formProblem } from '../ui/form-errors.tsx';
import { formValues } from '../ui/form-values.ts';
import { wantsPage } from '../wants-page.ts';
import { disputePage, disputeRaisedPage } from './page.tsx';

/** Shows the form. */
export async function getDispute(c: Context, letter: Letter): Promise<Response> {
  return disputePage(c, 200, { letter, texts: await textsOf(letter, readerLanguage(c, letter)), state: emptyForm });
}

/** Stores the dispute for the secretariat. */
export async function postDispute(c: Context, api: ApiContext, letter: Letter): Promise<Response> {
  const texts = await textsOf(letter, readerLanguage(c, letter));
  const body = await readBody(c);
  const again = (errors: readonly FieldError[]) => {
    const state = { values: formValues(body.fields), errors: formErrors(errors, texts) };
    return disputePage(c, 422, { letter, texts, state });
  };
  if ('problem' in body) {
    if (!wantsPage(c)) return problem(c, body.problem);
    return again([formProblem(body.problem)]);
  }
  const raised = dispute.safeParse(body.fields);
  if (!raised.success) {
    const errors = fieldErrors(raised.error);
    return wantsPage(c) ? again(errors) : problem(c, 'invalid-fields', { errors });
  }
  if (!(await isOverCap(api.store, await api.keys(), clientOf(c, api), 'dispute', api.now()))) {
    await raiseDispute(api.store, letter.slug, raised.data, api.now(), texts.language);
  }
  if (!wantsPage(c)) return c.json({ status: 'raised' } satisfies DisputeRaisedBody, 202);
  return disputeRaisedPage(c, letter, texts);
}
