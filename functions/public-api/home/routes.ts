/** Routes for the site as a whole: its home page, and the files that browsers and search engines ask for. */
import type { Hono } from 'hono';
import type { ApiContext } from '../context.ts';

/** Browsers ask for the last one where a page names no picture. */
const files = ['robots.txt', 'sitemap.xml', 'favicon.svg', 'favicon.ico'] as const;
export type SiteFile = (typeof files)[number];

export function homeRoutes(app: Hono, api: ApiContext): void {
  app.get('/', async (c) => (await import('./handlers.tsx')).showHome(c, api));
  for (const file of files) app.get(`/${file}`, async (c) => (await import('./site-files.ts')).siteFile(c, api, file));
}
