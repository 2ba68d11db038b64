/** API description of signals, and of reports that an organisation did not sign. */

import type { AdminOperation } from '../admin-operation.ts';
import { signalSchemas } from './signals-routes.tsx';

const letter = '/v1/admin/letters/{letter}';

export const signalOperations: readonly AdminOperation[] = [
  {
    method: 'get',
    path: `${letter}/signals`,
    summary: 'What stands out among the latest signatures',
    details: 'Domains of mailboxes are told with `mailbox.read` alone.',
    answers: { 200: { description: 'The signals', json: signalSchemas.signals } },
  },
  {
    method: 'get',
    path: `${letter}/disputes`,
    summary: 'Who says that an organisation did not sign',
    query: signalSchemas.disputesQuery,
    answers: { 200: { description: 'At most 200, newest first', json: signalSchemas.disputes } },
  },
  {
    method: 'post',
    path: `${letter}/disputes`,
    summary: 'Write down what came of it',
    body: signalSchemas.answer,
    answers: { 200: { description: 'Written down', json: signalSchemas.answered } },
  },
  {
    method: 'post',
    path: `${letter}/disputes/mailbox`,
    summary: 'The mailbox of who said so; that you looked is written down',
    details: 'It is as it was typed: nobody has proven that it is theirs.',
    body: signalSchemas.askMailbox,
    answers: { 200: { description: 'The mailbox', json: signalSchemas.raiser } },
  },
];
