/** Routes for the files of partner sites. Loaded on demand, so that they do not slow down the start. */
import type { Hono } from 'hono';

export function embedRoutes(app: Hono): void {
  app.get('/embed/:file', async (c) => {
    const { embedFile } = await import('./embed-file.ts');
    return embedFile(c, c.req.param('file'));
  });
}
