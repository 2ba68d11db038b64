/** The files that partner sites load, as the server sends them. */
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { bundleFolder } from '../../infra/build/bundle.ts';
import { embedFolder } from '../../infra/build/bundle-embed.ts';
import { pageLanguages } from '../../shared/text/catalogue.ts';
import { freshStore } from '../fixtures/store.ts';
import { makeWorld, type World } from '../fixtures/world.ts';

let world: World;
let integrity: Record<string, string>;
beforeAll(async () => {
  world = makeWorld(await freshStore());
  integrity = z.record(z.string(), z.string()).parse(await world.json('/embed/integrity.json'));
});

const get = (name: string, headers: Record<string, string> = {}) => world.app.request(`/embed/${name}`, { headers });

it('v1.js is fetched again after five minutes, all other files never', async () => {
  expect((await get('v1.js')).headers.get('cache-control')).toBe('public, max-age=300');
  const hashed = Object.keys(integrity).filter((name) => name !== 'v1.js');
  expect(hashed.length).toBeGreaterThan(4 * pageLanguages.length);
  for (const name of hashed) {
    expect((await get(name)).headers.get('cache-control'), name).toBe('public, max-age=31536000, immutable');
  }
});

it('every file may be loaded by any page, isolated ones too, and has its published hash', async () => {
  for (const [name, hash] of Object.entries(integrity)) {
    const response = await get(name);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(response.headers.get('content-type')).toMatch(/^(text\/javascript|application\/json); charset=utf-8$/);
    const content = Buffer.from(await response.arrayBuffer());
    expect(`sha384-${createHash('sha384').update(content).digest('base64')}`).toBe(hash);
  }
  const hashedName = Object.keys(integrity).find((name) => /^v1-/.test(name)) ?? '';
  expect(integrity[hashedName]).toBe(integrity['v1.js']);
});

it('is sent in the smallest encoding that the browser accepts', async () => {
  const plain = Buffer.from(await (await get('v1.js')).arrayBuffer());
  const [br, gzip] = await Promise.all([
    get('v1.js', { 'accept-encoding': 'gzip, deflate, br, zstd' }),
    get('v1.js', { 'accept-encoding': 'gzip' }),
  ]);
  expect([br.headers.get('content-encoding'), gzip.headers.get('content-encoding')]).toEqual(['br', 'gzip']);
  expect(br.headers.get('vary')).toBe('Accept-Encoding');
  expect(brotliDecompressSync(await br.arrayBuffer())).toEqual(plain);
  expect(gunzipSync(await gzip.arrayBuffer())).toEqual(plain);
});

it.each(['nothing.js', 'v1.js.gz', '..%2findex.mjs', '%2e%2e%2findex.mjs', 'form-en-00000000.json', 'v1-AAAAAAAA.js'])(
  '%s does not exist',
  async (name) => {
    expect((await get(name)).status).toBe(404);
  },
);

it('exists beside the function that serves it, too', () => {
  expect(readdirSync(`${bundleFolder('public-api')}/embed`).toSorted()).toEqual(readdirSync(embedFolder).toSorted());
});
