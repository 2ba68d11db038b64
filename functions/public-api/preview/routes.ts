/** Routes for drafts, and for signing them as a test. */
import type { Hono } from 'hono';
import type { ApiContext } from '../context.ts';
import { redirectMangledToken } from '../mangled-address.ts';
import { privatePage } from '../security-headers.ts';

const draft = '/:letter/preview/:secret';
const test = '/:letter/test/:token';

export function previewRoutes(app: Hono, api: ApiContext): void {
  // Few people have such a link, so the code is loaded on demand.
  const on = (method: 'GET' | 'POST', path: string, handler: keyof typeof import('./handlers.ts')) =>
    app.on(method, path, async (c) => (await import('./handlers.ts'))[handler](c, api));
  on('GET', draft, 'showPreview');
  on('POST', draft, 'postTest');
  on('GET', `${draft}/sent`, 'showTestSent');
  app.use(test, privatePage, redirectMangledToken);
  on('GET', test, 'getTest');
  on('POST', test, 'pressTest');
}
