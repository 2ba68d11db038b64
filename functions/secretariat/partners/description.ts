/** API description of a letter's partners. */

import type { AdminOperation } from '../admin-operation.ts';
import { partnerSchemas } from './api.ts';

const base = '/v1/admin/letters/{letter}/partners';
const one = `${base}/{partner}`;
const found = { description: 'The partner and its figures', json: partnerSchemas.partner };

export const partnerOperations: readonly AdminOperation[] = [
  {
    method: 'get',
    path: base,
    summary: 'The partners of a letter',
    answers: { 200: { description: 'All of them', json: partnerSchemas.list } },
  },
  {
    method: 'post',
    path: base,
    summary: 'Add a partner: a new one, or one that other letters have',
    body: partnerSchemas.add,
    answers: { 201: found },
    problems: ['changed-meanwhile'],
  },
  { method: 'get', path: one, summary: 'A partner and its figures', answers: { 200: found } },
  {
    method: 'put',
    path: one,
    summary: 'Give it another name or other origins, for all its letters',
    body: partnerSchemas.change,
    answers: { 200: found },
    problems: ['changed-meanwhile'],
  },
  {
    method: 'delete',
    path: one,
    summary: 'Take it from the letter; its signatures stay',
    answers: { 204: { description: 'It was taken away' } },
    problems: ['changed-meanwhile', 'invalid-fields'],
  },
  {
    method: 'post',
    path: `${one}/link`,
    summary: 'Make a link that shows the partner its own figures; an older one ends',
    answers: { 201: { description: 'The link', json: partnerSchemas.link } },
  },
  {
    method: 'delete',
    path: `${one}/link`,
    summary: 'End that link',
    answers: { 204: { description: 'It opens nothing now' } },
  },
];
