/** The operations of the public API, described with the schemas that the routes use. A test holds it to the routes. */
import * as z from 'zod';
import { dispute } from '../../../shared/dispute/dispute.ts';
import { sha256 } from '../../../shared/letter/text.ts';
import { challenge } from '../../../shared/screening/proof.ts';
import { submission } from '../../../shared/signature/submission.ts';
import { idempotencyKey, listQuery, typedCode } from '../requests.ts';
import { manageOperations } from './manage-operations.ts';
import type { Operation } from './operation.ts';
import {
  acceptedBody,
  confirmedBody,
  countBody,
  disputeRaisedBody,
  healthBody,
  letterBody,
  listBody,
} from './schemas.ts';
import { stopOperations } from './stop-operations.ts';

const page = { description: 'The page', type: 'text/html' };
const confirmed = { description: 'Confirmed, now or before', json: confirmedBody, type: 'text/html' };
const language = z.object({ lang: z.string().max(100).optional().describe('Language wanted, before Accept-Language') });

export const operations: readonly Operation[] = [
  {
    method: 'get',
    path: '/v1/letters/{letter}',
    summary: 'A letter, in the best language for the reader',
    query: language,
    answers: { 200: { description: 'The letter', json: letterBody } },
    problems: ['letter-not-found'],
  },
  {
    method: 'post',
    path: '/v1/letters/{letter}/signatures',
    summary: 'Sign: a mail asks to confirm',
    details:
      'The answer is the same for everybody, whether the mailbox is new, known, or over a limit. A plain form sends the same names with dots (organisation.name) and is answered with a redirect to a page.',
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
      'invalid-idempotency-key',
      'letter-not-found',
      'letter-not-open',
      'letter-closed',
      'body-too-large',
      'unsupported-media-type',
      'invalid-fields',
      'kind-not-accepted',
      'unknown-version',
      'redirect-not-registered',
      'idempotency-key-reused',
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
    query: listQuery,
    answers: { 200: { description: 'One page of the list', json: listBody } },
    problems: ['invalid-query', 'letter-not-found'],
  },
  {
    method: 'get',
    path: '/v1/letters/{letter}/count',
    summary: 'How many signed',
    answers: { 200: { description: 'The count', json: countBody } },
    problems: ['letter-not-found'],
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
    problems: ['token-unknown', 'token-expired', 'unavailable'],
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
  {
    method: 'get',
    path: '/{letter}',
    summary: 'The letter page',
    query: language,
    answers: { 200: page, 404: { description: 'No such letter, or not public yet', type: 'text/html' } },
    problems: [],
  },
  {
    method: 'get',
    path: '/{letter}/signatories',
    summary: 'The full list as a page',
    query: listQuery,
    answers: { 200: page, 302: { description: 'A cursor that is not ours: the first page' }, 404: page },
    problems: [],
  },
  {
    method: 'get',
    path: '/{letter}/changes',
    summary: 'What was changed: versions and corrections, and each text as it was',
    query: language.extend({
      version: sha256.optional().describe('The text to show: id of a version, or hash of any text that was published'),
    }),
    answers: { 200: page, 404: page },
    problems: [],
  },
  {
    method: 'get',
    path: '/{letter}/form',
    summary: 'The form alone',
    query: language,
    answers: { 200: page, 404: page },
    problems: [],
  },
  {
    method: 'get',
    path: '/{letter}/privacy',
    summary: 'The privacy notice',
    query: language,
    answers: { 200: page, 404: page },
    problems: [],
  },
  {
    method: 'get',
    path: '/{letter}/dispute',
    summary: 'The page on which to say that an organisation did not sign',
    query: language,
    answers: { 200: page, 404: page },
    problems: [],
  },
  {
    method: 'post',
    path: '/{letter}/dispute',
    summary: 'Say that an organisation in the list did not sign; the secretariat looks at it',
    body: { 'application/json': dispute, 'application/x-www-form-urlencoded': dispute },
    answers: { 202: { description: 'Kept', json: disputeRaisedBody }, 200: { description: 'The same, as a page' } },
    problems: ['malformed-body', 'not-found', 'body-too-large', 'unsupported-media-type', 'invalid-fields'],
  },
  {
    method: 'get',
    path: '/embed/{file}',
    summary: 'What partner sites load: v1.js, what it loads, and integrity.json with the hash of each file',
    answers: { 200: { description: 'The file', type: 'text/javascript' } },
    problems: ['not-found'],
  },
  {
    method: 'get',
    path: '/{letter}/badge.svg',
    summary: 'The live badge: how many signed',
    answers: { 200: { description: 'The picture', type: 'image/svg+xml' }, 404: page },
    problems: [],
  },
  {
    method: 'get',
    path: '/health',
    summary: 'Whether the function runs',
    answers: { 200: { description: 'It does', json: healthBody } },
    problems: [],
  },
];
