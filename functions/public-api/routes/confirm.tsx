/** Confirming: a page, a human press, a POST; or the typed code. GET and HEAD change nothing (DESIGN rule 2). */
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import * as z from 'zod';
import { readBody } from '../../../shared/http/body.ts';
import { fieldErrors, type ProblemName, problem } from '../../../shared/http/problem.ts';
import { letterSlug } from '../../../shared/letter/slug.ts';
import { mailboxAddress } from '../../../shared/mailbox/address.ts';
import { tryCode } from '../../../shared/mailbox/storage.ts';
import { type ConfirmOutcome, confirm } from '../../../shared/signature/confirm.ts';
import type { SignatureRecord } from '../../../shared/signature/record.ts';
import { readSignature } from '../../../shared/signature/storage.ts';
import { textsFor } from '../../../shared/text/messages.ts';
import { checkToken, readCode, readToken } from '../../../shared/token/token.ts';
import type { ApiContext } from '../context.ts';
import { wantsPage } from '../negotiate.ts';
import { badLinkPage, codePage, pressPage, resultPage } from '../pages/confirm.tsx';
import { privatePage } from '../security.ts';
import { problemAnswer } from './letter.ts';

const confirmed = z.object({ status: z.enum(['confirmed', 'already-confirmed', 'duplicate']) });

const typedCode = z.strictObject({
  letter: z.string().trim().toLowerCase().pipe(letterSlug),
  email: mailboxAddress,
  code: z.string().max(40).transform(readCode).pipe(z.string('not a code')),
});

export function confirmRoutes(app: OpenAPIHono, api: ApiContext): void {
  describe(app);
  app.use('/confirm', privatePage);
  app.use('/confirm/*', privatePage);

  app.get('/confirm', (c) => codePage(c, 200, { letter: c.req.query('letter') ?? '', email: '' }, undefined));
  app.post('/confirm', async (c) => {
    const body = await readBody(c);
    if ('problem' in body) return codeFailure(c, body.problem, {});
    const typed = typedCode.safeParse(body.fields);
    if (!typed.success) return codeFailure(c, 'invalid-fields', body.fields, typed.error);
    const keys = await api.keys();
    const id = await tryCode(api.store, keys, typed.data, api.now().getTime());
    const record = id && (await readSignature(api.store, id));
    if (!record) return codeFailure(c, 'code-wrong', body.fields);
    const outcome = await confirm(api.store, keys, record, { by: 'code', now: api.now() });
    return answer(c, api, outcome, record);
  });

  app.get('/confirm/:token', async (c) => {
    const found = await findByToken(api, c.req.param('token'));
    if ('problem' in found) return badLink(c, found.problem);
    const { record } = found;
    if (record.confirmedAt) return resultPage(c, record, await titleOf(api, record), isDuplicate(record));
    return pressPage(c, record, await titleOf(api, record));
  });
  app.post('/confirm/:token', async (c) => {
    const found = await findByToken(api, c.req.param('token'));
    if ('problem' in found) return badLink(c, found.problem);
    const keys = await api.keys();
    const outcome = await confirm(api.store, keys, found.record, { by: 'link', now: api.now() });
    if (!wantsPage(c) || outcome === 'gone') return answer(c, api, outcome, found.record);
    // See Other: reloading the page that follows sends nothing again, and it shows what is stored.
    return c.redirect(c.req.path, 303);
  });
}

/** @returns the signature to which the token belongs, or why it cannot be used */
async function findByToken(
  api: ApiContext,
  text: string,
): Promise<{ record: SignatureRecord } | { problem: 'token-unknown' | 'token-expired' }> {
  const token = readToken(text);
  const record = token && (await readSignature(api.store, token.id));
  if (!record) return { problem: 'token-unknown' };
  const state = checkToken(token.token, 'confirm', record.confirmTokens, api.now().getTime());
  if (state === 'unknown') return { problem: 'token-unknown' };
  // An old link still tells that the signature was confirmed.
  if (state === 'expired' && !record.confirmedAt) return { problem: 'token-expired' };
  return { record };
}

const isDuplicate = (record: SignatureRecord) => record.duplicateOf !== undefined;

async function answer(
  c: Context,
  api: ApiContext,
  outcome: ConfirmOutcome,
  record: SignatureRecord,
): Promise<Response> {
  if (outcome === 'gone') return badLink(c, 'token-unknown');
  if (!wantsPage(c)) return c.json({ status: outcome } satisfies z.infer<typeof confirmed>, 200);
  return resultPage(c, record, await titleOf(api, record), outcome === 'duplicate');
}

function badLink(c: Context, name: 'token-unknown' | 'token-expired'): Response | Promise<Response> {
  if (!wantsPage(c)) return problem(c, name);
  return badLinkPage(c, name === 'token-expired');
}

function codeFailure(c: Context, name: ProblemName, fields: unknown, error?: z.ZodError): Response | Promise<Response> {
  if (!wantsPage(c)) return problem(c, name, error ? { errors: fieldErrors(error) } : {});
  const typed = z.object({ letter: z.string().catch(''), email: z.string().catch('') }).safeParse(fields).data;
  return codePage(c, 422, typed ?? { letter: '', email: '' }, textsFor('en').text('code.wrong'));
}

/** @returns the title of the letter as the signer read it */
async function titleOf(api: ApiContext, { letter: slug, letterVersion, language }: SignatureRecord): Promise<string> {
  const letter = await api.letters.find(slug);
  const version = letter?.versions.find(({ id }) => id === letterVersion);
  const stored = version && (await api.letters.text(slug, version, language));
  return stored?.text.title ?? letter?.title ?? slug;
}

/** What `/openapi.json` says about these routes. */
function describe(app: OpenAPIHono): void {
  const page = { 'text/html': { schema: z.string() } };
  const done = {
    description: 'Confirmed, now or before',
    content: { 'application/json': { schema: confirmed }, ...page },
  };
  const params = z.object({ token: z.string() });
  app.openAPIRegistry.registerPath({
    method: 'get',
    path: '/confirm/{token}',
    summary: 'The page with the button; changes nothing',
    request: { params },
    responses: {
      200: { description: 'The page, or what to do when the link cannot be used', content: page },
      404: problemAnswer('token-unknown'),
      410: problemAnswer('token-expired'),
    },
  });
  app.openAPIRegistry.registerPath({
    method: 'post',
    path: '/confirm/{token}',
    summary: 'Confirm; needs no body. Doing it again changes nothing',
    request: { params },
    responses: {
      200: done,
      303: { description: 'For pages: see the result' },
      404: problemAnswer('token-unknown'),
      410: problemAnswer('token-expired'),
      503: problemAnswer('unavailable'),
    },
  });
  app.openAPIRegistry.registerPath({
    method: 'get',
    path: '/confirm',
    summary: 'The page on which to type the code',
    request: { query: z.object({ letter: z.string().optional() }) },
    responses: { 200: { description: 'The page', content: page } },
  });
  app.openAPIRegistry.registerPath({
    method: 'post',
    path: '/confirm',
    summary: 'Confirm with the code from the mail',
    request: {
      body: {
        required: true,
        content: {
          'application/json': { schema: typedCode },
          'application/x-www-form-urlencoded': { schema: typedCode },
        },
      },
    },
    responses: {
      200: done,
      400: problemAnswer('malformed-body'),
      404: problemAnswer('token-unknown'),
      413: problemAnswer('body-too-large'),
      415: problemAnswer('unsupported-media-type'),
      422: problemAnswer('code-wrong, invalid-fields'),
      503: problemAnswer('unavailable'),
    },
  });
}
