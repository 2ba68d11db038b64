/**
 * Operations of the public API, described with the schemas that the routes use. A test compares them with the routes.
 */
import * as z from 'zod';
import { partnerId } from '../../../shared/ids.ts';
import type { Operation } from '../../../shared/platform/http/description/operation.ts';
import type { ProblemName } from '../../../shared/platform/http/problem.ts';
import { submission } from '../../../shared/signature/submission.ts';
import {
  acceptedBody,
  confirmedBody,
  countBody,
  healthBody,
  letterBody,
  listBody,
  shareBody,
} from '../answer-schemas.ts';
import { deliveryOperations } from '../deliveries/description.ts';
import { language, pageOperations } from '../letter/description.ts';
import { listQuery } from '../letter/list-query.ts';
import { manageOperations } from '../manage/description.ts';
import { newsOperations } from '../news/description.ts';
import { stopOperations } from '../not-me/description.ts';
import { previewOperations } from '../preview/description.ts';
import { idempotencyKey, typedCode } from '../request-schemas.ts';
import { challenge } from '../sign/proof.ts';
import { unsubscribeOperations } from '../unsubscribe/description.ts';

const page = { description: 'The page', type: 'text/html' };
const confirmed = { description: 'Confirmed, now or earlier', json: confirmedBody, type: 'text/html' };
/** Other sites may read the letter of which they are a partner; `partner` reports early whether it is registered. */
const partner = z.object({ partner: partnerId.optional().describe('A partner; fails if it is not registered') });
const fromOtherSites: ProblemName[] = ['partner-unknown', 'origin-not-registered'];

export const operations: readonly Operation[] = [
  {
    method: 'get',
    path: '/v1/letters/{letter}',
    summary: 'Get a letter in the best language for the reader',
    details:
      'Registered sites of partners can also read the letter, the list and the count from their own pages (CORS).',
    query: language.extend(partner.shape),
    answers: { 200: { description: 'The letter', json: letterBody } },
    problems: ['letter-not-found', ...fromOtherSites],
  },
  {
    method: 'post',
    path: '/v1/letters/{letter}/signatures',
    summary: 'Sign a letter; we email the signer to confirm',
    details:
      'The answer is always the same, whether the email address is new, known or over a limit. A plain form sends the same names with dots (organisation.name) and gets a redirect: to our page, or to `redirect` on a site of the partner. An Idempotency-Key can be any string. The nonce of the solved challenge costs least; then send the same proof each time.',
    headers: z.object({ 'Idempotency-Key': idempotencyKey.optional() }),
    body: {
      'application/json': submission,
      'application/x-www-form-urlencoded': z.record(z.string(), z.string()),
    },
    answers: {
      202: { description: 'Accepted; the email to confirm is sent', json: acceptedBody },
      303: { description: 'A plain form was accepted: redirects to the next page' },
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
    summary: 'Get a proof-of-work challenge for a submission',
    details:
      'Made by altcha-lib (version 2). Request it when the form is shown, solve it in the background, and send base64 of the JSON { challenge, solution } as proof. It works once, after 3 seconds and within 20 minutes. A submission without a proof counts against stricter limits of its network.',
    answers: { 200: { description: 'The challenge', json: challenge } },
    problems: [],
  },
  {
    method: 'get',
    path: '/v1/letters/{letter}/signatures',
    summary: 'List the published signatures',
    query: listQuery.extend(partner.shape),
    answers: { 200: { description: 'One page of the list', json: listBody } },
    problems: ['invalid-query', 'letter-not-found', ...fromOtherSites],
  },
  {
    method: 'get',
    path: '/v1/letters/{letter}/count',
    summary: 'Get the count',
    query: partner,
    answers: { 200: { description: 'The count', json: countBody } },
    problems: ['letter-not-found', ...fromOtherSites],
  },
  {
    method: 'get',
    path: '/v1/letters/{letter}/share',
    summary: 'Get links to share the letter; they tell nothing about who shares it',
    query: partner.extend(language.shape),
    answers: { 200: { description: 'The links and their words', json: shareBody } },
    problems: ['letter-not-found', ...fromOtherSites],
  },
  {
    method: 'get',
    path: '/confirm/{token}',
    summary: 'The page to confirm; changes nothing',
    answers: { 200: { description: 'The page, or what to do when the link does not work', type: 'text/html' } },
    problems: ['token-unknown', 'token-expired'],
  },
  {
    method: 'post',
    path: '/confirm/{token}',
    summary: 'Confirm a signature; needs no body and can be repeated',
    answers: { 200: confirmed, 303: { description: 'For pages: redirects to the result' } },
    problems: ['token-unknown', 'token-expired', 'letter-delivered', 'unavailable'],
  },
  {
    method: 'get',
    path: '/confirm',
    summary: 'The page to enter the code',
    query: z.object({ letter: z.string().optional() }),
    answers: { 200: page },
    problems: [],
  },
  {
    method: 'post',
    path: '/confirm',
    summary: 'Confirm with the code from the email',
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
  ...newsOperations,
  ...previewOperations,
  ...unsubscribeOperations,
  ...deliveryOperations,
  ...pageOperations,
  {
    method: 'get',
    path: '/health',
    summary: 'Check that the API is running',
    answers: { 200: { description: 'It is running', json: healthBody } },
    problems: [],
  },
];
