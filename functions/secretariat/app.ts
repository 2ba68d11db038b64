/** The console: every route, and what happens when none fits or something fails. */
import { Hono } from 'hono';
import { logError } from '../../shared/platform/config/log.ts';
import { compressed } from '../../shared/platform/http/compress.ts';
import { onlyFromEdge } from '../../shared/platform/http/edge.ts';
import { problem } from '../../shared/platform/http/problem.ts';
import { unlessKeysRest } from '../../shared/platform/http/refuse-during-rekey.ts';
import { isUnavailable } from '../../shared/platform/http/unavailable.ts';
import type { ConsoleContext } from './context.ts';
import { makeGuard } from './guard.ts';
import { refusalPage } from './pages/refusal.tsx';
import { auditRoutes } from './routes/audit.tsx';
import { bulkRoutes } from './routes/bulk.tsx';
import { bulkApiRoutes } from './routes/bulk-api.ts';
import { describeRoutes } from './routes/describe.ts';
import { exportRoutes } from './routes/export.tsx';
import { figuresRoutes } from './routes/figures.tsx';
import { homeRoutes } from './routes/home.tsx';
import { importRoutes } from './routes/import.tsx';
import { importApiRoutes } from './routes/imports-api.ts';
import { keyRoutes } from './routes/keys.tsx';
import { letterOverviewRoutes } from './routes/letter-overview.tsx';
import { letterSettingsRoutes } from './routes/letter-settings.tsx';
import { letterTextRoutes } from './routes/letter-text.tsx';
import { letterTranslationRoutes } from './routes/letter-translations.tsx';
import { letterWordsRoutes } from './routes/letter-words.tsx';
import { letterRoutes } from './routes/letters.tsx';
import { letterApiRoutes } from './routes/letters-api.ts';
import { meRoutes } from './routes/me.tsx';
import { memberRoutes } from './routes/members.tsx';
import { partnerFiguresRoutes } from './routes/partner-figures.tsx';
import { partnerRoutes } from './routes/partners.tsx';
import { partnerApiRoutes } from './routes/partners-api.ts';
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
  app.use(compressed);
  app.use(securityHeaders);
  if (api.edge) app.use(onlyFromEdge(api.edge));
  app.use(unlessKeysRest(api.keys));
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
    // The name and where it happened, never the message: it may quote what was sent.
    logError('request failed', { error: error.name, method: c.req.method, route: c.req.routePath });
    const name = isUnavailable(error) ? 'unavailable' : 'internal';
    return c.req.path.startsWith('/v1/') ? problem(c, name) : refusalPage(c, name);
  });
  return { app, routes: guard.routes };
}
