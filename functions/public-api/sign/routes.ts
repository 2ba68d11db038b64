/**
 * Routes for submissions. Their code is loaded with the first one, valid or not, so that the function starts sooner.
 */
import type { Hono } from 'hono';
import type { ApiContext } from '../context.ts';

export function signRoutes(app: Hono, api: ApiContext): void {
  app.post('/v1/letters/:letter/signatures', async (c) => {
    const { postSubmission } = await import('./handlers.ts');
    return postSubmission(c, api, c.req.param('letter'));
  });
}
