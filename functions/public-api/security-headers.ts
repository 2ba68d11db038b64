/** Headers of every answer: no script, no third party, no framing unless a page says otherwise (`framing.tsx`). */
import type { MiddlewareHandler } from 'hono';
import { type Letter, nextTurn } from '../../shared/letter/letter.ts';

/** For what is no page: should a browser show it as one, nothing in it runs or loads. */
const nothing = "default-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

export const securityHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  if (!c.res.headers.has('content-security-policy')) {
    const isPage = c.res.headers.get('content-type')?.startsWith('text/html');
    c.header('content-security-policy', isPage ? (await import('./ui/csp.ts')).strict : nothing);
  }
  c.header('x-content-type-options', 'nosniff');
  c.header('strict-transport-security', 'max-age=31536000; includeSubDomains');
  if (!c.res.headers.has('referrer-policy')) c.header('referrer-policy', 'strict-origin-when-cross-origin');
  c.header('permissions-policy', 'interest-cohort=(), browsing-topics=()');
  c.header('cross-origin-opener-policy', 'same-origin');
};

/** For pages whose address holds a token: nobody keeps them, nobody learns where the reader came from. */
export const privatePage: MiddlewareHandler = async (c, next) => {
  await next();
  c.header('referrer-policy', 'no-referrer');
  c.header('cache-control', 'no-store');
  c.header('x-robots-tag', 'noindex');
};

/** For what may be 30 s old: kept by the edge, asked for anew by browsers. Whatever happens, it is never older than 60 s. */
export const publicCache = 'public, max-age=0, s-maxage=30, stale-while-revalidate=30, stale-if-error=30';

/** The same for what says whether a letter can be signed: nothing is kept beyond the moment at which that changes. */
export function publicCacheFor(letter: Pick<Letter, 'state' | 'settings'>, now: Date): string {
  const turn = nextTurn(letter, now);
  const left = turn ? Math.floor((turn.getTime() - now.getTime()) / 1000) : Number.POSITIVE_INFINITY;
  return left >= 60 ? publicCache : `public, max-age=0, s-maxage=${Math.min(left, 30)}`;
}
