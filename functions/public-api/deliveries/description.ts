/** API description of deliveries: pages and links for people; there is nothing for programs to read. */
import * as z from 'zod';
import type { Operation } from '../../../shared/platform/http/description/operation.ts';
import { language } from '../letter/description.ts';

const page = { description: 'The page', type: 'text/html' };
const nothing = { description: 'There is no such file, or it is not public', type: 'text/html' };
const toFile = { description: 'To the file, by a link that works for five minutes' };

export const deliveryOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/{letter}/deliveries/{delivery}',
    summary: 'A delivery: when its list was frozen, its files and how to check them, and how it was handed over',
    query: language,
    answers: { 200: page, 404: page },
    problems: [],
  },
  {
    method: 'get',
    path: '/{letter}/deliveries/{delivery}/names',
    summary: 'Everybody on the list of a delivery, as a web page',
    details: '500 names a page, in the order of the document.',
    query: language.extend({ cursor: z.string().optional().describe('Number of the page') }),
    answers: { 200: page, 302: { description: 'To the delivery, while its files are being made' }, 404: page },
    problems: [],
  },
  {
    method: 'get',
    path: '/{letter}/document/{file}',
    summary: 'The document of a delivery as a PDF',
    details: 'The file is `{delivery}.pdf`.',
    query: language,
    answers: { 302: toFile, 404: nothing },
    problems: [],
  },
  {
    method: 'get',
    path: '/{letter}/file/{file}',
    summary: 'A scan of a handover, or the file of an answer, that the secretariat has published',
    answers: { 302: toFile, 404: nothing },
    problems: [],
  },
  {
    method: 'get',
    path: '/{letter}/document/{delivery}/{kind}',
    summary: 'Another file of a delivery',
    details:
      'One of `archive`, `word`, `list-csv`, `list-json`, and `commitments`, with which anybody can check the hash.',
    query: language,
    answers: { 302: toFile, 404: nothing },
    problems: [],
  },
  {
    method: 'get',
    path: '/{letter}/handover/{token}',
    summary: 'The document, for the addressee who has the link; opening it is not recorded',
    answers: { 302: toFile, 200: { description: 'What to do when the link cannot be used', type: 'text/html' } },
    problems: [],
  },
  {
    method: 'get',
    path: '/{letter}/arrived/{token}',
    summary: 'The page on which an addressee confirms that the letter has arrived; changes nothing',
    answers: { 200: page },
    problems: [],
  },
  {
    method: 'post',
    path: '/{letter}/arrived/{token}',
    summary: 'Confirm that the letter has arrived',
    answers: { 200: { description: 'Confirmed, now or before, or the link cannot be used', type: 'text/html' } },
    problems: ['unavailable'],
  },
];
