/** Answers to a plain form that was not accepted. */
import type { Context } from 'hono';
import { signing } from '../../../shared/letter/letter.ts';
import { findPartner } from '../../../shared/letter/partners.ts';
import { problems } from '../../../shared/platform/http/problem.ts';
import type { ApiContext } from '../context.ts';
import type { PublicLetter } from '../letter-cache.ts';
import { titleOf } from '../letter-title.ts';
import { letterLanguage, pageTexts } from '../page-language.ts';
import { formProblem } from '../ui/form-errors.tsx';
import { formValues } from '../ui/form-values.ts';
import { messagePage } from '../ui/message.tsx';
import { formPage } from './form-page.tsx';
import type { Failure } from './handlers.ts';

/**
 * Shows the form again, with the typed values and their errors; or a page that says why the letter cannot be signed.
 */
export async function answerForm(
  c: Context,
  api: ApiContext,
  letter: PublicLetter,
  fields: unknown,
  { name, errors, comeBackAt }: Failure,
): Promise<Response> {
  const { status, title: why } = problems[name];
  if (signing(letter, api.now()) === 'open') {
    const values = formValues(fields);
    const language = values.get('language') ?? letter.language;
    const textLanguage = values.get('textLanguage') ?? letterLanguage(c, letter, language);
    const title = await titleOf(api, letter, textLanguage);
    const shown = { language, textLanguage, title, partner: findPartner(letter, values.get('partner')) };
    if (comeBackAt) {
      const seconds = Math.ceil((comeBackAt.getTime() - api.now().getTime()) / 1000);
      c.header('retry-after', String(seconds));
      return formPage(c, status, letter, { ...shown, form: { values, errors: [] }, comeBackAt });
    }
    const form = { values, errors: errors ?? [formProblem(name)] };
    return formPage(c, status, letter, { ...shown, form });
  }
  const texts = await pageTexts(c);
  const paused = name === 'signing-paused' ? texts.text('letter.paused') : why;
  return messagePage(c, status, texts, { title: paused, text: '', look: letter });
}
