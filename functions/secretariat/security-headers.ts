/** Headers of every answer of the console: not cached, not framed, and only our own script runs. */
import type { MiddlewareHandler } from 'hono';

import { stylesHash } from './ui/styles.ts';

/** @param forms where forms may be sent besides our own pages, and be redirected back from */
export const policyWith = (forms = '') =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src '${stylesHash}'`,
    "img-src 'self' data:",
    "connect-src 'self'",
    `form-action 'self' ${forms}`.trim(),
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

export const securityHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  // A page that sends a file to the bucket has a policy of its own.
  if (!c.res.headers.has('content-security-policy')) c.header('content-security-policy', policyWith());
  c.header('x-content-type-options', 'nosniff');
  c.header('strict-transport-security', 'max-age=31536000; includeSubDomains');
  // Not `no-referrer`: browsers would then send forms with `Origin: null`.
  if (!c.res.headers.has('referrer-policy')) c.header('referrer-policy', 'same-origin');
  c.header('cache-control', 'no-store');
  c.header('x-robots-tag', 'noindex');
  c.header('permissions-policy', 'interest-cohort=(), browsing-topics=()');
  c.header('cross-origin-opener-policy', 'same-origin');
};
