/** The other sites that may call the API from a browser, and the messages to those that may not. */
import { beforeAll, describe, expect, it } from 'vitest';
import { letterSlug, partnerId } from '../../shared/ids.ts';
import { setState } from '../../shared/letter/lifecycle.ts';
import { removePartner } from '../../shared/partner/register.ts';
import { registerPartner } from '../fixtures/partners.ts';
import { recordsOf } from '../fixtures/records.ts';
import { freshStore, recordCalls } from '../fixtures/store.ts';
import { endorsement, makeWorld, openTestLetter, publicUrl, type World } from '../fixtures/world.ts';

const radio = 'https://valley-radio.example';
const choir = 'https://choir.example';
const stranger = 'https://stranger.example';
const register = /npm run partner -- add ID .*--origin https:\/\/… --letter clean-air/;

let world: World;
beforeAll(async () => {
  world = makeWorld(await freshStore());
  await openTestLetter(world.store);
  await openTestLetter(world.store, { 'slug: clean-air': 'slug: other-letter' });
  await registerPartner(world, 'valley-radio');
  await registerPartner(world, 'choir');
  await registerPartner(world, 'elsewhere', { letters: ['other-letter'] });
});

const get = (path: string, origin?: string) => world.app.request(path, { headers: origin ? { origin } : {} });
const preflight = (path: string, origin: string, method = 'POST') =>
  world.app.request(path, {
    method: 'OPTIONS',
    headers: { origin, 'access-control-request-method': method, 'access-control-request-headers': 'content-type' },
  });
const allowed = ({ headers }: Response) => headers.get('access-control-allow-origin');

const readable = ['/v1/letters/clean-air', '/v1/letters/clean-air/count', '/v1/letters/clean-air/signatures'];

describe.each(readable)('reading %s', (path) => {
  it('is allowed to our own pages, to programs, and to the sites of the letter’s partners', async () => {
    for (const origin of [undefined, publicUrl]) {
      const answer = await get(path, origin);
      expect(answer.status).toBe(200);
      expect(allowed(answer)).toBeNull();
      expect(answer.headers.get('vary')).toContain('Origin');
    }
    for (const origin of [radio, choir]) {
      const answer = await get(path, origin);
      expect(answer.status).toBe(200);
      expect(allowed(answer)).toBe(origin);
      expect(answer.headers.get('vary')).toContain('Origin');
      expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
    }
  });

  it.each([
    stranger,
    'https://elsewhere.example',
    'null',
    `${radio}:8443`,
    `${radio}.evil.example`,
    'http://valley-radio.example',
  ])('is refused to %s, which is told what to do', async (origin) => {
    const answer = await get(path, origin);
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({
      type: 'urn:problem-type:undersigned:origin-not-registered',
      detail: expect.stringMatching(register),
    });
    // The page itself can read the problem, and nothing else.
    expect(allowed(answer)).toBe('*');
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('is refused for an unknown partner, or for another one from its site', async () => {
    expect(await (await get(`${path}?partner=nobody`, radio)).json()).toMatchObject({
      type: 'urn:problem-type:undersigned:partner-unknown',
      detail: expect.stringMatching(register),
    });
    expect((await get(`${path}?partner=choir`, radio)).status).toBe(403);
    expect((await get(`${path}?partner=valley-radio`, radio)).status).toBe(200);
    expect((await get(`${path}?partner=elsewhere`)).status).toBe(422);
  });
});

it('reports a letter that does not exist to any site', async () => {
  const answer = await get('/v1/letters/no-such-letter', stranger);
  expect(answer.status).toBe(404);
  expect(allowed(answer)).toBe('*');
});

it('a challenge belongs to no letter, and any site may have one', async () => {
  const answer = await get('/v1/challenge', stranger);
  expect(answer.status).toBe(200);
  expect(allowed(answer)).toBe('*');
});

describe('a preflight', () => {
  const path = '/v1/letters/clean-air/signatures';

  it('is answered for a registered site', async () => {
    const answer = await preflight(path, radio);
    expect(answer.status).toBe(204);
    expect(allowed(answer)).toBe(radio);
    expect(answer.headers.get('access-control-allow-methods')).toContain('POST');
    expect(answer.headers.get('access-control-allow-headers')).toBe('content-type, idempotency-key');
    expect(Number(answer.headers.get('access-control-max-age'))).toBeGreaterThan(0);
    expect(answer.headers.get('vary')).toContain('Origin');
  });

  it('allows nothing to others', async () => {
    for (const answer of [await preflight(path, stranger), await preflight('/v1/letters/no-such-letter', radio)]) {
      expect(answer.ok).toBe(false);
      expect(allowed(answer)).toBeNull();
    }
    expect((await preflight('/clean-air', radio)).status).toBe(405);
  });
});

describe('submitting as JSON', () => {
  const submit = (origin: string | undefined, change: Record<string, unknown> = {}) => {
    // Records are distinguished by their time.
    world.clock.now += 1_000;
    return world.submit('clean-air', endorsement(1, change), origin ? { origin } : {});
  };

  it('is accepted from the partner’s site', async () => {
    const source = { page: `${radio}/sign?member=7#form`, utm: { source: 'newsletter' } };
    const answer = await submit(radio, { partner: 'valley-radio', source });
    expect(answer.status).toBe(202);
    expect(allowed(answer)).toBe(radio);
    expect((await recordsOf(world.store)).at(-1)).toMatchObject({
      partner: 'valley-radio',
      source: { page: `${radio}/sign`, utm: { source: 'newsletter' } },
    });
  });

  it('stores no page of another site', async () => {
    await submit(radio, { partner: 'valley-radio', source: { page: `${stranger}/p`, utm: { source: 'x' } } });
    expect((await recordsOf(world.store)).at(-1)?.source).toEqual({ utm: { source: 'x' } });
  });

  it.each([
    ['a site that is not registered', stranger, {}, 'origin-not-registered'],
    ['a site without an origin', 'null', {}, 'origin-not-registered'],
    ['the site of another partner', choir, { partner: 'valley-radio' }, 'origin-not-registered'],
    ['an unknown partner', undefined, { partner: 'nobody' }, 'partner-unknown'],
    ['a partner of another letter', undefined, { partner: 'elsewhere' }, 'partner-unknown'],
    ['a name that objects have', undefined, { partner: 'constructor' }, 'partner-unknown'],
  ])('from %s is refused, and nothing is stored', async (_, origin, change, type) => {
    const before = (await recordsOf(world.store)).length;
    const answer = await submit(origin, change);
    expect(await answer.json()).toMatchObject({
      type: `urn:problem-type:undersigned:${type}`,
      detail: expect.stringMatching(register),
    });
    if (origin) expect(allowed(answer)).toMatch(/^\*$|^https:\/\/choir\.example$/);
    expect(await recordsOf(world.store)).toHaveLength(before);
  });

  it('costs no further call, even on a fresh instance', async () => {
    world.clock.now += 60_000;
    const calls = recordCalls(world.store);
    await submit(undefined, {});
    const without = calls.splice(0).map(({ operation }) => operation);
    world.clock.now += 60_000;
    await submit(radio, { partner: 'valley-radio' });
    expect(calls.map(({ operation }) => operation)).toEqual(without);
  });
});

describe('a change of partners', () => {
  it('takes effect within a minute, and survives a change of the letter', async () => {
    await registerPartner(world, 'short-lived');
    await openTestLetter(world.store, { 'from the shore': 'from land' });
    world.clock.now += 60_000;
    expect((await get(readable[0] ?? '', 'https://short-lived.example')).status).toBe(200);
    const removed = await removePartner(
      world.store,
      partnerId.parse('short-lived'),
      { origins: [], letters: [] },
      new Date(world.clock.now),
    );
    expect(removed.ok).toBe(true);
    world.clock.now += 60_000;
    expect((await get(readable[0] ?? '', 'https://short-lived.example')).status).toBe(403);
    expect((await get(readable[0] ?? '', radio)).status).toBe(200);
  });

  it('is not lost when somebody closes the letter meanwhile', async () => {
    await setState(world.store, letterSlug.parse('other-letter'), 'closed', new Date(world.clock.now));
    world.clock.now += 60_000;
    expect((await get('/v1/letters/other-letter', 'https://elsewhere.example')).status).toBe(200);
  });
});
