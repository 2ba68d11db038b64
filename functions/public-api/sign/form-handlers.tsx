/** Handlers for the form alone, on our site or in a frame on a partner's. */
import type { Context } from 'hono';
import { type Letter, signing } from '../../../shared/letter/letter.ts';
import { findPartner, howToRegister, isOnSiteOf, type LetterPartner } from '../../../shared/letter/partners.ts';
import { problems } from '../../../shared/platform/http/problem.ts';
import { source, utmNames } from '../../../shared/signature/submission.ts';
import type { ApiContext } from '../context.ts';
import { titleOf } from '../letter-title.ts';
import { letterLanguage, pageTexts, readerLanguage } from '../page-language.ts';
import { ownFrames } from '../ui/csp.ts';
import { formValues } from '../ui/form-values.ts';
import { messagePage } from '../ui/message.tsx';
import { formPage } from './form-page.tsx';

/** Shows the form alone. */
export async function showForm(c: Context, api: ApiContext, letter: Letter): Promise<Response> {
  c.header('content-security-policy', ownFrames);
  const named = c.req.query('partner');
  const partner = findPartner(letter, named);
  if (named !== undefined && !partner) {
    const { status, title } = problems['partner-unknown'];
    return messagePage(c, status, await pageTexts(c), { title, text: howToRegister(letter), look: letter });
  }
  const textLanguage = letterLanguage(c, letter);
  const shown = {
    state: signing(letter, api.now()),
    language: readerLanguage(c, letter),
    textLanguage,
    title: await titleOf(api, letter, textLanguage),
  };
  if (!partner) return formPage(c, 200, letter, shown);
  // Private, since the page contains where this reader came from.
  c.header('cache-control', 'private, max-age=0');
  return formPage(c, 200, letter, { ...shown, partner, form: { values: arrivalOf(c, partner), errors: [] } });
}

/** @returns the source of the reader: the partner, the partner's page from the referrer, `utm_…` of the address */
function arrivalOf(c: Context, partner: LetterPartner): ReadonlyMap<string, string> {
  const referer = c.req.header('referer');
  const utm = utmNames.flatMap((name) => {
    const value = c.req.query(`utm_${name}`);
    return value ? [[name, value]] : [];
  });
  const said = source.safeParse({
    page: referer && isOnSiteOf(partner, referer) ? referer : undefined,
    utm: utm.length > 0 ? Object.fromEntries(utm) : undefined,
  });
  return formValues({ partner: partner.id, source: said.data });
}
