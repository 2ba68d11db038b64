/** Description of the secretariat's API. */
import { describeApi } from '../../../shared/platform/http/description/openapi.ts';
import type { GuardedRoute } from '../guard.ts';
import { sessionCookieName } from '../session-cookie.ts';
import { operationOf } from './operation.ts';

/** @returns the OpenAPI document as plain data */
export function describeAdminApi(publicUrl: string, routes: readonly GuardedRoute[]) {
  return describeApi({
    title: 'Undersigned: the secretariat',
    description:
      'What the console does, for machines. Send a key as `Authorization: Bearer us_…`; owners make keys in the console. A letter that a key has nothing to do with is answered like one that does not exist. Errors are problem details (RFC 9457).',
    operations: routes.flatMap((route) => (route.kind === 'api' ? [operationOf(route)] : [])),
    publicUrl,
    security: {
      schemes: {
        key: { type: 'http', scheme: 'bearer', description: 'A key that an owner has made' },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: sessionCookieName(publicUrl),
          description: 'Of a member who is signed in at /console',
        },
        csrf: {
          type: 'apiKey',
          in: 'header',
          name: 'X-CSRF-Token',
          description: 'With a session, for all but GET: what the forms of its pages carry as `_csrf`',
        },
      },
      anyOf: [{ key: [] }, { session: [], csrf: [] }],
    },
    elsewhere: { url: `${publicUrl}/openapi.json`, description: 'The API for everybody' },
  });
}
