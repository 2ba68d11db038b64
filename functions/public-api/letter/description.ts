/** API description of a letter's pages, and of what editors and other sites show of it. */
import * as z from 'zod';
import { dispute } from '../../../shared/dispute/dispute.ts';
import { partnerId } from '../../../shared/ids.ts';
import type { Operation } from '../../../shared/platform/http/description/operation.ts';
import { submission, utmNames } from '../../../shared/signature/submission.ts';
import { acceptedBody, confirmedBody, disputeRaisedBody, oembedBody } from '../answer-schemas.ts';
import { oembedQuery } from '../embed/oembed.tsx';
import { listQuery } from './list-query.ts';

const page = { description: 'The page', type: 'text/html' };
export const language = z.object({
  lang: z.string().optional().describe('Preferred language, before Accept-Language; ignored if not available'),
});
/** Pages are lenient: they ignore parameters that the API refuses. */
const forgivingly = (query: z.ZodObject) =>
  z.object(Object.fromEntries(Object.keys(query.shape).map((name) => [name, z.string().optional()])));

const followForm = submission.safeExtend({
  press: z.string().max(100).optional().describe('Names the press, so that the same form sent twice signs once'),
});

export const pageOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/{letter}',
    summary: 'The letter page',
    query: language,
    answers: { 200: page, 404: { description: 'No such letter, or not public yet', type: 'text/html' } },
    problems: [],
  },
  {
    method: 'get',
    path: '/{letter}/signatories',
    summary: 'The full list as a page',
    details: 'Same query as the list in the API; invalid values are ignored.',
    query: forgivingly(listQuery),
    answers: { 200: page, 302: { description: 'Invalid cursor: redirects to the first page' }, 404: page },
    problems: [],
  },
  {
    method: 'get',
    path: '/{letter}/changes',
    summary: 'Versions and corrections of a letter, with every earlier text',
    query: language.extend({
      version: z.string().optional().describe('The text to show: id of a version, or hash of any published text'),
    }),
    answers: { 200: page, 404: page },
    problems: [],
  },
  {
    method: 'get',
    path: '/{letter}/form',
    summary: 'The form alone',
    details: 'Only sites of the partner can show it in a frame. It reports its height by postMessage.',
    query: language.extend({
      partner: partnerId.optional(),
      ...Object.fromEntries(utmNames.map((name) => [`utm_${name}`, z.string().optional()])),
    }),
    answers: { 200: page, 404: page, 422: { description: 'The partner is not registered', type: 'text/html' } },
    problems: [],
  },
  {
    method: 'get',
    path: '/{letter}/privacy',
    summary: 'The privacy notice',
    query: language,
    answers: { 200: page, 404: page },
    problems: [],
  },
  {
    method: 'get',
    path: '/{letter}/dispute',
    summary: 'The form to report that an organisation did not sign',
    query: language,
    answers: { 200: page, 404: page },
    problems: [],
  },
  {
    method: 'post',
    path: '/{letter}/dispute',
    summary: 'Report that an organisation did not sign; the secretariat reviews it',
    body: { 'application/json': dispute, 'application/x-www-form-urlencoded': dispute },
    answers: { 202: { description: 'Received', json: disputeRaisedBody }, 200: { description: 'The same, as a page' } },
    problems: [
      'malformed-body',
      'not-utf-8',
      'not-found',
      'body-too-large',
      'unsupported-media-type',
      'invalid-fields',
    ],
  },
  {
    method: 'get',
    path: '/{letter}/badge.svg',
    summary: 'The live badge: how many signed',
    answers: { 200: { description: 'The picture', type: 'image/svg+xml' }, 404: page },
    problems: [],
  },
  {
    method: 'get',
    path: '/{letter}/follow/{token}',
    summary: 'The form of a letter that follows, filled in with the data of a signature; changes nothing',
    details: 'The link comes by mail to people who agreed to be asked.',
    answers: { 200: page },
    problems: [],
  },
  {
    method: 'post',
    path: '/{letter}/follow/{token}',
    summary: 'Sign a letter that follows',
    details:
      'Takes the fields of the form. While the mailbox is that of the link, the press confirms; another mailbox gets the usual email.',
    body: { 'application/x-www-form-urlencoded': followForm, 'application/json': followForm },
    answers: {
      200: {
        description: 'Signed and confirmed, or why the link does not work',
        json: confirmedBody,
        type: 'text/html',
      },
      202: { description: 'The mailbox is another one: the email to confirm is sent', json: acceptedBody },
      303: { description: 'The same, as a page' },
    },
    problems: [
      'malformed-body',
      'not-utf-8',
      'body-too-large',
      'unsupported-media-type',
      'invalid-fields',
      'token-unknown',
      'network-over-cap',
    ],
  },
  {
    method: 'get',
    path: '/{letter}/share.png',
    summary: 'The picture for networks: title and count, in a language of the letter',
    details: 'Drawn again now and then as the count grows; until there is one, a picture without words.',
    query: language,
    answers: { 200: { description: 'The picture, 1200 × 630 pixels', type: 'image/png' }, 404: page },
    problems: [],
  },
  ...['signing-sheet', 'signing-sheet-us-letter'].map(
    (sheet): Operation => ({
      method: 'get',
      path: `/{letter}/${sheet}.pdf`,
      summary: `A sheet to sign the letter on paper, ${sheet === 'signing-sheet' ? 'A4' : 'US Letter'}`,
      details:
        'Its columns are ones that an import understands. There is none until some minutes after the letter is open.',
      query: language,
      answers: {
        200: { description: 'One page, to be printed as often as needed', type: 'application/pdf' },
        404: page,
      },
      problems: [],
    }),
  ),
  {
    method: 'get',
    path: '/{letter}/logo/{file}',
    summary: 'A logo that is in use, as a PNG of ours',
    details: 'The file is `{logo}.png`. Kept for a minute.',
    answers: { 200: { description: 'The picture', type: 'image/png' }, 404: page },
    problems: [],
  },
  {
    method: 'get',
    path: '/embed/{file}',
    summary: 'Files for partner sites: v1.js, the files that it loads, and integrity.json with their hashes',
    answers: { 200: { description: 'The file', type: 'text/javascript' } },
    problems: ['not-found'],
  },
  {
    method: 'get',
    path: '/oembed',
    summary: 'Embed code for editors that support oEmbed (https://oembed.com)',
    query: oembedQuery,
    answers: { 200: { description: 'The form in a frame, or a link and the badge', json: oembedBody } },
    problems: ['invalid-query', 'letter-not-found', 'format-not-supported'],
  },
];
