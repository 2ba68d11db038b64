/** Submitting: JSON for programs, a plain form for people without JavaScript. */
import type { Context, Hono } from 'hono';
import { countMetric } from '../../../shared/config/metric.ts';
import { readBody } from '../../../shared/http/body.ts';
import { type FieldError, fieldErrors, type ProblemName, problem, problems } from '../../../shared/http/problem.ts';
import { type Letter, signing } from '../../../shared/letter/letter.ts';
import type { Standing } from '../../../shared/screening/lists.ts';
import type { Client } from '../../../shared/screening/network.ts';
import { submission } from '../../../shared/signature/submission.ts';
import { submit } from '../../../shared/signature/submit.ts';
import { clientOf } from '../client.ts';
import type { ApiContext } from '../context.ts';
import type { AcceptedBody } from '../description/schemas.ts';
import { pageTexts } from '../negotiate.ts';
import { formPage } from '../pages/form-page.tsx';
import { messagePage } from '../pages/message.tsx';
import { idempotencyKey } from '../requests.ts';
import { typedValues } from '../typed-values.ts';
import { findLetter } from './letter.ts';

const acceptedBody: AcceptedBody = { status: 'confirmation-requested' };

interface Failure {
  readonly name: ProblemName;
  readonly errors?: FieldError[];
}

export function signRoutes(app: Hono, api: ApiContext): void {
  app.post('/v1/letters/:letter/signatures', async (c) => {
    // Loaded with the first submission, to start sooner.
    const { standingOf } = await import('../../../shared/screening/lists.ts');
    const client = clientOf(c);
    // Drafts are found, so that who signs too early is told so; nothing of their text is. An instance that knows neither
    // the letter nor the lists reads both with one call.
    const [letter, standing] = await Promise.all([
      findLetter(api, c.req.param('letter'), { drafts: true }),
      standingOf(api.store, client, api.now().getTime()),
    ]);
    if (!letter) return problem(c, 'letter-not-found');
    const body = await readBody(c);
    const failure =
      'problem' in body
        ? { name: body.problem }
        : await accept(api, letter, body.fields, { client, standing, key: c.req.header('idempotency-key') });
    if (body.format === 'json') {
      return failure
        ? problem(c, failure.name, failure.errors && { errors: failure.errors })
        : c.json(acceptedBody, 202);
    }
    if (!failure) return c.redirect(`/${letter.slug}/sent`, 303);
    return answerForm(c, api, letter, 'fields' in body ? body.fields : {}, failure);
  });
}

const unknownWording: FieldError = { pointer: '#/wording', detail: 'is no wording that this letter ever showed' };

/** @returns what stands against the submission, or nothing when it is kept */
async function accept(
  api: ApiContext,
  letter: Letter,
  fields: unknown,
  { client, standing, key: sentKey }: { client: Client; standing: Standing; key: string | undefined },
): Promise<Failure | undefined> {
  const now = api.now();
  const state = signing(letter, now);
  if (state === 'closed') return { name: 'letter-closed' };
  if (state !== 'open') return { name: 'letter-not-open' };
  const key = idempotencyKey.optional().safeParse(sentKey);
  if (!key.success) return { name: 'invalid-idempotency-key' };
  const parsed = submission.safeParse(fields);
  if (!parsed.success) return { name: 'invalid-fields', errors: fieldErrors(parsed.error) };
  if (!letter.settings.accepts.includes(parsed.data.kind)) return { name: 'kind-not-accepted' };
  // No partner has registered an origin yet, so there is nowhere that we may send people to.
  if (parsed.data.redirect !== undefined) return { name: 'redirect-not-registered' };
  const outcome = await submit(api.store, await api.keys(), letter, parsed.data, {
    now,
    client,
    standing,
    idempotencyKey: key.data,
  });
  if (outcome === 'key-reused') return { name: 'idempotency-key-reused' };
  if (outcome === 'unknown-version') return { name: 'unknown-version' };
  if (outcome === 'unknown-wording') return { name: 'invalid-fields', errors: [unknownWording] };
  countMetric('Submitted');
  return undefined;
}

/** The form again, with what was typed and what has to be mended; or a page that says why it cannot be signed. */
async function answerForm(
  c: Context,
  api: ApiContext,
  letter: Letter,
  fields: unknown,
  { name, errors }: Failure,
): Promise<Response> {
  const { status, title } = problems[name];
  if (signing(letter, api.now()) === 'open') {
    const values = typedValues(fields);
    const form = { values, errors: errors ?? [{ pointer: '#/', detail: title }] };
    return formPage(c, status, letter, { form, language: values.get('language') ?? letter.language });
  }
  return messagePage(c, status, await pageTexts(c), { title, text: '' });
}
