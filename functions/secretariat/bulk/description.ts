/** API description of bulk actions. */
import { bulkDecisions } from '../../../shared/jobs/bulk/decide.ts';
import type { AdminOperation } from '../admin-operation.ts';
import { bulkSchemas } from './api.ts';

const base = '/v1/admin/letters/{letter}/bulk';
const one = `${base}/{job}`;
const job = { description: 'The job as it is now', json: bulkSchemas.job };

const decisions = {
  start: 'Go through the set',
  cancel: 'Stop; what was done stays done',
  'roll-back': 'Take back what was done, where nothing has changed since',
} as const;

export const bulkOperations: readonly AdminOperation[] = [
  {
    method: 'get',
    path: base,
    summary: 'The bulk actions of the last month',
    answers: { 200: { description: 'At most 100, the latest first', json: bulkSchemas.jobs } },
  },
  {
    method: 'post',
    path: base,
    summary: 'Gather the set for a bulk action; nothing is done to it yet',
    details: 'Name either `ids` or a `filter`. Look at `number` and at the parts of the set, then start it.',
    body: bulkSchemas.make,
    answers: { 201: { ...job, description: 'The job; it gathers, or is ready' } },
    problems: ['changed-meanwhile'],
  },
  { method: 'get', path: one, summary: 'How far a bulk action is', answers: { 200: job } },
  {
    method: 'get',
    path: `${one}/parts/{part}`,
    summary: 'The signatures of one part of the set, counted from 0',
    answers: { 200: { description: 'Their ids', json: bulkSchemas.part } },
  },
  ...bulkDecisions.map(
    (decision): AdminOperation => ({
      method: 'post',
      path: `${one}/${decision}`,
      summary: decisions[decision],
      answers: { 200: job },
      problems: ['changed-meanwhile'],
    }),
  ),
  {
    method: 'post',
    path: `${one}/advance`,
    summary: 'Bring it further now; housekeeping does so each minute',
    answers: { 200: job },
  },
];
