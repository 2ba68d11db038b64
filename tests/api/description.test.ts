import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { reservedSlugs } from '../../shared/ids.ts';
import { freshStore } from '../fixtures/store.ts';
import { makeWorld, openTestLetter, type World } from '../fixtures/world.ts';

let world: World;
beforeAll(async () => {
  world = makeWorld(await freshStore());
  await openTestLetter(world.store);
});

const routes = () =>
  world.app.routes
    .filter(({ method, path }) => method !== 'ALL' && !path.includes('*'))
    .map(({ method, path }) => `${method.toLowerCase()} ${path.replace(/:(\w+)/g, '{$1}')}`);

/** Routes for browsers between two pages, and the description itself. */
const notDescribed = [
  'get /',
  'get /{letter}/sent',
  'get /openapi.json',
  'get /docs',
  'get /robots.txt',
  'get /sitemap.xml',
  'get /favicon.svg',
  'get /favicon.ico',
];

describe('the description', () => {
  it('names every route and no other', async () => {
    const { paths } = z
      .object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) })
      .parse(await world.json('/openapi.json'));
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((m) => `${m} ${path}`),
    );
    expect([...described, ...notDescribed].toSorted()).toEqual([...new Set(routes())].toSorted());
  });

  it('is also readable for people', async () => {
    const html = await (await world.app.request('/docs')).text();
    expect(html).toContain('POST /v1/letters/{letter}/signatures');
    expect(html).toContain('urn:problem-type:undersigned:letter-closed');
    expect(html).toContain('<code>redirect</code>');
    expect(html.replaceAll(/<pre>.*?<\/pre>/gs, '')).not.toContain('`');
  });
});

describe('a slug', () => {
  it('cannot be one of the words that routes use', () => {
    const words = routes()
      .map((route) => route.split('/')[1] ?? '')
      .filter((word) => /^[a-z0-9-]+$/.test(word));
    expect(words.length).toBeGreaterThan(3);
    for (const word of words) expect(reservedSlugs, word).toContain(word);
  });
});

describe('health', () => {
  it('says ok', async () => {
    expect(await world.json('/health')).toMatchObject({ status: 'ok' });
  });
});

describe('every page', () => {
  it('allows no framing and no third party, and our own scripts only where people sign and share', async () => {
    const paths = ['/', '/clean-air/signatories', '/clean-air/privacy', '/confirm', '/manage', '/docs'];
    const scripts = new Map<string, string | undefined>();
    for (const path of [...paths, '/clean-air', '/clean-air/form', '/clean-air/badge.svg']) {
      const { headers } = await world.app.request(path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy, path).toMatch(/default-src 'none'/);
      // Only the form may be framed, by the letter's partners.
      if (path !== '/clean-air/form') expect(policy, path).toMatch(/frame-ancestors 'none'/);
      scripts.set(path, /script-src ([^;]*)/.exec(policy)?.[1]);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('set-cookie')).toBeNull();
    }
    const some = [...scripts].filter(([, sources]) => sources !== undefined);
    expect(Object.fromEntries(some)).toEqual({
      '/clean-air': expect.stringMatching(/^'sha256-[^' ]+' 'self'$/),
      '/clean-air/form': "'self'",
    });
  });
});
