/** The API described: for machines, for people, and whether it is up. The description is loaded when it is asked for. */
import type { Hono } from 'hono';
import { textsFor } from '../../../shared/text/messages.ts';
import type { ApiContext } from '../context.ts';
import { showPage } from '../pages/layout.tsx';

const version = '1.0.0';

export function describeRoutes(app: Hono, { publicUrl }: ApiContext): void {
  app.get('/health', (c) => c.json({ status: 'ok', version }, 200, { 'cache-control': 'no-store' }));
  app.get('/openapi.json', async (c) => {
    const { describeApi } = await import('../description/openapi.ts');
    return c.json(describeApi(publicUrl, version), 200, { 'cache-control': 'public, max-age=300' });
  });
  app.get('/docs', async (c) => {
    const { describeApi } = await import('../description/openapi.ts');
    const { DocsPage } = await import('../description/docs-page.tsx');
    const body = <DocsPage description={describeApi(publicUrl, version)} />;
    return showPage(c, 200, { title: 'API of Undersigned', texts: await textsFor('en'), body });
  });
}
