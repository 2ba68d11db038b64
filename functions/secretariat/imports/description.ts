/** API description of imports. */

import type { AdminOperation } from '../admin-operation.ts';
import { importSchemas } from './api.ts';

const base = '/v1/admin/letters/{letter}/imports';
const one = `${base}/{import}`;
const job = { description: 'The import as it is now', json: importSchemas.job };

export const importOperations: readonly AdminOperation[] = [
  {
    method: 'get',
    path: base,
    summary: 'The lists that were sent within the last month',
    answers: { 200: { description: 'The latest first', json: importSchemas.jobs } },
  },
  {
    method: 'post',
    path: base,
    summary: 'Send a list of co-signatories; it is looked at, and nobody is imported yet',
    details:
      'Send either `csv` or a `workbook`, of at most 20,000 lines; `reading` says how it is read. When the state is `checked`, `sums` says how many lines are good, faulty, twice in the list, or there already, and the parts say why; then start it. `mode` `mail` asks each of them to confirm, `paper` counts them apart, without a mail.',
    body: importSchemas.make,
    answers: { 201: job },
    problems: ['changed-meanwhile'],
  },
  { method: 'get', path: one, summary: 'How far an import is', answers: { 200: job } },
  {
    method: 'put',
    path: one,
    summary: 'Say anew how the file is read or what its columns hold; the lines are looked at again',
    body: importSchemas.change,
    answers: { 200: job },
    problems: ['changed-meanwhile'],
  },
  {
    method: 'get',
    path: `${one}/parts/{part}`,
    summary: 'What was found about each line of one part, counted from 0',
    details: 'What a line holds is not told again.',
    answers: { 200: { description: 'The lines', json: importSchemas.part } },
  },
  {
    method: 'post',
    path: `${one}/start`,
    summary: 'Import the lines that are good',
    details: 'The same list is not imported twice in the same way.',
    answers: { 200: job },
    problems: ['changed-meanwhile', 'not-possible'],
  },
  {
    method: 'post',
    path: `${one}/advance`,
    summary: 'Bring it further now; housekeeping does so each minute',
    answers: { 200: job },
    problems: ['changed-meanwhile'],
  },
  {
    method: 'post',
    path: `${one}/cancel`,
    summary: 'Stop; who was imported stays, and the other lines are deleted',
    answers: { 200: job },
    problems: ['changed-meanwhile'],
  },
];
