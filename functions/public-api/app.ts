/** The app: all routes, and the answers when no route matches or something fails. */

import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { logError } from '../../shared/platform/config/log.ts';
import { compressed } from '../../shared/platform/http/compress.ts';
import { onlyFromEdge } from '../../shared/platform/http/edge.ts';
import { refuseUnreadable } from '../../shared/platform/http/lambda-event.ts';
import { problem } from '../../shared/platform/http/problem.ts';
import { refuseDuringRekey } from '../../shared/platform/http/refuse-during-rekey.ts';
import { isUnavailable } from '../../shared/platform/http/unavailable.ts';
import { describeRoutes } from './api-docs/routes.ts';
import { confirmRoutes } from './confirm/routes.ts';
import type { ApiContext } from './context.ts';
import { anyOrigin, registeredOrigins } from './cross-origin.ts';
import { deliveryRoutes } from './deliveries/routes.ts';
import { disputeRoutes } from './dispute/routes.ts';
import { oembedRoutes } from './embed/oembed-routes.ts';
import { embedRoutes } from './embed/routes.ts';
import { followRoutes } from './follow/routes.ts';
import { homeRoutes } from './home/routes.ts';
import { letterRoutes } from './letter/api-routes.ts';
import { pageRoutes } from './letter/routes.ts';
import { manageRoutes } from './manage/routes.ts';
import { redirectMangledPath } from './mangled-address.ts';
import { newsRoutes } from './news/routes.ts';
import { stopRoutes } from './not-me/routes.ts';
import { previewRoutes } from './preview/routes.ts';
import { findLetter } from './public-letter.ts';
import { securityHeaders } from './security-headers.ts';
import { challengeRoutes } from './sign/challenge-route.ts';
import { formRoutes } from './sign/form-routes.ts';
import { signRoutes } from './sign/routes.ts';
import { unsubscribeRoutes } from './unsubscribe/routes.ts';
import { wantsPage } from './wants-page.ts';

// Loaded when the first page is shown.
const notices = () => import('./ui/message.tsx');

/** @returns the Hono app; the same in Lambda, in the local stack and in tests */
export function createApp(api: ApiContext): Hono {
  const app = new Hono();
  app.use(compressed);
  app.use(securityHeaders);
  app.use(refuseUnreadable);
  if (api.edge) app.use(onlyFromEdge(api.edge));
  app.use(refuseDuringRekey(api.keys));
  const onMethodNotAllowed = (c: Context, methods: string[]) => {
    c.header('allow', methods.join(', '));
    return problem(c, 'method-not-allowed');
  };
  app.use(methodNotAllowed({ app, onMethodNotAllowed }));
  app.use('/v1/challenge', anyOrigin);
  app.use('/v1/letters/:letter/*', registeredOrigins(api));
  letterRoutes(app, api);
  challengeRoutes(app, api);
  signRoutes(app, api);
  confirmRoutes(app, api);
  manageRoutes(app, api);
  stopRoutes(app, api);
  describeRoutes(app, api);
  embedRoutes(app);
  deliveryRoutes(app, api);
  newsRoutes(app, api);
  unsubscribeRoutes(app, api);
  disputeRoutes(app, api);
  followRoutes(app, api);
  previewRoutes(app, api);
  oembedRoutes(app, api);
  formRoutes(app, api);
  homeRoutes(app, api);
  pageRoutes(app, api);

  const isLetter = async (slug: string) => (await findLetter(api, slug)) !== undefined;
  app.notFound(async (c) => {
    if (!wantsPage(c)) return problem(c, 'not-found');
    const meant = await redirectMangledPath(c, app, isLetter);
    if (meant) return meant;
    return (await notices()).noticePage(c, 404, 'page.not-found-title', 'page.not-found-text');
  });
  app.onError(async (error, c) => {
    if (error instanceof HTTPException && error.status < 500) return problem(c, 'malformed-body');
    // Logs the name and the place, never the message: it may quote the request.
    logError('request failed', { error: error.name, method: c.req.method, route: c.req.routePath });
    const name = isUnavailable(error) ? 'unavailable' : 'internal';
    if (!wantsPage(c)) return problem(c, name);
    const status = name === 'unavailable' ? 503 : 500;
    return (await notices()).noticePage(c, status, 'page.error-title', 'page.error-text');
  });
  return app;
}
