/**
 * Confirming by link or by typed code. GET shows a page with a button; only the POST of that button has an effect (rule
 * 2).
 */
import type { Context } from 'hono';
import * as z from 'zod';
import type { SignatureId } from '../../../shared/ids.ts';
import { redirectAddress } from '../../../shared/letter/after-signing.ts';
import { textsOf } from '../../../shared/letter/own-texts.ts';
import { countMetric } from '../../../shared/platform/config/metric.ts';
import { maxSmallBody, readBody } from '../../../shared/platform/http/body.ts';
import { fieldErrors, type ProblemName, problem } from '../../../shared/platform/http/problem.ts';
import { readToken } from '../../../shared/platform/token/token.ts';
import { clientOf } from '../../../shared/screening/client-address.ts';
import { isOverCap } from '../../../shared/screening/network-cap.ts';
import { stateOf } from '../../../shared/signature/owner/owner-view.ts';
import type { SignatureRecord } from '../../../shared/signature/record.ts';
import { readSignature } from '../../../shared/signature/storage.ts';
import type { ConfirmedBody } from '../answer-schemas.ts';
import type { ApiContext } from '../context.ts';
import { typedCode } from '../request-schemas.ts';
import { hasFindings, stateOfToken, withFindings } from '../token-lookup.ts';
import { wantsPage } from '../wants-page.ts';
import { tryCode } from './code.ts';
import type { ConfirmOutcome } from './confirm.ts';

/** Loaded with the first press: most visitors open the page first. */
const confirming = () => import('./confirm.ts');
const pages = () => import('./page.tsx');
const results = () => import('./result.tsx');

/** Handles a typed code. */
export async function postCode(c: Context, api: ApiContext): Promise<Response> {
  const body = await readBody(c, maxSmallBody);
  if ('problem' in body) return codeFailure(c, api, body.problem, {});
  const typed = typedCode.safeParse(body.fields);
  if (!typed.success) return codeFailure(c, api, 'invalid-fields', body.fields, typed.error);
  const keys = await api.keys();
  if (await isOverCap(api.store, keys, clientOf(c, api), 'code', api.now())) {
    return codeFailure(c, api, 'code-wrong', body.fields);
  }
  const id = await tryCode(api.store, keys, typed.data, api.now().getTime());
  const record = id && (await readSignature(api.store, id));
  const answered = id && !record ? await confirmedTest(c, api, id) : undefined;
  if (answered) return answered;
  if (!record) return codeFailure(c, api, 'code-wrong', body.fields);
  if (!record.confirmedAt && (await isLetterDelivered(api, record))) return tooLate(c, api, record, 'code');
  const outcome = await confirmBy(api, 'code', { record, known: record });
  if (outcome === 'delivered') return tooLate(c, api, record, 'code');
  // Stopped or forgotten at this moment, so its code is no longer valid.
  if (outcome === 'gone') return codeFailure(c, api, 'code-wrong', body.fields);
  countConfirmed(record, outcome);
  return answer(c, api, outcome, record);
}

/** @returns the answer for the code of a test signature; undefined when it is none, or over */
async function confirmedTest(c: Context, api: ApiContext, id: SignatureId): Promise<Response | undefined> {
  const { findLiveTest } = await import('../../../shared/test-signature/test-signature.ts');
  const found = await findLiveTest(api.store, id, api.now().getTime());
  if (!found) return undefined;
  const { confirmTest } = await import('../preview/confirm-test.ts');
  await confirmTest(api.store, await api.keys(), found.test, api.now());
  if (!wantsPage(c)) return c.json({ status: 'test' } satisfies ConfirmedBody);
  return (await import('../preview/test-link.tsx')).testDonePage(c, found);
}

/** Handles an opened link. */
export async function getConfirm(c: Context, api: ApiContext, token: string): Promise<Response> {
  const found = await findByToken(api, token);
  if ('problem' in found) return badLink(c, api, found);
  const { record } = found;
  if (record.confirmedAt) return (await results()).resultPage(c, api, record);
  if (await isLetterDelivered(api, record)) return tooLate(c, api, record, 'page');
  if (c.req.method === 'GET') countMetric('Landed');
  return (await pages()).pressPage(c, api, await whole(api, found));
}

/** Handles the POST of the button. */
export async function postConfirm(c: Context, api: ApiContext, token: string): Promise<Response> {
  const found = await findByToken(api, token);
  if ('problem' in found) return badLink(c, api, found);
  const { record } = found;
  if (!record.confirmedAt && (await isLetterDelivered(api, record))) return afterDelivery(c, api, record);
  const outcome = await confirmBy(api, 'link', found);
  if (outcome === 'delivered') return tooLate(c, api, record, 'link');
  countConfirmed(found.record, outcome);
  if (!wantsPage(c) || outcome === 'gone') return answer(c, api, outcome, found.record);
  const next = outcome === 'confirmed' ? await redirectAfter(api, found.record) : undefined;
  if (next !== undefined) return c.redirect(next, 303);
  // See Other: reloading the next page sends nothing again, and it shows the stored state.
  return c.redirect(c.req.path, 303);
}

/**
 * @returns the page of the partner or the letter to which a press redirects at once, if one was chosen. People whose
 *   name is withheld are never redirected to another site, nor are people who need to read more than that it is
 *   confirmed
 */
async function redirectAfter(api: ApiContext, { id, letter: slug, partner, display }: SignatureRecord) {
  const letter = display === 'public' ? await api.letters.find(slug) : undefined;
  const address = letter && redirectAddress(letter, partner);
  const now = address && (await readSignature(api.store, id));
  return now && now.display === 'public' && stateOf(now) === 'counted' ? address : undefined;
}

async function isLetterDelivered(api: ApiContext, { letter }: SignatureRecord): Promise<boolean> {
  return (await api.letters.find(letter))?.state === 'delivered';
}

/** The only request that is still possible: deletion, by the button on that page. */
async function afterDelivery(c: Context, api: ApiContext, record: SignatureRecord): Promise<Response> {
  const body = c.req.header('content-type') === undefined ? undefined : await readBody(c, maxSmallBody);
  const asked = body && !('problem' in body) ? forgetRequest.safeParse(body.fields) : undefined;
  if (!asked?.success) return tooLate(c, api, record, 'link');
  const [{ forget }, keys] = await Promise.all([import('../../../shared/signature/forget.ts'), api.keys()]);
  await forget(api.store, keys, record.id, api.now());
  if (!wantsPage(c)) return c.json({ state: 'forgotten' });
  const [{ forgottenPage }, texts] = await Promise.all([
    import('../ui/links-page.tsx'),
    textsOf(await api.letters.find(record.letter), record.language),
  ]);
  return forgottenPage(c, texts);
}

const forgetRequest = z.object({ action: z.literal('forget') });

/** The letter was delivered, so nobody more is counted. Pages have status 200, as for expired links. */
async function tooLate(
  c: Context,
  api: ApiContext,
  record: SignatureRecord,
  by: 'page' | 'link' | 'code',
): Promise<Response> {
  if (by !== 'page' && !wantsPage(c)) return problem(c, 'letter-delivered');
  return (await pages()).deliveredPage(c, api, record, { canForget: by !== 'code' });
}

interface BadLink {
  readonly problem: 'token-unknown' | 'token-expired';
  /** Slug of the letter, when the link was once valid. */
  readonly letter?: string;
}

/** A signature as it was read, and the same with the token of a mail that was only just sent. */
interface Found {
  readonly record: SignatureRecord;
  readonly known: SignatureRecord;
}

async function confirmBy(api: ApiContext, by: 'link' | 'code', found: Found): Promise<ConfirmOutcome> {
  const [keys, { confirm }, known] = await Promise.all([api.keys(), confirming(), whole(api, found)]);
  return confirm(api.store, keys, found.record, { by, now: api.now(), known });
}

/** @returns the signature with the findings made for its first mail, whether they are stored yet or not */
async function whole(api: ApiContext, { record, known }: Found): Promise<SignatureRecord> {
  return hasFindings(record) ? known : withFindings(api, known);
}

/** @returns the signature of the token, or why it cannot be used */
async function findByToken(api: ApiContext, text: string): Promise<Found | BadLink> {
  const token = readToken(text);
  const record = token && (await readSignature(api.store, token.id));
  if (!record) return { problem: 'token-unknown' };
  const { state, known } = await stateOfToken(api, record, token.token, 'confirm');
  if (state === 'unknown') return { problem: 'token-unknown' };
  // An expired link can still show that the signature was confirmed.
  if (state === 'expired' && !record.confirmedAt) return { problem: 'token-expired', letter: record.letter };
  return { record, known };
}

/** Counts only the first press. */
function countConfirmed({ confirmedAt }: SignatureRecord, outcome: ConfirmOutcome): void {
  if (!confirmedAt && (outcome === 'confirmed' || outcome === 'duplicate')) countMetric('Confirmed');
}

async function answer(
  c: Context,
  api: ApiContext,
  outcome: Exclude<ConfirmOutcome, 'delivered'>,
  record: SignatureRecord,
): Promise<Response> {
  if (outcome === 'gone') return badLink(c, api, { problem: 'token-unknown' });
  if (!wantsPage(c)) return c.json({ status: outcome } satisfies ConfirmedBody, 200);
  // As stored now: counted, awaiting review or a duplicate.
  const now = await readSignature(api.store, record.id);
  return now ? (await results()).resultPage(c, api, now) : badLink(c, api, { problem: 'token-unknown' });
}

async function badLink(c: Context, api: ApiContext, { problem: name, letter }: BadLink): Promise<Response> {
  if (!wantsPage(c)) return problem(c, name);
  return (await pages()).badLinkPage(c, api, name === 'token-expired', letter);
}

async function codeFailure(
  c: Context,
  api: ApiContext,
  name: ProblemName,
  fields: unknown,
  error?: z.ZodError,
): Promise<Response> {
  if (!wantsPage(c)) return problem(c, name, error ? { errors: fieldErrors(error) } : {});
  const typed = z.object({ letter: z.string().catch(''), email: z.string().catch('') }).safeParse(fields).data;
  return (await pages()).codePage(c, api, 422, typed ?? { letter: '', email: '' }, true);
}
