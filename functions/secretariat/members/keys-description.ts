/** API description of API keys. */

import type { AdminOperation } from '../admin-operation.ts';
import { keySchemas } from './key-routes.tsx';

const base = '/v1/admin/keys';

export const keyOperations: readonly AdminOperation[] = [
  {
    method: 'get',
    path: base,
    summary: 'The keys that you may revoke',
    answers: { 200: { description: 'Never what opens anything', json: keySchemas.list } },
  },
  {
    method: 'post',
    path: base,
    summary: 'Make a key; it may do no more than you may',
    body: keySchemas.make,
    answers: { 201: { description: 'The key, shown this once', json: keySchemas.made } },
    problems: ['letter-not-found'],
  },
  {
    method: 'delete',
    path: `${base}/{key}`,
    summary: 'Revoke a key at once',
    answers: { 204: { description: 'It opens nothing now' } },
    problems: ['not-found'],
  },
];
