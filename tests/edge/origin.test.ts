import { beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../fixtures/functions.ts';
import { inLambda } from '../fixtures/proof.ts';
import { recordsOf } from '../fixtures/records.ts';
import { freshStore } from '../fixtures/store.ts';
import { endorsement, makeWorld, openTestLetter, type World } from '../fixtures/world.ts';

const [first, second] = ['a'.repeat(64), 'b'.repeat(64)];
const count = '/v1/letters/clean-air/count';

let world: World;
let secrets: readonly string[];
let ask: (path: string, headers?: Record<string, string>, init?: RequestInit) => Promise<Response>;

beforeAll(async () => {
  world = makeWorld(await freshStore());
  await openTestLetter(world.store);
  const app = createApp({ ...world.api, edge: async () => secrets });
  // Lambda sees the edge's address.
  ask = async (path, headers = {}, init = {}) => app.request(path, { ...init, headers }, inLambda('198.51.100.7'));
});

describe('behind the edge', () => {
  it.each([
    ['no secret', {}],
    ['another secret', { 'x-undersigned-edge': 'c'.repeat(64) }],
    ['an empty secret', { 'x-undersigned-edge': '' }],
    ['the beginning of the secret', { 'x-undersigned-edge': first.slice(0, 63) }],
    ['both in one', { 'x-undersigned-edge': `${first}, ${second}` }],
  ])('%s gets no access, and the answer says where to go', async (_, headers) => {
    secrets = [first];
    for (const path of [count, '/clean-air', '/health', '/confirm/x', '/nothing']) {
      const answer = await ask(path, headers);
      expect(answer.status).toBe(403);
      expect(await answer.json()).toMatchObject({ type: 'urn:problem-type:undersigned:not-through-edge' });
    }
  });

  it('both values are accepted during a rotation, and the old one no longer afterwards', async () => {
    const status = async (secret: string) => (await ask(count, { 'x-undersigned-edge': secret })).status;
    secrets = [first, second];
    expect([await status(first), await status(second)]).toEqual([200, 200]);
    secrets = [second];
    expect([await status(first), await status(second)]).toEqual([403, 200]);
  });

  it('a network is that of the viewer whom the edge names', async () => {
    secrets = [first];
    const submit = (number: number, viewer: string) =>
      ask(
        '/v1/letters/clean-air/signatures',
        {
          'content-type': 'application/json',
          'x-undersigned-edge': first,
          'x-undersigned-viewer': viewer,
          'x-forwarded-for': `10.0.0.${number}`,
        },
        { method: 'POST', body: JSON.stringify(endorsement(number)) },
      );
    for (let number = 0; number < 12; number += 1) await submit(number, number < 11 ? '203.0.113.5' : '203.0.113.6');
    const flags = (await recordsOf(world.store)).map(({ screening }) => screening);
    expect(flags).toHaveLength(12);
    expect(flags.filter((flag) => flag?.includes('c'))).toHaveLength(1);
  });
});
