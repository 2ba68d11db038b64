/** The oEmbed route, for editors. */
import type { Hono } from 'hono';
import type { ApiContext } from '../context.ts';
import { findLetter } from '../public-letter.ts';

export function oembedRoutes(app: Hono, api: ApiContext): void {
  app.get('/oembed', async (c) => {
    const { answerOembed } = await import('./oembed.tsx');
    return answerOembed(c, api, (slug) => findLetter(api, slug));
  });
}
