/** API description of unsubscribing. */
import type { Operation } from '../../../shared/platform/http/description/operation.ts';

const page = { description: 'The page', type: 'text/html' };

export const unsubscribeOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/{letter}/unsubscribe/{token}',
    summary: 'The page with the button to stop news about a letter; changes nothing',
    answers: { 200: page, 404: { description: 'There is no such letter', type: 'text/html' } },
    problems: [],
  },
  {
    method: 'post',
    path: '/{letter}/unsubscribe/{token}',
    summary: 'Stop news about a letter for the mailbox that received the link',
    details:
      'One click, as in RFC 8058: the body is not read, and there is neither a cookie nor a redirect. The answer is always the same, also for a link that is unknown or was used before. The link does not expire.',
    answers: {
      200: { description: 'Done, now or before', type: 'text/html' },
      404: { description: 'There is no such letter', type: 'text/html' },
    },
    problems: ['unavailable'],
  },
];
