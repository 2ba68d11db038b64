/** API description of the actions of a signature's owner. */
import * as z from 'zod';
import type { Operation } from '../../../shared/platform/http/description/operation.ts';
import { ownSignatureView } from '../../../shared/signature/owner/owner-view.ts';
import { linkRequestedBody } from '../answer-schemas.ts';
import { linkRequest } from '../request-schemas.ts';
import { manageRequest } from './change-own-signature.ts';

const held = { description: 'All data of the signature', json: ownSignatureView, type: 'text/html' };
const forgotten = z.object({ state: z.literal('forgotten') });

export const manageOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/manage',
    summary: 'The form to ask for a link to one’s signatures',
    answers: { 200: { description: 'The page', type: 'text/html' } },
    problems: [],
  },
  {
    method: 'post',
    path: '/manage',
    summary: 'Ask for a link by email; sent only if the address has signed something',
    details: 'The answer is the same for every address.',
    body: { 'application/json': linkRequest, 'application/x-www-form-urlencoded': linkRequest },
    answers: {
      202: { description: 'Accepted', json: linkRequestedBody },
      200: { description: 'The same, as a page' },
    },
    problems: ['malformed-body', 'not-utf-8', 'body-too-large', 'unsupported-media-type', 'invalid-fields'],
  },
  {
    method: 'get',
    path: '/manage/{token}',
    summary: 'Get all data of a signature, as its owner; changes nothing',
    answers: { 200: held },
    problems: ['token-unknown', 'token-expired'],
  },
  {
    method: 'get',
    path: '/manage/{token}/data',
    summary: 'Download all data of a signature',
    answers: {
      200: {
        description: 'The file. As a page: why the link does not work.',
        json: ownSignatureView,
        type: 'text/html',
      },
    },
    problems: ['token-unknown', 'token-expired'],
  },
  {
    method: 'post',
    path: '/manage/{token}/logo',
    summary: 'Add the logo of an organisation, or remove it',
    details:
      'A form (`multipart/form-data`) with `file`, a PNG, JPEG, SVG or WebP of at most 1 MB, and `right=on`; or with `remove=on`. The secretariat looks at it before it is shown.',
    answers: {
      303: { description: 'To the owner’s page' },
      422: { description: 'The page, with what is missing', type: 'text/html' },
    },
    problems: [],
  },
  {
    method: 'post',
    path: '/manage/{token}',
    summary:
      'Correct details, change consents, carry over, take a free place, verify the domain, withdraw, or delete all data',
    details:
      '`verify-domain` looks for a line of text in DNS or on the website; the page and the detail of the problem `domain-not-proven` show the line. A signature can be corrected 20 times within 24 hours, 5 of them with another organisation; `Retry-After` and the detail of `corrected-too-often` and `organisation-changed-too-often` say when it is possible again. At most three receipts are sent an hour, then one with the latest state.',
    body: {
      'application/json': manageRequest,
      'application/x-www-form-urlencoded': z.record(z.string(), z.string()),
    },
    answers: {
      200: {
        description: 'The signature, or that its data was deleted. As a page: why the link does not work.',
        json: ownSignatureView.or(forgotten),
        type: 'text/html',
      },
      303: { description: 'For pages: redirects to the result' },
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
