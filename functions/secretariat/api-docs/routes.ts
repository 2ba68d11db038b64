/** The API of the secretariat, described to everybody: it says what can be asked, and nothing of anybody. Loaded when asked for. */
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
