/**
 * Ends the updates of a letter for a mailbox. GET shows a page with a button; only the POST of that button has an
 * effect (rule 2). A mail program can send a POST for the reader (RFC 8058). The link never expires.
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
