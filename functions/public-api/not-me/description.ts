/** API description for people who did not ask to sign. */
import type { Operation } from '../../../shared/platform/http/description/operation.ts';
import { stoppedBody } from '../answer-schemas.ts';
import { stopRequest } from '../request-schemas.ts';

export const stopOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/stop/{token}',
    summary: 'The page on which to say “it was not me”; changes nothing',
    answers: { 200: { description: 'The page', type: 'text/html' } },
    problems: ['token-unknown'],
  },
  {
    method: 'post',
    path: '/stop/{token}',
    summary: 'Delete a signature that was not confirmed, or also block its mailbox',
    details:
      '`remove` deletes this signature alone. `block`, which is also meant when there is no body, deletes it and never sends mail to the mailbox again; `undo` takes the block back, with the same link, at any time. A confirmed signature stays as it is: its owner withdraws it with the link from /manage.',
    body: { 'application/json': stopRequest, 'application/x-www-form-urlencoded': stopRequest },
    bodyOptional: true,
    answers: { 200: { description: 'What became of it', json: stoppedBody, type: 'text/html' } },
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
