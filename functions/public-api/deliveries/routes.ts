/**
 * Routes of deliveries: their pages and files, and the links in the mails to addressees. Loaded on demand.
 * GET and HEAD change nothing (rule 2), and opening a link is not recorded.
 */
import type { Context, Hono } from 'hono';
import type { ApiContext } from '../context.ts';
import type { PublicLetter } from '../letter-cache.ts';
import { redirectMangledToken } from '../mangled-address.ts';
import { findLetter } from '../public-letter.ts';
import { privatePage } from '../security-headers.ts';

type Handlers = typeof import('./handlers.tsx');
const handlers = (): Promise<Handlers> => import('./handlers.tsx');

type Show = (c: Context, api: ApiContext, letter: PublicLetter) => Response | Promise<Response>;

export function deliveryRoutes(app: Hono, api: ApiContext): void {
  const show = async (c: Context, choose: (all: Handlers) => Show) => {
    const letter = await findLetter(api, c.req.param('letter') ?? '');
    return letter ? choose(await handlers())(c, api, letter) : c.notFound();
  };
  app.get('/:letter/deliveries/:delivery', (c) => show(c, (all) => all.showDelivery));
  app.get('/:letter/deliveries/:delivery/names', (c) => show(c, (all) => all.showNames));
  app.get('/:letter/document/:file', (c) => show(c, (all) => all.sendDocument));
  app.get('/:letter/document/:delivery/:kind', (c) => show(c, (all) => all.sendDocument));
  app.get('/:letter/file/:file', (c) => show(c, (all) => all.sendFile));
  for (const door of ['handover', 'arrived']) {
    app.use(`/:letter/${door}/:token`, privatePage);
    app.use(`/:letter/${door}/:token`, redirectMangledToken);
  }
  app.get('/:letter/handover/:token', (c) => show(c, (all) => all.openDocument));
  app.get('/:letter/arrived/:token', (c) => show(c, (all) => all.askArrived));
  app.post('/:letter/arrived/:token', (c) => show(c, (all) => all.noteArrived));
}
