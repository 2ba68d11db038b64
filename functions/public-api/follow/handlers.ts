/**
 * Signing a letter that follows. The link came to the mailbox, so a press proves it, as long as the address stays the
 * same; with another address the usual mail goes out (docs/decisions/071-follow-up-letters.md).
 */
import type { Context } from 'hono';
import * as z from 'zod';
import type { SignatureId } from '../../../shared/ids.ts';
import { currentVersion, findVersion, signing } from '../../../shared/letter/letter.ts';
import { hadWording } from '../../../shared/letter/own-texts.ts';
import { hashMailbox } from '../../../shared/mailbox/record.ts';
import { countMetric } from '../../../shared/platform/config/metric.ts';
import { readBody } from '../../../shared/platform/http/body.ts';
import { type FieldError, fieldErrors, problem } from '../../../shared/platform/http/problem.ts';
import { readToken } from '../../../shared/platform/token/token.ts';
import { clientOf } from '../../../shared/screening/client-address.ts';
import { deniedBecause } from '../../../shared/screening/lists.ts';
import { networkStatusOf } from '../../../shared/screening/network-status.ts';
import type { SignatureRecord } from '../../../shared/signature/record.ts';
import { saveSubmission } from '../../../shared/signature/save-submission.ts';
import { readSignature } from '../../../shared/signature/storage.ts';
import { type Submission, submission } from '../../../shared/signature/submission.ts';
import { pendingKeptFor } from '../../../shared/time.ts';
import type { ApiContext } from '../context.ts';
import type { PublicLetter } from '../letter-cache.ts';
import { findLetter } from '../public-letter.ts';
import { notAccepted, notItsVersion, notItsWording } from '../request-schemas.ts';
import { idFromNonce } from '../sign/proof.ts';
import { stateOfToken, withFindings } from '../token-lookup.ts';
import { formValues } from '../ui/form-values.ts';
import { wantsPage } from '../wants-page.ts';
import { followPage, unusablePage } from './page.tsx';

/** The letter that follows, and the signature that the link belongs to. */
interface Follower {
  readonly letter: PublicLetter;
  readonly record: SignatureRecord;
}

/** Shows the form. */
export async function getFollow(c: Context, api: ApiContext): Promise<Response> {
  const found = await findFollower(c, api);
  return found ? followPage(c, api, 200, found) : unusable(c, api);
}

/** Signs, if everything is filled in. */
export async function postFollow(c: Context, api: ApiContext): Promise<Response> {
  const found = await findFollower(c, api);
  if (!found) return unusable(c, api);
  const body = await readBody(c);
  if ('problem' in body) return problem(c, body.problem);
  const { press, fields } = pressIn(body.fields);
  const state = signing(found.letter, api.now());
  if (found.letter.paused.signing || state !== 'open') return followPage(c, api, 200, found);
  const parsed = submission.safeParse(fields);
  const errors = parsed.success ? objections(found.letter, parsed.data) : fieldErrors(parsed.error);
  if (!parsed.success || errors.length > 0) {
    if (!wantsPage(c)) return problem(c, 'invalid-fields', { errors });
    return followPage(c, api, 422, found, { values: formValues(fields), errors, press });
  }
  return (await isConfirmedByPress(c, api, found, parsed.data))
    ? signAtOnce(c, api, found, parsed.data, press)
    : askByMail(c, api, found, parsed.data);
}

/** The form names its press, so that a second click, or a form that is sent again, signs nothing twice. */
function pressIn(fields: unknown): { press: string; fields: unknown } {
  const { press, ...others } = z.looseObject({ press: z.string().max(100).catch('') }).parse(fields);
  return { press, fields: others };
}

function objections(letter: PublicLetter, sent: Submission): FieldError[] {
  const wrong = (name: string, detail: string) => [{ pointer: `#/${name}`, detail }];
  if (!letter.settings.accepts.includes(sent.kind)) return wrong('kind', notAccepted);
  if (sent.partner !== undefined) return wrong('partner', 'is not part of this form');
  if (sent.letterVersion && !findVersion(letter, sent.letterVersion)) return wrong('letterVersion', notItsVersion);
  if (sent.wording !== undefined && !hadWording(letter, sent.wording)) {
    return wrong('wording', notItsWording);
  }
  return [];
}

/**
 * Whether the link proves the mailbox of the submission. A submission that would be held goes the usual way, and is
 * held there.
 */
async function isConfirmedByPress(c: Context, api: ApiContext, { record }: Follower, sent: Submission) {
  const keys = await api.keys();
  if (hashMailbox(keys, sent.signatory.email) !== hashMailbox(keys, record.email)) return false;
  const now = api.now().getTime();
  const [network, denied] = await Promise.all([
    networkStatusOf(api.store, clientOf(c, api), now),
    deniedBecause(api.store, keys, sent.signatory.email, now),
  ]);
  return sent.homepage === '' && network !== 'denied' && denied === undefined;
}

/** Stores the signature and confirms it: proof is the link, which came to the mailbox. */
async function signAtOnce(
  c: Context,
  api: ApiContext,
  { letter, record: earlier }: Follower,
  sent: Submission,
  press: string,
): Promise<Response> {
  const [keys, { pendingRecord, versionSeen }, { confirm }] = await Promise.all([
    api.keys(),
    import('../sign/submit.ts'),
    import('../confirm/confirm.ts'),
  ]);
  const now = api.now();
  const id = idFromNonce(keys, `follow:${earlier.id}:${letter.slug}:${press}`);
  const version = versionSeen(letter, sent) ?? currentVersion(letter);
  // No mail may be sent before the press is recorded. If that fails, the submission expires like any other.
  const expiry = { due: 'expiry', dueAt: new Date(now.getTime() + pendingKeptFor).toISOString() } as const;
  const address = { email: earlier.email };
  await saveSubmission(
    api.store,
    { ...pendingRecord(letter, version, sent, now), ...address, ...expiry, id },
    undefined,
    now,
  );
  const record = await readSignature(api.store, id);
  if (!record) return unusable(c, api);
  const known = record.confirmedAt ? record : await withFindings(api, record);
  const outcome = await confirm(api.store, keys, record, { by: 'link', now, known });
  if (!record.confirmedAt && (outcome === 'confirmed' || outcome === 'duplicate')) {
    countMetric('Submitted');
    countMetric('Confirmed');
  }
  return outcome === 'delivered' || outcome === 'gone' ? unusable(c, api) : showResult(c, api, id, outcome);
}

async function showResult(
  c: Context,
  api: ApiContext,
  id: SignatureId,
  status: 'confirmed' | 'already-confirmed' | 'duplicate',
): Promise<Response> {
  if (!wantsPage(c)) return c.json({ status });
  const [now, { resultPage }] = await Promise.all([readSignature(api.store, id), import('../confirm/result.tsx')]);
  return now ? resultPage(c, api, now) : unusable(c, api);
}

/** Another address has to be proven first, as for everybody. */
async function askByMail(c: Context, api: ApiContext, found: Follower, sent: Submission): Promise<Response> {
  const { letter } = found;
  const [keys, { submit }] = await Promise.all([api.keys(), import('../sign/submit.ts')]);
  const client = clientOf(c, api);
  const now = api.now();
  const networkStatus = await networkStatusOf(api.store, client, now.getTime());
  const outcome = await submit(api.store, keys, letter, sent, { now, client, networkStatus, isPlainForm: true });
  if (typeof outcome === 'object') {
    c.header('retry-after', String(Math.ceil((outcome.comeBackAt.getTime() - now.getTime()) / 1000)));
    if (!wantsPage(c)) return problem(c, 'network-over-cap');
    return followPage(c, api, 429, found, { values: formValues(sent), errors: [], comeBackAt: outcome.comeBackAt });
  }
  if (outcome !== 'accepted') return unusable(c, api);
  countMetric('Submitted');
  return wantsPage(c) ? c.redirect(`/${letter.slug}/sent`, 303) : c.json({ status: 'confirmation-requested' }, 202);
}

async function unusable(c: Context, api: ApiContext): Promise<Response> {
  if (!wantsPage(c)) return problem(c, 'token-unknown');
  return unusablePage(c, await findLetter(api, c.req.param('letter') ?? ''));
}

/** @returns undefined for a link that is unknown or expired, or whose signature or letters do not allow it any more */
async function findFollower(c: Context, api: ApiContext): Promise<Follower | undefined> {
  const token = readToken(c.req.param('token') ?? '');
  const [letter, record] = await Promise.all([
    findLetter(api, c.req.param('letter') ?? ''),
    token && readSignature(api.store, token.id),
  ]);
  if (!token || !letter || !record) return undefined;
  const { state } = await stateOfToken(api, record, token.token, `follow:${letter.slug}`);
  const isTheirs = record.confirmedAt !== undefined && !record.withdrawnAt && record.email !== '';
  const follows = letter.settings.follows === record.letter;
  return state === 'valid' && isTheirs && follows ? { letter, record } : undefined;
}
