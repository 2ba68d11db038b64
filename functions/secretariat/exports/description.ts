/** API description of exports of signatures. */

import type { AdminOperation } from '../admin-operation.ts';
import { exportSchemas } from './routes.tsx';

export const exportOperations: readonly AdminOperation[] = [
  {
    method: 'post',
    path: '/v1/admin/letters/{letter}/export',
    summary: 'A file with signatures; who took it is written down',
    details:
      'Streamed, and complete only with its last line, which says how many there are and what was left out. `mailboxes` needs `mailbox.read`, too. An empty body means CSV of what is published.',
    body: exportSchemas.request,
    answers: {
      200: {
        description: 'The file, in the format that was asked for',
        json: exportSchemas.file,
        type: ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
      },
    },
  },
];
