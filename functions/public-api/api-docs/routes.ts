/** The API described: for machines, for people, and whether it is up. The description is loaded when it is asked for. */
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
