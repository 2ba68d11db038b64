/** Routes for drafts, and for signing them as a test. */
import type { Hono } from 'hono';
import type { ApiContext } from '../context.ts';
import { redirectMangledToken } from '../mangled-address.ts';
import { privatePage } from '../security-headers.ts';

// Few people have such a link, so the code is loaded on demand.
const pages = () => import('./handlers.ts');
const draft = '/:letter/preview/:secret';
const test = '/:letter/test/:token';

export function previewRoutes(app: Hono, api: ApiContext): void {
  app.get(draft, async (c) => (await pages()).showPreview(c, api));
  app.post(draft, async (c) => (await pages()).postTest(c, api));
  app.get(`${draft}/sent`, async (c) => (await pages()).showTestSent(c, api));
  app.use(test, privatePage, redirectMangledToken);
  app.get(test, async (c) => (await pages()).getTest(c, api));
  app.post(test, async (c) => (await pages()).pressTest(c, api));
}
