/** The letter, its list and its count, as JSON. */
import type { Hono } from 'hono';
import { letterSlug } from '../../../shared/ids.ts';
import { problem } from '../../../shared/platform/http/problem.ts';
import type { ApiContext } from '../context.ts';
import { countOf, findLetter } from '../public-letter.ts';
import { publicCache, publicCacheFor } from '../security-headers.ts';

export function letterRoutes(app: Hono, api: ApiContext): void {
  app.get('/v1/letters/:letter', async (c) => {
    const found = await findLetter(api, c.req.param('letter'));
    const { describeLetter } = await import('./letter-body.ts');
    const body = found && (await describeLetter(api, c, found));
    if (!found || !body) return problem(c, 'letter-not-found');
    const cache = publicCacheFor(found, api.now());
    const headers = { 'cache-control': cache, vary: 'Accept-Language', 'content-language': body.language };
    return c.json(body, 200, headers);
  });

  app.get('/v1/letters/:letter/signatures', async (c) => {
    const { sendList } = await import('./list-handler.ts');
    return sendList(c, api, c.req.param('letter'));
  });

  app.get('/v1/letters/:letter/share', async (c) => {
    const letter = await findLetter(api, c.req.param('letter'));
    if (!letter) return problem(c, 'letter-not-found');
    const [{ describeSharing }, { readerLanguage }] = await Promise.all([
      import('../share/share-body.ts'),
      import('../page-language.ts'),
    ]);
    const headers = { 'cache-control': publicCache, vary: 'Accept-Language' };
    return c.json(await describeSharing(api, letter, readerLanguage(c, letter)), 200, headers);
  });

  app.get('/v1/letters/:letter/count', async (c) => {
    const slug = letterSlug.safeParse(c.req.param('letter'));
    const count = slug.success ? await countOf(api, slug.data) : undefined;
    if (!count) return problem(c, 'letter-not-found');
    return c.json(count, 200, { 'cache-control': publicCache });
  });
}
