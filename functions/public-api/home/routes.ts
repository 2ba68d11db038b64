/** Routes for the site as a whole: its home page, and the files that browsers and search engines ask for. */
import type { Hono } from 'hono';
import type { ApiContext } from '../context.ts';

const files = () => import('./site-files.ts');

export function homeRoutes(app: Hono, api: ApiContext): void {
  app.get('/', async (c) => (await import('./handlers.tsx')).showHome(c, api));
  app.get('/robots.txt', async (c) => (await files()).robots(c, api));
  app.get('/sitemap.xml', async (c) => (await files()).sitemap(c, api));
  app.get('/favicon.svg', async (c) => (await files()).favicon(c));
  // Browsers ask for it where a page names no picture.
  app.get('/favicon.ico', (c) => c.redirect('/favicon.svg', 301));
}
