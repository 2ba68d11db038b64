/** Routes for the pages of a letter. Pages are loaded with the first request, so that the API starts without them. */
import type { Context, Hono } from 'hono';
import type { ApiContext } from '../context.ts';
import type { PublicLetter } from '../letter-cache.ts';
import { findLetter } from '../public-letter.ts';

type Pages = typeof import('./handlers.tsx');
const pages = (): Promise<Pages> => import('./handlers.tsx');

type Show = (c: Context, api: ApiContext, letter: PublicLetter) => Promise<Response>;

export function pageRoutes(app: Hono, api: ApiContext): void {
  const show = async (c: Context, choose: (pages: Pages) => Show, { drafts = false } = {}) => {
    const letter = await findLetter(api, c.req.param('letter') ?? '', { drafts });
    return letter ? choose(await pages())(c, api, letter) : c.notFound();
  };
  app.get('/:letter', (c) => show(c, (all) => all.showLetter, { drafts: true }));
  app.get('/:letter/signatories', (c) => show(c, (all) => all.showSignatories));
  app.get('/:letter/privacy', (c) => show(c, (all) => all.showPrivacy));
  app.get('/:letter/changes', (c) => show(c, (all) => all.showChanges));
  app.get('/:letter/badge.svg', (c) => show(c, (all) => all.showBadge));
  app.get('/:letter/logo/:file', async (c) => {
    const letter = await findLetter(api, c.req.param('letter'));
    return letter ? (await import('../logo/show-logo.ts')).showLogo(c, api, letter) : c.notFound();
  });
  app.get('/:letter/share.png', async (c) => {
    const letter = await findLetter(api, c.req.param('letter'));
    return letter ? (await import('../share/picture.ts')).showPicture(c, api, letter) : c.notFound();
  });
  for (const sheet of ['signing-sheet', 'signing-sheet-us-letter']) {
    app.get(`/:letter/${sheet}.pdf`, async (c) => {
      const letter = await findLetter(api, c.req.param('letter') ?? '');
      return letter ? (await import('./signing-sheet.ts')).showSigningSheet(c, api, letter) : c.notFound();
    });
  }
}
