/**
 * CORS (https://fetch.spec.whatwg.org/#http-cors-protocol): other sites may call the API from a browser if they are
 * registered for a partner of the letter. Credentials are never allowed, as there are none.
 */
import type { Context, MiddlewareHandler } from 'hono';
import { howToRegister, objection } from '../../shared/letter/partners.ts';
import { problem } from '../../shared/platform/http/problem.ts';
import type { ApiContext } from './context.ts';
import { findLetter } from './public-letter.ts';

/** Time that a browser may cache a preflight, in seconds. Requests themselves are checked each time. */
const preflightFor = 7200;

/** @returns the origin of the site that sent the request, or undefined when it is our own or not given */
export function foreignOrigin(c: Context, publicUrl: string): string | undefined {
  const origin = c.req.header('origin');
  return origin === publicUrl || origin === new URL(c.req.url).origin ? undefined : origin;
}

/** For resources that belong to no letter and are the same for everybody. */
export const anyOrigin: MiddlewareHandler = async (c, next) => {
  await next();
  c.header('access-control-allow-origin', '*');
};

/**
 * For resources of a letter. Refuses unregistered sites to read, and their preflights; the route checks submissions,
 * since it knows whether they come from a plain form. Problems can be read from anywhere, so that a webmaster sees what
 * to do; they reveal nothing else.
 */
export function registeredOrigins(api: ApiContext): MiddlewareHandler {
  return async (c, next) => {
    const origin = foreignOrigin(c, api.publicUrl);
    const partner = c.req.query('partner');
    const decides = reads(c) || isPreflight(c);
    // A route that writes reads the letter together with other data; afterwards it is in the cache here.
    if (!decides) await next();
    const isAsked = origin !== undefined || partner !== undefined;
    const letter = isAsked ? await findLetter(api, c.req.param('letter') ?? '', { drafts: true }) : undefined;
    const against = letter && objection(letter, { partner, origin });
    const allowed = letter && !against ? origin : undefined;
    if (isPreflight(c) && origin !== undefined)
      c.res = allowed ? preflight(c) : problem(c, against ?? 'letter-not-found');
    else if (decides && letter && against) c.res = problem(c, against, { detail: howToRegister(letter) });
    else if (decides) await next();
    if (allowed) c.header('access-control-allow-origin', allowed);
    else if (origin !== undefined && !isPreflight(c) && isProblem(c)) c.header('access-control-allow-origin', '*');
    c.header('vary', 'Origin', { append: true });
  };
}

const isPreflight = ({ req }: Context) => req.method === 'OPTIONS' && req.header('access-control-request-method');
const reads = ({ req }: Context) => req.method === 'GET' || req.method === 'HEAD';
const isProblem = ({ res }: Context) => res.headers.get('content-type') === 'application/problem+json';

function preflight(c: Context): Response {
  return c.body(null, 204, {
    'access-control-allow-methods': 'GET, POST',
    'access-control-allow-headers': 'content-type, idempotency-key',
    'access-control-max-age': String(preflightFor),
  });
}
