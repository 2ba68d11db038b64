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
      'Everything that the console can do, for programs. Send an API key as `Authorization: Bearer us_…`; owners create keys in the console. A letter that a key has no access to is answered like one that does not exist. Errors are problem details (RFC 9457).',
    operations: routes.flatMap((route) => (route.kind === 'api' ? [operationOf(route)] : [])),
    publicUrl,
    security: {
      schemes: {
        key: { type: 'http', scheme: 'bearer', description: 'An API key' },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: sessionCookieName(publicUrl),
          description: 'Session of a member who is signed in at /console',
        },
        csrf: {
          type: 'apiKey',
          in: 'header',
          name: 'X-CSRF-Token',
          description: 'Required with a session, except for GET: the value of `_csrf` in the forms of the console',
        },
      },
      anyOf: [{ key: [] }, { session: [], csrf: [] }],
    },
    elsewhere: { url: `${publicUrl}/openapi.json`, description: 'The public API' },
  });
}
