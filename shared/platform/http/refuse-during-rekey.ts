/** Refuses writes while the master key is being changed. Clients retry in a few minutes. */
import type { MiddlewareHandler } from 'hono';
import type { Keys } from '../token/keys.ts';

const reads = new Set(['GET', 'HEAD', 'OPTIONS']);

/** @throws RekeyInProgress (the handler), which both apps answer with 503 */
export function refuseDuringRekey(keys: () => Promise<Keys>): MiddlewareHandler {
  return async (c, next) => {
    if (!reads.has(c.req.method)) await keys();
    return next();
  };
}
