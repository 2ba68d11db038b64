/** Description of the secretariat's API. Public, since it contains no data about anybody. Loaded on demand. */
import type { Hono } from 'hono';
import type { ConsoleContext } from '../context.ts';
import type { GuardedRoute } from '../guard.ts';

export function describeRoutes(app: Hono, routes: readonly GuardedRoute[], { publicUrl }: ConsoleContext): void {
  app.get('/v1/admin/openapi.json', async (c) => {
    const { describeAdminApi } = await import('./admin-api.ts');
    return c.json(describeAdminApi(publicUrl, routes));
  });
  app.get('/v1/admin/docs', async (c) => {
    const { adminDocsPage } = await import('./docs-page.tsx');
    return adminDocsPage(c, publicUrl, routes);
  });
}
