/** API description of the secretariat's members. */

import type { AdminOperation } from '../admin-operation.ts';
import { memberSchemas } from './routes.tsx';

const base = '/v1/admin/members';
const member = { description: 'The member', json: memberSchemas.member };

export const memberOperations: readonly AdminOperation[] = [
  {
    method: 'get',
    path: base,
    summary: 'The members under letters of yours',
    answers: { 200: { description: 'All of them', json: memberSchemas.list } },
  },
  {
    method: 'post',
    path: base,
    summary: 'Invite somebody, who is told by mail; to who is there the grant is added',
    body: memberSchemas.invite,
    answers: { 201: member },
    problems: ['letter-not-found', 'last-owner', 'not-found', 'changed-meanwhile'],
  },
  {
    method: 'patch',
    path: `${base}/{member}`,
    summary: 'Give another role for a letter or for everything; null takes it away',
    body: memberSchemas.change,
    answers: { 200: member },
    problems: ['letter-not-found', 'last-owner', 'not-found', 'changed-meanwhile'],
  },
  {
    method: 'delete',
    path: `${base}/{member}`,
    summary: 'Revoke at once: sessions and keys end',
    answers: { 204: { description: 'Revoked' } },
    problems: ['letter-not-found', 'last-owner', 'not-found', 'changed-meanwhile'],
  },
];
