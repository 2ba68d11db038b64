/** API description of a letter's news. */
import * as z from 'zod';
import { block } from '../../../shared/letter/blocks.ts';
import type { Operation } from '../../../shared/platform/http/description/operation.ts';
import { language } from '../letter/description.ts';

export const newsBody = z.object({
  items: z.array(
    z.object({
      title: z.string(),
      url: z.url(),
      language: z.string().describe('Of title and text'),
      publishedAt: z.iso.datetime(),
      blocks: z.array(block).describe('The text as a tree of paragraphs and other blocks'),
    }),
  ),
});
export type NewsBody = z.infer<typeof newsBody>;

const page = { description: 'The page', type: 'text/html' };
const nothing = { description: 'There is no such letter or news', type: 'text/html' };

export const newsOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/{letter}/news',
    summary: 'The news of a letter',
    query: language,
    answers: { 200: page, 404: nothing },
    problems: [],
  },
  {
    method: 'get',
    path: '/{letter}/news.atom',
    summary: 'The news of a letter as a feed',
    query: language,
    answers: { 200: { description: 'An Atom feed (RFC 4287)', type: 'application/atom+xml' }, 404: nothing },
    problems: [],
  },
  {
    method: 'get',
    path: '/{letter}/news/{update}',
    summary: 'One piece of news',
    query: language,
    answers: { 200: page, 404: nothing },
    problems: [],
  },
  {
    method: 'get',
    path: '/v1/letters/{letter}/news',
    summary: 'The news of a letter as JSON, the latest first',
    query: language,
    answers: { 200: { description: 'At most 50 items', json: newsBody } },
    problems: ['letter-not-found', 'partner-unknown', 'origin-not-registered'],
  },
];
