/** "It was not me". GET shows a page with a button; only the POST of that button has an effect (rule 2). */
import type { Hono } from 'hono';
import type { ApiContext } from '../context.ts';
import { redirectMangledToken } from '../mangled-address.ts';
import { privatePage } from '../security-headers.ts';

// Rarely used, so its code is loaded on demand.
const page = () => import('./handlers.ts');

export function stopRoutes(app: Hono, api: ApiContext): void {
  app.use('/stop/*', privatePage);
  app.use('/stop/:token', redirectMangledToken);
  app.get('/stop/:token', async (c) => (await page()).getNotMe(c, api, c.req.param('token')));
  app.post('/stop/:token', async (c) => (await page()).postNotMe(c, api, c.req.param('token')));
}
