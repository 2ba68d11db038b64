/** What partner sites load. It is read when somebody asks for it, so that starting does not. */
import type { Hono } from 'hono';

export function embedRoutes(app: Hono): void {
  app.get('/embed/:file', async (c) => {
    const { embedFile } = await import('./embed-file.ts');
    return embedFile(c, c.req.param('file'));
  });
}
