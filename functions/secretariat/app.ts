/** The console: rules for all routes, and the answers when no route matches or something fails. */
import { Hono } from 'hono';
import { logError } from '../../shared/platform/config/log.ts';
import { compressed } from '../../shared/platform/http/compress.ts';
import { onlyFromEdge } from '../../shared/platform/http/edge.ts';
import { problem } from '../../shared/platform/http/problem.ts';
import { refuseDuringRekey } from '../../shared/platform/http/refuse-during-rekey.ts';
import { isUnavailable } from '../../shared/platform/http/unavailable.ts';
import type { ConsoleContext } from './context.ts';
import { type Guard, makeGuard } from './guard.ts';
import { securityHeaders } from './security-headers.ts';
import { readTabNumbers } from './to-do/read-tasks.ts';
import { refusalPage } from './ui/refusal.tsx';

/** Adds routes to the app, directly or through the guard. */
export type Routes = (to: { readonly app: Hono; readonly guard: Guard; readonly api: ConsoleContext }) => void;

/**
 * @param parts the pages, the calls of the API, or both
 * @returns the app, and its guarded routes with their needs
 */
export function createConsole(api: ConsoleContext, parts: readonly Routes[]) {
  const app = new Hono();
  app.use(compressed);
  app.use(securityHeaders);
  if (api.edge) app.use(onlyFromEdge(api.edge));
  app.use(refuseDuringRekey(api.keys));
  const guard = makeGuard(app, api, readTabNumbers);
  for (const add of parts) add({ app, guard, api });

  app.notFound((c) => (c.req.path.startsWith('/v1/') ? problem(c, 'not-found') : refusalPage(c, 'not-found')));
  app.onError((error, c) => {
    // Logs the name and the place, never the message: it may quote the request.
    logError('request failed', { error: error.name, method: c.req.method, route: c.req.routePath });
    const name = isUnavailable(error) ? 'unavailable' : 'internal';
    return c.req.path.startsWith('/v1/') ? problem(c, name) : refusalPage(c, name);
  });
  return { app, routes: guard.routes };
}
