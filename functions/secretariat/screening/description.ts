/** API description of deny and allow lists and of the pause switches. */

import type { AdminOperation } from '../admin-operation.ts';
import { screeningSchemas } from './routes.tsx';

const lists = { description: 'What stands on the lists', json: screeningSchemas.lists };
const pauses = { description: 'What is stopped', json: screeningSchemas.pauses };

export const screeningOperations: readonly AdminOperation[] = [
  {
    method: 'get',
    path: '/v1/admin/lists',
    summary: 'The deny and allow lists; of mailboxes their number alone',
    answers: { 200: lists },
  },
  {
    method: 'post',
    path: '/v1/admin/lists',
    summary: 'Deny or allow something, or take it off; in force within a minute',
    body: screeningSchemas.edit,
    answers: { 200: lists },
  },
  ...(['/v1/admin/letters/{letter}/pauses', '/v1/admin/pauses'] as const).flatMap((path): AdminOperation[] => {
    const of = path === '/v1/admin/pauses' ? 'all letters' : 'a letter';
    return [
      { method: 'get', path, summary: `What is stopped for ${of}`, answers: { 200: pauses } },
      {
        method: 'put',
        path,
        summary: `Stop signing, mails or the list of ${of}, or let them go on`,
        body: screeningSchemas.pause,
        answers: { 200: pauses },
      },
    ];
  }),
];
