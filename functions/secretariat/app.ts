/** The console: every route, and what happens when none fits or something fails. */
import { Hono } from 'hono';
import { logError } from '../../shared/config/log.ts';
import { onlyFromEdge } from '../../shared/http/edge.ts';
import { problem } from '../../shared/http/problem.ts';
import type { ConsoleContext } from './context.ts';
import { makeGuard } from './guard.ts';
import { refusalPage } from './pages/refusal.tsx';
import { bulkRoutes } from './routes/bulk.tsx';
import { bulkApiRoutes } from './routes/bulk-api.ts';
import { homeRoutes } from './routes/home.tsx';
import { reviewRoutes } from './routes/review.tsx';
import { screeningRoutes } from './routes/screening.tsx';
import { scriptRoutes } from './routes/script.ts';
import { signInRoutes } from './routes/sign-in.tsx';
import { signalRoutes } from './routes/signals.tsx';
import { signatureRoutes } from './routes/signatures.tsx';
import { signatureApiRoutes } from './routes/signatures-api.ts';
import { securityHeaders } from './security.ts';

/** @returns the app, and all routes with what they ask for */
export function createConsole(api: ConsoleContext) {
  const app = new Hono();
  app.use(securityHeaders);
  if (api.edge) app.use(onlyFromEdge(api.edge));
  const guard = makeGuard(app, api);
  signInRoutes(app, guard, api);
  scriptRoutes(app);
  homeRoutes(guard, api);
  signatureRoutes(guard, api);
  reviewRoutes(guard, api);
  bulkRoutes(guard, api);
  screeningRoutes(guard, api);
  signalRoutes(guard, api);
  bulkApiRoutes(guard, api);
  signatureApiRoutes(guard, api);

  app.notFound((c) => (c.req.path.startsWith('/v1/') ? problem(c, 'not-found') : refusalPage(c, 'not-found')));
  app.onError((error, c) => {
    // The name and where it happened, never the message: it may quote what was sent.
    logError('request failed', { error: error.name, method: c.req.method, route: c.req.routePath });
    return c.req.path.startsWith('/v1/') ? problem(c, 'internal') : refusalPage(c, 'internal');
  });
  return { app, routes: guard.routes };
}
