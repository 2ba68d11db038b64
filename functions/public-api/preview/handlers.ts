/**
 * A draft, for people with its link, who can also sign it as a test. Any address that does not match answers like an
 * unknown letter, for reading and for signing, whether or not the letter exists. A link to a letter that has opened
 * leads to its page.
 */
import type { Context } from 'hono';
import { letterSlug } from '../../../shared/ids.ts';
import type { Letter } from '../../../shared/letter/letter.ts';
import { textsOf } from '../../../shared/letter/own-texts.ts';
import { findPreviewLink } from '../../../shared/letter/preview-link.ts';
import { readLetter } from '../../../shared/letter/storage.ts';
import { addressOf } from '../../../shared/mail/sender.ts';
import { isPaused, readPauses } from '../../../shared/pause/pause.ts';
import { readBody } from '../../../shared/platform/http/body.ts';
import {
  type FieldError,
  fieldErrors,
  type ProblemName,
  problem,
  problems,
} from '../../../shared/platform/http/problem.ts';
import { clientOf } from '../../../shared/screening/client-address.ts';
import { networkStatusOf } from '../../../shared/screening/network-status.ts';
import { submission } from '../../../shared/signature/submission.ts';
import type { AcceptedBody } from '../answer-schemas.ts';
import type { ApiContext } from '../context.ts';
import { foreignOrigin } from '../cross-origin.ts';
import { readerLanguage } from '../page-language.ts';
import { formProblem } from '../ui/form-errors.tsx';
import { formValues } from '../ui/form-values.ts';
import { previewPage, testSentPage } from './page.tsx';
import { saveTest } from './save-test.ts';

export { getTest, pressTest } from './test-link.tsx';

interface Draft {
  readonly letter: Letter;
  /** Hash of the preview link. */
  readonly link: string;
}

/** Shows the draft. */
export const showPreview = (c: Context, api: ApiContext): Promise<Response> =>
  withDraft(c, api, ({ letter }) => previewPage(c, api, 200, letter, c.req.path));

/** Shows the page after the form. */
export const showTestSent = (c: Context, api: ApiContext): Promise<Response> =>
  withDraft(c, api, async ({ letter }) =>
    testSentPage(c, await textsOf(letter, readerLanguage(c, letter)), letter, addressOf(api.mailFrom)),
  );

/** Signs as a test. Everybody who has the link gets the same answer, whatever becomes of it (rule 4). */
export const postTest = (c: Context, api: ApiContext): Promise<Response> =>
  withDraft(c, api, async (draft) => {
    const body = await readBody(c);
    const outcome = 'problem' in body ? { name: body.problem } : await accept(c, api, draft, body);
    if (body.format === 'json') {
      if (!('name' in outcome)) return c.json({ status: 'confirmation-requested' } satisfies AcceptedBody, 202);
      const { name, errors } = outcome;
      return problem(c, name, errors ? { errors } : {});
    }
    if (!('name' in outcome)) return c.redirect(`${c.req.path}/sent?language=${outcome.language}`, 303);
    return refused(c, api, draft.letter, 'fields' in body ? body.fields : {}, outcome);
  });

/** Reads the same for every address: the link and the letter, neither from a cache. */
async function withDraft(c: Context, api: ApiContext, answer: (draft: Draft) => Promise<Response>): Promise<Response> {
  const slug = letterSlug.safeParse(c.req.param('letter'));
  if (!slug.success) return c.notFound();
  const [link, letter] = await Promise.all([
    findPreviewLink(api.store, slug.data, c.req.param('secret') ?? ''),
    readLetter(api.store, slug.data),
  ]);
  if (link === undefined || !letter) return c.notFound();
  if (letter.state !== 'draft') return c.redirect(`/${letter.slug}`, 303);
  const page = await answer({ letter, link });
  page.headers.set('referrer-policy', 'no-referrer');
  page.headers.set('cache-control', 'no-store');
  page.headers.set('x-robots-tag', 'noindex');
  return page;
}

interface Failure {
  readonly name: ProblemName;
  readonly errors?: FieldError[];
  readonly comeBackAt?: Date;
}

const notHere: FieldError = { pointer: '#/partner', detail: 'is not part of this form' };

/** @returns the problem with the form, or the language of the page after it */
async function accept(
  c: Context,
  api: ApiContext,
  draft: Draft,
  { format, fields }: { format: 'json' | 'form'; fields: unknown },
): Promise<Failure | { language: string }> {
  const { store, keys, publicUrl } = api;
  const { letter } = draft;
  const now = api.now();
  const origin = foreignOrigin(c, publicUrl);
  // Browsers send `null` from a page without referrers, such as the preview.
  if (origin !== undefined && origin !== 'null') return { name: 'origin-not-registered' };
  if (isPaused(await readPauses(store, 'eventual'), 'signing', letter.slug)) return { name: 'signing-paused' };
  const parsed = submission.safeParse(fields);
  if (!parsed.success) return { name: 'invalid-fields', errors: fieldErrors(parsed.error) };
  const sent = parsed.data;
  if (!letter.settings.accepts.includes(sent.kind)) return { name: 'kind-not-accepted' };
  if (sent.partner !== undefined) return { name: 'invalid-fields', errors: [notHere] };
  const client = clientOf(c, api);
  const networkStatus = await networkStatusOf(store, client, now.getTime());
  const context = { now, client, networkStatus, isPlainForm: format === 'form' };
  const outcome = await saveTest(store, await keys(), draft, sent, context);
  if (outcome !== 'accepted') return { name: 'network-over-cap', comeBackAt: outcome.comeBackAt };
  return { language: sent.language ?? readerLanguage(c, letter) };
}

/** Shows the form again, with the typed values and their errors. */
function refused(
  c: Context,
  api: ApiContext,
  letter: Letter,
  fields: unknown,
  { name, errors, comeBackAt }: Failure,
): Promise<Response> {
  const values = formValues(fields);
  const { status } = problems[name];
  if (!comeBackAt) {
    const form = { values, errors: errors ?? [formProblem(name)] };
    return previewPage(c, api, status, letter, c.req.path, { form });
  }
  c.header('retry-after', String(Math.ceil((comeBackAt.getTime() - api.now().getTime()) / 1000)));
  return previewPage(c, api, status, letter, c.req.path, { form: { values, errors: [] }, comeBackAt });
}
