/** "My organisation did not sign": a page, and what is sent from it. */
import type { Hono } from 'hono';
import { dispute, raiseDispute } from '../../../shared/dispute/dispute.ts';
import { readBody } from '../../../shared/http/body.ts';
import { fieldErrors, problem } from '../../../shared/http/problem.ts';
import { textsOf } from '../../../shared/letter/own-texts.ts';
import type { ApiContext } from '../context.ts';
import type { DisputeRaisedBody } from '../description/schemas.ts';
import { letterLanguage, wantsPage } from '../negotiate.ts';
import { disputePage, disputeRaisedPage } from '../pages/dispute.tsx';
import { emptyForm } from '../pages/fields.tsx';
import { formErrors } from '../pages/form-errors.tsx';
import { typedValues } from '../typed-values.ts';
import { findLetter } from './letter.ts';

export function disputeRoutes(app: Hono, api: ApiContext): void {
  app.get('/:letter/dispute', async (c) => {
    const letter = await findLetter(api, c.req.param('letter'));
    if (!letter) return c.notFound();
    return disputePage(c, 200, { letter, texts: await textsOf(letter, letterLanguage(c, letter)), state: emptyForm });
  });

  app.post('/:letter/dispute', async (c) => {
    const letter = await findLetter(api, c.req.param('letter'));
    if (!letter) return c.notFound();
    const texts = await textsOf(letter, letterLanguage(c, letter));
    const body = await readBody(c);
    if ('problem' in body && !wantsPage(c)) return problem(c, body.problem);
    const raised = 'problem' in body ? undefined : dispute.safeParse(body.fields);
    if (raised?.success) {
      await raiseDispute(api.store, letter.slug, raised.data, api.now());
      if (!wantsPage(c)) return c.json({ status: 'raised' } satisfies DisputeRaisedBody, 202);
      return disputeRaisedPage(c, texts);
    }
    const errors = raised ? fieldErrors(raised.error) : [];
    if (!wantsPage(c)) return problem(c, 'invalid-fields', { errors });
    const values = typedValues('problem' in body ? {} : body.fields);
    return disputePage(c, 422, { letter, texts, state: { values, errors: formErrors(errors, texts) } });
  });
}
