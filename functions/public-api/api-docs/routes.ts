/** API description for machines and for people, and a health check. The description is loaded on demand. */
import type { Hono } from 'hono';
import { apiVersion } from '../../../shared/platform/http/description/version.ts';
import type { ApiContext } from '../context.ts';

export function describeRoutes(app: Hono, { publicUrl }: ApiContext): void {
  app.get('/health', (c) => c.json({ status: 'ok', version: apiVersion }, 200, { 'cache-control': 'no-store' }));
  app.get('/openapi.json', async (c) => {
    const { describePublicApi } = await import('./public-api.ts');
    return c.json(describePublicApi(publicUrl), 200, { 'cache-control': 'public, max-age=300' });
  });
  app.get('/docs', async (c) => {
    const { docsPage } = await import('./docs-page.tsx');
    return docsPage(c, publicUrl);
  });
}
