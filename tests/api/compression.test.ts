/** The functions compress answers that the edge does not, without revealing anything by their length. */
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { handle } from 'hono/aws-lambda';
import { beforeAll, describe, expect, test } from 'vitest';
import { eventOf } from '../fixtures/lambda-event.ts';
import { type Browser, signIn } from '../fixtures/members.ts';
import { organisationFrom, sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { makeWorld, openTestLetter, type World } from '../fixtures/world.ts';

const site = 'https://sign.example.org';
const accepts = { 'accept-encoding': 'gzip, deflate, br, zstd' };
let world: World;
let owner: Browser;
let manage: string;
beforeAll(async () => {
  world = makeWorld(await freshStore());
  await openTestLetter(world.store);
  manage = `/manage/${(await sign(world, organisationFrom('harbour.example', 'chair@harbour.example'))).token}`;
  owner = await signIn(world);
});

/** @returns the function's answer to Lambda, and its unpacked text */
async function ask(app: World['app'], path: string, headers: Record<string, string> = {}) {
  const request = new Request(site + path, { headers: { accept: 'text/html', ...headers } });
  const answer = await handle(app)(await eventOf(request));
  const sent = Buffer.from(answer.body, answer.isBase64Encoded ? 'base64' : 'utf8');
  const encoding = answer.headers?.['content-encoding'];
  const unpack = { gzip: gunzipSync, br: brotliDecompressSync }[String(encoding)] ?? ((bytes: Buffer) => bytes);
  return { encoding, sent: sent.length, text: unpack(sent).toString(), headers: answer.headers };
}

describe('an answer that the edge never caches', () => {
  test.each([
    ['/confirm'],
    ['/docs'],
    ['/openapi.json'],
    ['/clean-air/form'],
    ['/clean-air/privacy'],
    ['the page of an owner'],
  ])('is compressed: %s', async (path) => {
    const at = path.startsWith('/') ? path : manage;
    const plain = await ask(world.app, at);
    const packed = await ask(world.app, at, accepts);
    expect(plain.encoding).toBeUndefined();
    expect(packed.encoding).toBe('gzip');
    expect(packed.headers?.['vary']).toMatch(/accept-encoding/i);
    expect(packed.text.length).toBe(plain.text.length);
    expect(packed.sent).toBeLessThan(plain.sent / 2);
  });

  test('stays uncompressed for clients that do not accept gzip', async () => {
    for (const accepted of ['br', 'identity', 'gzip;q=0']) {
      expect((await ask(world.app, '/docs', { 'accept-encoding': accepted })).encoding, accepted).toBeUndefined();
    }
  });
});

test('an answer that the edge caches is left to the edge', async () => {
  for (const path of ['/clean-air', '/clean-air/signatories', '/v1/letters/clean-air/count']) {
    expect((await ask(world.app, path, accepts)).encoding, path).toBeUndefined();
  }
});

describe('a page for a member', () => {
  const page = (path: string, headers: Record<string, string> = {}) =>
    ask(world.secretariat.app, path, { ...accepts, cookie: owner.jar.cookie, ...headers });

  test.each(['same-origin', 'none'])('is compressed when our own page or the member requests it: %s', async (from) => {
    const { encoding, sent, text } = await page('/console/letters/clean-air', { 'sec-fetch-site': from });
    expect(encoding).toBe('gzip');
    expect(text).toContain('_csrf');
    expect(sent).toBeLessThan(text.length / 2);
  });

  test.each([['cross-site'], ['same-site'], [undefined]])(
    'is not compressed when another site may have requested it: %s',
    async (from) => {
      const headers: Record<string, string> = from === undefined ? {} : { 'sec-fetch-site': from };
      const length = async (guess: string) => {
        const { encoding, sent, text } = await page(`/console/letters/clean-air/signatures?q=${guess}`, headers);
        expect(encoding).toBeUndefined();
        expect(text).toContain(guess);
        return sent;
      };
      // With compression, the guess that repeats the beginning of the token would give the shorter page.
      const token = await owner.csrf();
      expect(await length(token.slice(0, 12))).toBe(await length('zzzzzzzzzzzz'));
    },
  );

  test('is compressed when nobody is signed in', async () => {
    expect((await ask(world.secretariat.app, '/console/sign-in', accepts)).encoding).toBe('gzip');
  });
});

test.each([
  ['csv', 'gzip'],
  ['json', 'gzip'],
  ['xlsx', undefined],
])('an export as %s is compressed as it streams unless it is already a packed file', async (format, encoding) => {
  const answer = await owner.request('/console/letters/clean-air/export', {
    method: 'POST',
    headers: { ...accepts, 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({ _csrf: await owner.csrf(), format, groups: 'published' }),
  });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-encoding') ?? undefined).toBe(encoding);
  expect(answer.headers.has('content-length')).toBe(false);
  const bytes = Buffer.from(await answer.arrayBuffer());
  if (encoding) expect(gunzipSync(bytes).toString()).toContain('Harbour Friends');
});
