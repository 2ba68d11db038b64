/** API description of figures. */

import type { AdminOperation } from '../admin-operation.ts';
import { figureSchemas } from './routes.tsx';

const path = '/v1/admin/letters/{letter}/figures';

export const figureOperations: readonly AdminOperation[] = [
  {
    method: 'get',
    path,
    summary: 'The figures of a letter and the line for the press, as of the last snapshot',
    answers: { 200: { description: 'The figures', json: figureSchemas.figures } },
  },
  {
    method: 'post',
    path,
    summary: 'Take a new snapshot',
    answers: { 200: { description: 'It was taken, or begun', json: figureSchemas.taken } },
  },
];
