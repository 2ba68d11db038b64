/** API description of the actions of a signature's owner. */
import * as z from 'zod';
import type { Operation } from '../../../shared/platform/http/description/operation.ts';
import { ownSignatureView } from '../../../shared/signature/owner/owner-view.ts';
import { linkRequestedBody } from '../answer-schemas.ts';
import { linkRequest } from '../request-schemas.ts';
import { manageRequest } from './change-own-signature.ts';

const held = { description: 'Everything that is held', json: ownSignatureView, type: 'text/html' };
const forgotten = z.object({ state: z.literal('forgotten') });

export const manageOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/manage',
    summary: 'The page on which to ask for a link to one’s signatures',
    answers: { 200: { description: 'The page', type: 'text/html' } },
    problems: [],
  },
  {
    method: 'post',
    path: '/manage',
    summary: 'Ask for a link: a mail goes to the mailbox if it has signed anything',
    details: 'The answer is the same for every address.',
    body: { 'application/json': linkRequest, 'application/x-www-form-urlencoded': linkRequest },
    answers: {
      202: { description: 'Asked for', json: linkRequestedBody },
      200: { description: 'The same, as a page' },
    },
    problems: ['malformed-body', 'not-utf-8', 'body-too-large', 'unsupported-media-type', 'invalid-fields'],
  },
  {
    method: 'get',
    path: '/manage/{token}',
    summary: 'What is held about a signature, for its owner; changes nothing',
    answers: { 200: held },
    problems: ['token-unknown', 'token-expired'],
  },
  {
    method: 'get',
    path: '/manage/{token}/data',
    summary: 'The same as a file to keep',
    answers: {
      200: {
        description: 'The file; or, for who wants a page, why the link cannot be used',
        json: ownSignatureView,
        type: 'text/html',
      },
    },
    problems: ['token-unknown', 'token-expired'],
  },
  {
    method: 'post',
    path: '/manage/{token}',
    summary: 'Correct, switch consents, carry over, take a free place, prove the domain, withdraw, or be forgotten',
    details:
      '`verify-domain` looks for a line of text in DNS or on the website; the page shows it, and so does the detail of the problem `domain-not-proven`. A signature can be corrected 20 times within 24 hours, and name another organisation in 5 of them; `Retry-After` and the detail of `corrected-too-often` and `organisation-changed-too-often` say when it is possible again. Up to three receipts are sent an hour; then one tells the latest state.',
    body: {
      'application/json': manageRequest,
      'application/x-www-form-urlencoded': z.record(z.string(), z.string()),
    },
    answers: {
      200: {
        description:
          'The signature as it is now, or that it is forgotten; or, for who wants a page, why the link cannot be used',
        json: ownSignatureView.or(forgotten),
        type: 'text/html',
      },
      303: { description: 'For pages: see the result' },
    },
    problems: [
      'malformed-body',
      'not-utf-8',
      'token-unknown',
      'token-expired',
      'body-too-large',
      'unsupported-media-type',
      'invalid-fields',
      'domain-not-proven',
      'letter-delivered',
      'domain-not-provable',
      'domain-checked-too-often',
      'corrected-too-often',
      'organisation-changed-too-often',
      'unavailable',
    ],
  },
];
