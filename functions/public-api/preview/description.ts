/** API description of drafts, and of signing them as a test. */
import type { Operation } from '../../../shared/platform/http/description/operation.ts';
import { submission } from '../../../shared/signature/submission.ts';
import { acceptedBody, confirmedBody } from '../answer-schemas.ts';

const page = { description: 'The page', type: 'text/html' };
const unknown = { description: 'There is no such draft or link', type: 'text/html' };

export const previewOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/{letter}/preview/{secret}',
    summary: 'A draft, for whoever has its link',
    answers: { 200: page, 303: { description: 'The letter is open: redirects to it' }, 404: unknown },
    problems: [],
  },
  {
    method: 'post',
    path: '/{letter}/preview/{secret}',
    summary: 'Sign a draft as a test',
    details:
      'As for a letter, with the same fields, caps and proof of work; `letterVersion` and `wording` are not compared. A test is not counted, listed or exported, holds no place, and is deleted when the letter opens or the link is revoked.',
    body: { 'application/json': submission, 'application/x-www-form-urlencoded': submission },
    answers: {
      202: { description: 'The same for everybody: the email is on its way', json: acceptedBody },
      303: { description: 'For forms: redirects to the page after it' },
      404: unknown,
    },
    problems: [
      'malformed-body',
      'not-utf-8',
      'body-too-large',
      'unsupported-media-type',
      'invalid-fields',
      'kind-not-accepted',
      'origin-not-registered',
      'signing-paused',
      'network-over-cap',
      'unavailable',
    ],
  },
  {
    method: 'get',
    path: '/{letter}/preview/{secret}/sent',
    summary: 'The page after the form of a test',
    answers: { 200: page, 404: unknown },
    problems: [],
  },
  {
    method: 'get',
    path: '/{letter}/test/{token}',
    summary: 'The page to confirm a test; changes nothing',
    answers: { 200: { description: 'The page, or that the test is over', type: 'text/html' } },
    problems: ['token-unknown'],
  },
  {
    method: 'post',
    path: '/{letter}/test/{token}',
    summary: 'Confirm a test; needs no body and can be repeated',
    answers: {
      200: {
        description: 'Confirmed, now or before; for pages: that the test is over',
        json: confirmedBody,
        type: 'text/html',
      },
      303: { description: 'For pages: redirects to the result' },
    },
    problems: ['token-unknown', 'unavailable'],
  },
];
