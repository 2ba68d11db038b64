/** Headers of every answer: no script, no third party, no framing unless a page says otherwise (`framing.tsx`). */
import type { MiddlewareHandler } from 'hono';
import { type Letter, nextSigningChange } from '../../shared/letter/letter.ts';

/** For answers that are not pages: if a browser shows one as a page, nothing in it runs or loads. */
const nothing = "default-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

export const securityHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  if (!c.res.headers.has('content-security-policy')) {
    const isPage = c.res.headers.get('content-type')?.startsWith('text/html');
    c.header('content-security-policy', isPage ? (await import('./ui/csp.ts')).strict : nothing);
  }
  const ownStyles: unknown = c.get('styleHash');
  const policy = c.res.headers.get('content-security-policy');
  if (typeof ownStyles === 'string' && policy) {
    c.header('content-security-policy', policy.replace('style-src ', `style-src '${ownStyles}' `));
  }
  c.header('x-content-type-options', 'nosniff');
  c.header('strict-transport-security', 'max-age=31536000; includeSubDomains');
  if (!c.res.headers.has('referrer-policy')) c.header('referrer-policy', 'strict-origin-when-cross-origin');
  c.header('permissions-policy', 'interest-cohort=(), browsing-topics=()');
  c.header('cross-origin-opener-policy', 'same-origin');
};

/** For pages with a token in their address: they are not cached, and the address is not sent as a referrer. */
export const privatePage: MiddlewareHandler = async (c, next) => {
  await next();
  c.header('referrer-policy', 'no-referrer');
  c.header('cache-control', 'no-store');
  c.header('x-robots-tag', 'noindex');
};

/**
 * For answers that may be 30 s old: cached at the edge, revalidated by browsers. Never older than 60 s, whatever
 * happens.
 */
export const publicCache = 'public, max-age=0, s-maxage=30, stale-while-revalidate=30, stale-if-error=30';

/** The same for answers that say whether a letter can be signed: never cached beyond the moment when that changes. */
export function publicCacheFor(letter: Pick<Letter, 'state' | 'settings'>, now: Date): string {
  const turn = nextSigningChange(letter, now);
  const left = turn ? Math.floor((turn.getTime() - now.getTime()) / 1000) : Number.POSITIVE_INFINITY;
  return left >= 60 ? publicCache : `public, max-age=0, s-maxage=${Math.min(left, 30)}`;
}
