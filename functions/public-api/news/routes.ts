/** Routes for the news of a letter: pages, a feed, and JSON for sites that embed it. Loaded on demand. */
import type { Context, Hono } from 'hono';
import { problem } from '../../../shared/platform/http/problem.ts';
import type { ApiContext } from '../context.ts';
import type { PublicLetter } from '../letter-cache.ts';
import { findLetter } from '../public-letter.ts';

type Handlers = typeof import('./handlers.tsx');
const handlers = (): Promise<Handlers> => import('./handlers.tsx');

type Show = (c: Context, api: ApiContext, letter: PublicLetter) => Promise<Response>;

export function newsRoutes(app: Hono, api: ApiContext): void {
  const show = async (c: Context, choose: (all: Handlers) => Show) => {
    const letter = await findLetter(api, c.req.param('letter') ?? '');
    return letter ? choose(await handlers())(c, api, letter) : c.notFound();
  };
  app.get('/:letter/news', (c) => show(c, (all) => all.showNews));
  app.get('/:letter/news.atom', (c) => show(c, (all) => all.showFeed));
  app.get('/:letter/news/:update', (c) => show(c, (all) => all.showOne));
  app.get('/v1/letters/:letter/news', async (c) => {
    const letter = await findLetter(api, c.req.param('letter'));
    return letter ? (await handlers()).sendNews(c, api, letter) : problem(c, 'letter-not-found');
  });
}
