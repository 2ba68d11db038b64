/** API description for people who did not ask to sign. */
import type { Operation } from '../../../shared/platform/http/description/operation.ts';
import { stoppedBody } from '../answer-schemas.ts';
import { stopRequest } from '../request-schemas.ts';

export const stopOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/stop/{token}',
    summary: 'The page “This was not me”; changes nothing',
    answers: { 200: { description: 'The page', type: 'text/html' } },
    problems: ['token-unknown'],
  },
  {
    method: 'post',
    path: '/stop/{token}',
    summary: 'Delete an unconfirmed signature, and optionally block its email address',
    details:
      '`remove` deletes only this signature. `block`, the default without a body, also stops all further email to the address; `undo` removes the block with the same link, at any time. A confirmed signature does not change: its owner withdraws it with the link from /manage.',
    body: { 'application/json': stopRequest, 'application/x-www-form-urlencoded': stopRequest },
    bodyOptional: true,
    answers: { 200: { description: 'The result', json: stoppedBody, type: 'text/html' } },
    problems: [
      'token-unknown',
      'malformed-body',
      'not-utf-8',
      'body-too-large',
      'unsupported-media-type',
      'invalid-fields',
      'unavailable',
    ],
  },
];
