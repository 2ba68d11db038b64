/** Routes for "My organisation did not sign". Rarely used, so the page is loaded on demand. */
import type { Hono } from 'hono';
import type { ApiContext } from '../context.ts';
import { findLetter } from '../public-letter.ts';

const page = () => import('./handlers.ts');

export function disputeRoutes(app: Hono, api: ApiContext): void {
  app.get('/:letter/dispute', async (c) => {
    const letter = await findLetter(api, c.req.param('letter'));
    return letter ? (await page()).getDispute(c, letter) : c.notFound();
  });
  app.post('/:letter/dispute', async (c) => {
    const letter = await findLetter(api, c.req.param('letter'));
    return letter ? (await page()).postDispute(c, api, letter) : c.notFound();
  });
}
