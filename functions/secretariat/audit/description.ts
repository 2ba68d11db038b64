/** API description of the audit trail. */

import type { AdminOperation } from '../admin-operation.ts';
import { auditSchemas } from './routes.tsx';

export const auditOperations: readonly AdminOperation[] = (
  [
    ['/v1/admin', 'what belongs to no letter'],
    ['/v1/admin/letters/{letter}', 'a letter'],
  ] as const
).flatMap(([base, of]) => [
  {
    method: 'get',
    path: `${base}/audit`,
    summary: `Who did what, of ${of}, in one month`,
    details: 'Without `month` the current one. States and names of fields, never personal values.',
    query: auditSchemas.query,
    answers: { 200: { description: 'Up to 100 lines, newest first', json: auditSchemas.list } },
  },
  {
    method: 'get',
    path: `${base}/audit/export`,
    summary: `The same as a file, of whole months`,
    query: auditSchemas.exportQuery,
    answers: { 200: { description: 'The file, oldest line first', json: auditSchemas.file, type: 'text/csv' } },
  },
]);
