/** What somebody can do who did not ask to sign, described. */
import type { Operation } from '../../../shared/http/description/operation.ts';
import { stoppedBody } from './schemas.ts';

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
    summary: 'Delete a signature that was not confirmed, and never send mail to its mailbox again',
    details: 'A confirmed signature stays as it is: its owner withdraws it with the link from /manage.',
    answers: { 200: { description: 'What became of it', json: stoppedBody, type: 'text/html' } },
    problems: ['token-unknown', 'unavailable'],
  },
];
