/**
 * The form of a letter that follows, filled in with the data of a signature, for people with the link from its mail.
 * GET and HEAD change nothing (rule 2).
 */
import type { Hono } from 'hono';
import type { ApiContext } from '../context.ts';
import { redirectMangledToken } from '../mangled-address.ts';
import { privatePage } from '../security-headers.ts';

// Rarely used, so its code is loaded on demand.
const page = () => import('./handlers.ts');

export function followRoutes(app: Hono, api: ApiContext): void {
  app.use('/:letter/follow/:token', privatePage);
  app.use('/:letter/follow/:token', redirectMangledToken);
  app.get('/:letter/follow/:token', async (c) => (await page()).getFollow(c, api));
  app.post('/:letter/follow/:token', async (c) => (await page()).postFollow(c, api));
}
