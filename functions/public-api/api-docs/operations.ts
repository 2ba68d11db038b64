/**
 * Operations of the public API, described with the schemas that the routes use. A test compares them with the routes.
 */
import * as z from 'zod';
import { partnerId } from '../../../shared/ids.ts';
import type { Operation } from '../../../shared/platform/http/description/operation.ts';
import type { ProblemName } from '../../../shared/platform/http/problem.ts';
import { submission } from '../../../shared/signature/submission.ts';
import { acceptedBody, confirmedBody, countBody, healthBody, letterBody, listBody } from '../answer-schemas.ts';
import { deliveryOperations } from '../deliveries/description.ts';
import { language, pageOperations } from '../letter/description.ts';
import { listQuery } from '../letter/list-query.ts';
import { manageOperations } from '../manage/description.ts';
import { stopOperations } from '../not-me/description.ts';
import { idempotencyKey, typedCode } from '../request-schemas.ts';
import { challenge } from '../sign/proof.ts';

const page = { description: 'The page', type: 'text/html' };
const confirmed = { description: 'Confirmed, now or before', json: confirmedBody, type: 'text/html' };
/** Other sites may read the letter of which they are a partner; `partner` reports early whether it is registered. */
const partner = z.object({ partner: partnerId.optional().describe('A partner, to be told whether it is registered') });
const fromOtherSites: ProblemName[] = ['partner-unknown', 'origin-not-registered'];

export const operations: readonly Operation[] = [
  {
    method: 'get',
    path: '/v1/letters/{letter}',
    summary: 'A letter, in the best language for the reader',
    details:
      'From a page of another site this, the list and the count can be read where the site is registered for a partner of the letter (CORS).',
    query: language.extend(partner.shape),
    answers: { 200: { description: 'The letter', json: letterBody } },
    problems: ['letter-not-found', ...fromOtherSites],
  },
  {
    method: 'post',
    path: '/v1/letters/{letter}/signatures',
    summary: 'Sign: a mail asks to confirm',
    details:
      'The answer is the same for everybody, whether the mailbox is new, known, or over a limit. A plain form sends the same names with dots (organisation.name) and is answered with a redirect: to a page of ours, or to `redirect` on a site of the partner. An Idempotency-Key may be any string of yours; the nonce of the challenge that the proof solves costs least, and then the same proof has to come with it each time.',
    headers: z.object({ 'Idempotency-Key': idempotencyKey.optional() }),
    body: {
      'application/json': submission,
      'application/x-www-form-urlencoded': z.record(z.string(), z.string()),
    },
    answers: {
      202: { description: 'Accepted; the mail goes out', json: acceptedBody },
      303: { description: 'A plain form was accepted: see this page' },
    },
    problems: [
      'malformed-body',
      'not-utf-8',
      'invalid-idempotency-key',
      'letter-not-found',
      'letter-not-open',
      'signing-paused',
      'letter-closed',
      'body-too-large',
      'unsupported-media-type',
      'invalid-fields',
      'kind-not-accepted',
      'unknown-version',
      ...fromOtherSites,
      'redirect-not-registered',
      'idempotency-key-reused',
      'network-over-cap',
      'unavailable',
    ],
  },
  {
    method: 'get',
    path: '/v1/challenge',
    summary: 'A challenge for the proof of work that goes with a submission',
    details:
      'Made by altcha-lib (version 2). Ask for it when the form is shown, solve it meanwhile, and send base64 of the JSON { challenge, solution } as proof. It can be used once, within 20 minutes, and not within the first 3 seconds. A submission without one counts against tighter limits of its network.',
    answers: { 200: { description: 'The challenge', json: challenge } },
    problems: [],
  },
  {
    method: 'get',
    path: '/v1/letters/{letter}/signatures',
    summary: 'Who signed, by name: the published list',
    query: listQuery.extend(partner.shape),
    answers: { 200: { description: 'One page of the list', json: listBody } },
    problems: ['invalid-query', 'letter-not-found', ...fromOtherSites],
  },
  {
    method: 'get',
    path: '/v1/letters/{letter}/count',
    summary: 'How many signed',
    query: partner,
    answers: { 200: { description: 'The count', json: countBody } },
    problems: ['letter-not-found', ...fromOtherSites],
  },
  {
    method: 'get',
    path: '/confirm/{token}',
    summary: 'The page with the button; changes nothing',
    answers: { 200: { description: 'The page, or what to do when the link cannot be used', type: 'text/html' } },
    problems: ['token-unknown', 'token-expired'],
  },
  {
    method: 'post',
    path: '/confirm/{token}',
    summary: 'Confirm; needs no body, and doing it again changes nothing',
    answers: { 200: confirmed, 303: { description: 'For pages: see the result' } },
    problems: ['token-unknown', 'token-expired', 'letter-delivered', 'unavailable'],
  },
  {
    method: 'get',
    path: '/confirm',
    summary: 'The page on which to type the code',
    query: z.object({ letter: z.string().optional() }),
    answers: { 200: page },
    problems: [],
  },
  {
    method: 'post',
    path: '/confirm',
    summary: 'Confirm with the code from the mail',
    body: { 'application/json': typedCode, 'application/x-www-form-urlencoded': typedCode },
    answers: { 200: confirmed },
    problems: [
      'malformed-body',
      'not-utf-8',
      'token-unknown',
      'body-too-large',
      'unsupported-media-type',
      'code-wrong',
      'invalid-fields',
      'unavailable',
    ],
  },
  ...manageOperations,
  ...stopOperations,
  ...deliveryOperations,
  ...pageOperations,
  {
    method: 'get',
    path: '/health',
    summary: 'Whether the function runs',
    answers: { 200: { description: 'It does', json: healthBody } },
    problems: [],
  },
];
