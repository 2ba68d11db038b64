/** Routes for the owner's page. GET and HEAD change nothing. Rarely used, so its code is loaded on demand. */
import type { Hono } from 'hono';
import type { ApiContext } from '../context.ts';
import { redirectMangledToken } from '../mangled-address.ts';
import { privatePage } from '../security-headers.ts';

const page = () => import('./handlers.ts');

export function manageRoutes(app: Hono, api: ApiContext): void {
  app.use('/manage', privatePage);
  app.use('/manage/*', privatePage);
  app.use('/manage/:token', redirectMangledToken);
  app.use('/manage/:token/*', redirectMangledToken);
  app.get('/manage', async (c) => (await import('../ui/links-page.tsx')).askLinkPage(c, 200, {}));
  app.post('/manage', async (c) => (await page()).postManageLinks(c, api));
  app.get('/manage/:token', async (c) => (await page()).getManage(c, api, c.req.param('token')));
  app.get('/manage/:token/data', async (c) => (await page()).getManageData(c, api, c.req.param('token')));
  app.post('/manage/:token/logo', async (c) => (await import('./logo.ts')).postLogo(c, api, c.req.param('token')));
  app.post('/manage/:token', async (c) => (await page()).postManage(c, api, c.req.param('token')));
}
