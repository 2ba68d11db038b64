/**
 * Ends the updates of a letter for a mailbox: a page, a press of its button, a POST; or a POST by a mail program for the
 * reader (RFC 8058). GET and HEAD change nothing (DESIGN rule 2). The link never expires.
 */
import type { Hono } from 'hono';
import type { ApiContext } from '../context.ts';
import { redirectMangledToken } from '../mangled-address.ts';
import { privatePage } from '../security-headers.ts';

// Rarely used, so its code is loaded on demand.
const page = () => import('./handlers.tsx');
const path = '/:letter/unsubscribe/:token';

export function unsubscribeRoutes(app: Hono, api: ApiContext): void {
  app.use(path, privatePage);
  app.use(path, redirectMangledToken);
  app.get(path, async (c) => (await page()).askUnsubscribe(c, api));
  app.post(path, async (c) => (await page()).postUnsubscribe(c, api));
}
