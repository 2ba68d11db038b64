/** The API described: for machines, for people, and whether it is up. The description is loaded when it is asked for. */
import type { Hono } from 'hono';
import type { ApiContext } from '../context.ts';

const version = '1.0.0';

export function describeRoutes(app: Hono, { publicUrl }: ApiContext): void {
  app.get('/health', (c) => c.json({ status: 'ok', version }, 200, { 'cache-control': 'no-store' }));
  app.get('/openapi.json', async (c) => {
    const { describeApi } = await import('../description/openapi.ts');
    return c.json(describeApi(publicUrl, version), 200, { 'cache-control': 'public, max-age=300' });
  });
  app.get('/docs', async (c) => {
    const { docsPage } = await import('../description/docs-page.tsx');
    return docsPage(c, publicUrl, version);
  });
}
