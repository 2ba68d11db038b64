/** The console: all routes, and the answers when no route matches or something fails. */
import { Hono } from 'hono';
import { logError } from '../../shared/platform/config/log.ts';
import { compressed } from '../../shared/platform/http/compress.ts';
import { onlyFromEdge } from '../../shared/platform/http/edge.ts';
import { problem } from '../../shared/platform/http/problem.ts';
import { refuseDuringRekey } from '../../shared/platform/http/refuse-during-rekey.ts';
import { isUnavailable } from '../../shared/platform/http/unavailable.ts';
import { describeRoutes } from './api-docs/routes.ts';
import { auditRoutes } from './audit/routes.tsx';
import { bulkApiRoutes } from './bulk/api.ts';
import { bulkRoutes } from './bulk/routes.tsx';
import type { ConsoleContext } from './context.ts';
import { exportRoutes } from './exports/routes.tsx';
import { makeGuard } from './guard.ts';
import { importApiRoutes } from './imports/api.ts';
import { importRoutes } from './imports/routes.tsx';
import { letterApiRoutes } from './letters/api.ts';
import { homeRoutes } from './letters/home-routes.tsx';
import { letterOverviewRoutes } from './letters/overview-routes.tsx';
import { letterRoutes } from './letters/routes.tsx';
import { letterSettingsRoutes } from './letters/settings-routes.tsx';
import { letterTextRoutes } from './letters/text-routes.tsx';
import { letterTranslationRoutes } from './letters/translation-routes.tsx';
import { letterWordsRoutes } from './letters/words-routes.tsx';
import { keyRoutes } from './members/key-routes.tsx';
import { meRoutes } from './members/own-routes.tsx';
import { memberRoutes } from './members/routes.tsx';
import { partnerApiRoutes } from './partners/api.ts';
import { partnerFiguresRoutes } from './partners/figures-routes.tsx';
import { partnerRoutes } from './partners/routes.tsx';
import { reviewRoutes } from './review/routes.tsx';
import { signalRoutes } from './review/signals-routes.tsx';
import { screeningRoutes } from './screening/routes.tsx';
import { securityHeaders } from './security-headers.ts';
import { signInRoutes } from './sign-in/routes.tsx';
import { signatureApiRoutes } from './signatures/api.ts';
import { signatureRoutes } from './signatures/routes.tsx';
import { figuresRoutes } from './statistics/routes.tsx';
import { refusalPage } from './ui/refusal.tsx';
import { scriptRoutes } from './ui/script-route.ts';

/** @returns the app, and all routes with their needs */
export function createConsole(api: ConsoleContext) {
  const app = new Hono();
  app.use(compressed);
  app.use(securityHeaders);
  if (api.edge) app.use(onlyFromEdge(api.edge));
  app.use(refuseDuringRekey(api.keys));
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
  exportRoutes(guard, api);
  letterRoutes(guard, api);
  letterOverviewRoutes(guard, api);
  letterTextRoutes(guard, api);
  letterTranslationRoutes(guard, api);
  letterWordsRoutes(guard, api);
  letterSettingsRoutes(guard, api);
  figuresRoutes(guard, api);
  memberRoutes(guard, api);
  keyRoutes(guard, api);
  meRoutes(guard, api);
  importRoutes(guard, api);
  importApiRoutes(guard, api);
  auditRoutes(guard, api);
  letterApiRoutes(guard, api);
  partnerRoutes(guard, api);
  partnerApiRoutes(guard, api);
  partnerFiguresRoutes(app, api);
  describeRoutes(app, guard.routes, api);

  app.notFound((c) => (c.req.path.startsWith('/v1/') ? problem(c, 'not-found') : refusalPage(c, 'not-found')));
  app.onError((error, c) => {
    // Logs the name and the place, never the message: it may quote the request.
    logError('request failed', { error: error.name, method: c.req.method, route: c.req.routePath });
    const name = isUnavailable(error) ? 'unavailable' : 'internal';
    return c.req.path.startsWith('/v1/') ? problem(c, name) : refusalPage(c, name);
  });
  return { app, routes: guard.routes };
}
