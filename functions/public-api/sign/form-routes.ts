/** Routes for the form alone and the page after it, loaded on demand. */
import type { Hono } from 'hono';
import type { ApiContext } from '../context.ts';
import { findLetter } from '../public-letter.ts';

const pages = () => import('./form-handlers.tsx');

export function formRoutes(app: Hono, api: ApiContext): void {
  app.get('/:letter/form', async (c) => {
    const letter = await findLetter(api, c.req.param('letter'));
    return letter ? (await pages()).showForm(c, api, letter) : c.notFound();
  });
  app.get('/:letter/sent', async (c) => {
    const letter = await findLetter(api, c.req.param('letter'));
    return letter ? (await import('./sent-page.tsx')).showSent(c, api, letter) : c.notFound();
  });
}
