/** Submitting. What it needs is loaded with the first submission, whatever that is, to start sooner. */
import type { Hono } from 'hono';
import type { ApiContext } from '../context.ts';

export function signRoutes(app: Hono, api: ApiContext): void {
  app.post('/v1/letters/:letter/signatures', async (c) => {
    const { postSubmission: takeSubmission } = await import('./handlers.ts');
    return takeSubmission(c, api, c.req.param('letter'));
  });
}
