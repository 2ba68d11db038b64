/** A challenge for the proof of work, as `altcha-lib` makes it: signed, stored nowhere. */
import type { Hono } from 'hono';
import type { ApiContext } from '../context.ts';

export function challengeRoutes(app: Hono, api: ApiContext): void {
  app.get('/v1/challenge', async (c) => {
    // Loaded on demand, so that the function starts sooner.
    const { makeChallenge } = await import('./proof.ts');
    return c.json(await makeChallenge(await api.keys(), api.now()), 200, { 'cache-control': 'no-store' });
  });
}
