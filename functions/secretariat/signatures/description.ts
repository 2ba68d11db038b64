/** API description of signatures and of decisions on them. */

import type { AdminOperation } from '../admin-operation.ts';
import { signatureSchemas } from './api.ts';

const base = '/v1/admin/letters/{letter}/signatures';
const one = `${base}/{signature}`;

export const signatureOperations: readonly AdminOperation[] = [
  {
    method: 'get',
    path: base,
    summary: 'The signatures of a letter, without their mailboxes',
    details: 'A page that was cut short by a filter says in `looked` how far was looked; go on with `nextCursor`.',
    query: signatureSchemas.listQuery,
    answers: { 200: { description: 'One page', json: signatureSchemas.list } },
  },
  {
    method: 'post',
    path: `${base}/find`,
    summary: 'Find by a whole mailbox; that you asked is written down',
    body: signatureSchemas.find,
    answers: { 200: { description: 'Those of that mailbox', json: signatureSchemas.found } },
  },
  {
    method: 'get',
    path: '/v1/admin/letters/{letter}/review',
    summary: 'What waits for a decision',
    query: signatureSchemas.reviewQuery,
    answers: { 200: { description: 'One page', json: signatureSchemas.list } },
  },
  {
    method: 'get',
    path: one,
    summary: 'A signature, what was done to it, and what stands out about it',
    answers: { 200: { description: 'The signature', json: signatureSchemas.one } },
  },
  {
    method: 'post',
    path: `${one}/mailbox`,
    summary: 'The same with its mailbox; that you looked is written down',
    answers: { 200: { description: 'The signature', json: signatureSchemas.withMailbox } },
  },
  {
    method: 'post',
    path: `${one}/act`,
    summary: 'Decide about a signature: approve, hold, reject, correct, merge, withdraw, forget …',
    body: signatureSchemas.act,
    answers: {
      200: { description: 'The signature as it is now; null when it is forgotten', json: signatureSchemas.acted },
    },
    problems: ['not-possible', 'changed-meanwhile'],
  },
  {
    method: 'post',
    path: `${one}/undo`,
    summary: 'Take an act back, if nothing has changed the signature since',
    body: signatureSchemas.undo,
    answers: { 200: { description: 'The signature as it is again', json: signatureSchemas.undone } },
    problems: ['changed-meanwhile', 'letter-delivered'],
  },
];
