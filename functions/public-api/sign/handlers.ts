/** Handlers for submissions: JSON for programs, a plain form for people without JavaScript. */
import type { Context } from 'hono';
import { signing } from '../../../shared/letter/letter.ts';
import {
  findPartner,
  howToRegister,
  isOnSiteOf,
  type LetterPartner,
  objection,
} from '../../../shared/letter/partners.ts';
import { countMetric } from '../../../shared/platform/config/metric.ts';
import { readBody } from '../../../shared/platform/http/body.ts';
import {
  type FieldError,
  fieldErrors,
  type ProblemName,
  problem,
  problems,
} from '../../../shared/platform/http/problem.ts';
import { clientOf } from '../../../shared/screening/client-address.ts';
import type { Client } from '../../../shared/screening/network.ts';
import { type NetworkStatus, networkStatusOf } from '../../../shared/screening/network-status.ts';
import { type Submission, submission } from '../../../shared/signature/submission.ts';
import type { AcceptedBody } from '../answer-schemas.ts';
import type { ApiContext } from '../context.ts';
import { foreignOrigin } from '../cross-origin.ts';
import type { PublicLetter } from '../letter-cache.ts';
import { findLetter } from '../public-letter.ts';
import { idempotencyKey, notItsWording } from '../request-schemas.ts';
import { submit } from './submit.ts';

const acceptedBody: AcceptedBody = { status: 'confirmation-requested' };

export interface Failure {
  readonly name: ProblemName;
  readonly errors?: FieldError[];
  readonly detail?: string;
  /** When the network that sent the form may send another. */
  readonly comeBackAt?: Date;
}

/** Accepts a submission, and answers everybody in the same way (rule 4). */
export async function postSubmission(c: Context, api: ApiContext, name: string): Promise<Response> {
  const client = clientOf(c, api);
  // Includes drafts, so that an early signer is told so; nothing of their text is revealed. An instance that knows
  // neither the letter nor the lists reads both with one call.
  const [letter, networkStatus] = await Promise.all([
    findLetter(api, name, { drafts: true }),
    networkStatusOf(api.store, client, api.now().getTime()),
  ]);
  if (!letter) return problem(c, 'letter-not-found');
  const body = await readBody(c);
  const outcome =
    'problem' in body
      ? { name: body.problem }
      : await accept(api, letter, body, {
          origin: originOf(c, api, body.format),
          client,
          networkStatus,
          key: c.req.header('idempotency-key'),
        });
  if (body.format === 'json') {
    if (!('name' in outcome)) return c.json(acceptedBody, 202);
    const { name: why, ...more } = outcome;
    return problem(c, why, more);
  }
  if (!('name' in outcome)) {
    const { keepSent } = await import('./sent-cookie.ts');
    if ('fields' in body) keepSent(c, api, letter.slug, body.fields);
    return c.redirect(outcome.next, 303);
  }
  const { answerForm } = await import('./form-response.ts');
  return answerForm(c, api, letter, 'fields' in body ? body.fields : {}, outcome);
}

const unknownWording: FieldError = { pointer: '#/wording', detail: notItsWording };

/** The sender of a submission, and its Idempotency-Key. */
interface Asking {
  readonly origin: string | undefined;
  readonly client: Client;
  readonly networkStatus: NetworkStatus;
  readonly key: string | undefined;
}

/** @returns the problem with the submission; or, when it is stored, the next page of a plain form */
async function accept(
  api: ApiContext,
  letter: PublicLetter,
  { format, fields }: { format: 'json' | 'form'; fields: unknown },
  { origin, client, networkStatus, key: sentKey }: Asking,
): Promise<Failure | { next: string }> {
  const now = api.now();
  const state = signing(letter, now);
  if (state === 'closed') return { name: 'letter-closed' };
  if (state === 'paused') return { name: 'signing-paused' };
  if (state !== 'open') return { name: 'letter-not-open' };
  const foreign = objection(letter, { origin });
  if (foreign) return { name: foreign, detail: howToRegister(letter) };
  const key = idempotencyKey.optional().safeParse(sentKey);
  if (!key.success) return { name: 'invalid-idempotency-key' };
  const parsed = submission.safeParse(fields);
  if (!parsed.success) return { name: 'invalid-fields', errors: fieldErrors(parsed.error) };
  if (!letter.settings.accepts.includes(parsed.data.kind)) return { name: 'kind-not-accepted' };
  const { partner: named, redirect } = parsed.data;
  const unknown = objection(letter, { partner: named, origin });
  if (unknown) {
    const detail = howToRegister(letter);
    return { name: unknown, detail, errors: [{ pointer: '#/partner', detail: problems[unknown].title }] };
  }
  const partner = findPartner(letter, named);
  const mayRedirect = redirect !== undefined && partner !== undefined && isOnSiteOf(partner, redirect);
  // A person with a plain form cannot fix this, and is sent to our page instead.
  if (redirect !== undefined && !mayRedirect && format === 'json') return { name: 'redirect-not-registered' };
  const outcome = await submit(api.store, await api.keys(), letter, withOwnPage(parsed.data, partner), {
    now,
    client,
    networkStatus,
    isPlainForm: format === 'form',
    idempotencyKey: key.data,
  });
  if (typeof outcome === 'object') return { name: 'network-over-cap', comeBackAt: outcome.comeBackAt };
  if (outcome === 'key-reused') return { name: 'idempotency-key-reused' };
  if (outcome === 'unknown-version') return { name: 'unknown-version' };
  if (outcome === 'unknown-wording') return { name: 'invalid-fields', errors: [unknownWording] };
  countMetric('Submitted');
  return { next: mayRedirect ? redirect : `/${letter.slug}/sent${partner ? `?partner=${partner.id}` : ''}` };
}

/**
 * @returns the other site that a submission comes from. A plain form brings a person to our page: when its site is not
 * named (browsers send `null` for a site without referrers), it counts as our own
 */
function originOf(c: Context, { publicUrl }: ApiContext, format: 'json' | 'form'): string | undefined {
  const origin = foreignOrigin(c, publicUrl);
  return format === 'form' && origin === 'null' ? undefined : origin;
}

/** Keeps the page for a partner's statistics only if it is one of the partner's. */
function withOwnPage(sent: Submission, partner: LetterPartner | undefined): Submission {
  const page = sent.source?.page;
  if (!partner || page === undefined || isOnSiteOf(partner, page)) return sent;
  return { ...sent, source: { ...sent.source, page: undefined } };
}
