/**
 * Confirming by link or by typed code. GET shows a page with a button; only the POST of that button has an effect (rule
 * 2).
 */
import type { Hono } from 'hono';
import type { ApiContext } from '../context.ts';
import { redirectMangledToken } from '../mangled-address.ts';
import { privatePage } from '../security-headers.ts';

/** Loaded with the first link or code, so that the function starts sooner. */
const page = () => import('./handlers.ts');

export function confirmRoutes(app: Hono, api: ApiContext): void {
  app.use('/confirm', privatePage);
  app.use('/confirm/*', privatePage);
  app.use('/confirm/:token', redirectMangledToken);
  app.get('/confirm', async (c) => {
    const { codePage } = await import('./page.tsx');
    return codePage(c, api, 200, { letter: c.req.query('letter') ?? '', email: '' }, false);
  });
  app.post('/confirm', async (c) => (await page()).postCode(c, api));
  app.get('/confirm/:token', async (c) => (await page()).getConfirm(c, api, c.req.param('token')));
  app.post('/confirm/:token', async (c) => (await page()).postConfirm(c, api, c.req.param('token')));
}
