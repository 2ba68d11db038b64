import { Hono } from 'hono';
import { beforeEach, describe, expect, it } from 'vitest';
import { serveHttp } from '../../../infra/local/http.ts';
import { freePort } from '../../../infra/local/ports.ts';
import { clientOf } from '../../../shared/screening/client-address.ts';
import { countUse } from '../../../shared/screening/network-use.ts';
import { inLambda, inNode, noon, sendForm, sendJson, solvedProof } from '../../fixtures/proof.ts';
import { recordsOf } from '../../fixtures/records.ts';
import { anotherClient, freshStore } from '../../fixtures/store.ts';
import { endorsement, keys, makeWorld, openTestLetter, type World } from '../../fixtures/world.ts';

let world: World;
let sent = 0;
beforeEach(async () => {
  world = makeWorld(await freshStore(), { now: noon });
  await openTestLetter(world.store);
});

const sendFrom = async (env: object, headers: Record<string, string> = {}, proof?: string) => {
  world.clock.now += 1;
  sent += 1;
  const answer = await sendJson(world, endorsement(sent, { proof }), { env, headers });
  expect(answer.status).toBe(202);
};

/** @returns how many of the submissions are over a cap */
async function overCap(): Promise<number> {
  return (await recordsOf(world.store)).filter(({ screening }) => screening?.includes('c')).length;
}

const without = 10;
const withProof = 60;

describe('a network', () => {
  it('may send forty a day without a proof', async () => {
    for (let batch = 0; batch < 5; batch += 1) {
      for (let number = 0; number < without; number += 1) await sendFrom(inLambda('203.0.113.5'));
      world.clock.now += 10 * 60 * 1000;
    }
    expect(await overCap()).toBe(without);
    world.clock.now += 12 * 3600 * 1000;
    await sendFrom(inLambda('203.0.113.5'));
    expect(await overCap()).toBe(without);
  });

  it('may send more with a proof each, without using up the cap for those without one', async () => {
    const proofs = await Promise.all([1, 2, 3].map(() => solvedProof(world)));
    world.clock.now += 5_000;
    const now = new Date(world.clock.now);
    const client = { address: '203.0.113.5', local: false };
    for (let number = 1; number < withProof; number += 1) {
      await countUse(world.store, keys, client, { door: 'with-proof', isExempt: false, now });
    }
    for (let number = 0; number < without; number += 1) await sendFrom(inLambda('203.0.113.5'));
    for (const proof of proofs) await sendFrom(inLambda('203.0.113.5'), {}, proof);
    expect(await overCap()).toBe(2);
  });

  it('gets the tighter cap for a used proof, on any instance, with or without an Idempotency-Key', async () => {
    const proof = await solvedProof(world);
    world.clock.now += 5_000;
    const keyed = (number: number): Record<string, string> => (number % 3 ? {} : { 'idempotency-key': `${number}` });
    const instances = [world, makeWorld(anotherClient(world.store), world.clock)];
    for (let number = 0; number < 2 * without; number += 1) {
      const instance = instances[number % 2] ?? world;
      const env = inLambda('203.0.113.5');
      const answer = await sendJson(instance, endorsement(number, { proof }), { env, headers: keyed(number) });
      expect(answer.status).toBe(202);
      world.clock.now += 1;
    }
    expect(await overCap()).toBe(without);
  });

  it('gets the tighter cap for an expired proof', async () => {
    const proof = await solvedProof(world);
    world.clock.now += 20 * 60 * 1000;
    for (let number = 0; number < without; number += 1) await sendFrom(inLambda('203.0.113.5'));
    await sendFrom(inLambda('203.0.113.5'), {}, proof);
    expect(await overCap()).toBe(1);
  });

  it('is told on the plain form when to try again; the input is kept on the page and nothing is stored', async () => {
    const send = (number: number, change = {}) =>
      sendForm(world, endorsement(number, change), { env: inLambda('203.0.113.5') });
    for (let number = 0; number < without; number += 1) expect((await send(number)).status).toBe(303);
    // The answer is the same for every mailbox, and for a bot.
    for (const change of [{}, { homepage: 'https://spam.example' }]) {
      for (const number of [1, 500]) {
        const answer = await send(number, change);
        expect(answer.status).toBe(429);
        expect(answer.headers.get('retry-after')).toBe('600');
        const html = await answer.text();
        expect(html).toContain('Turn on JavaScript');
        expect(html).toMatch(/after \d+ \w+ \d{4}(,| at) 12:10 UTC/);
        expect(html).toContain(`value="person${number}@org-${number}.example"`);
      }
    }
    expect(await recordsOf(world.store)).toHaveLength(without);
    world.clock.now += 10 * 60 * 1000;
    expect((await send(501)).status).toBe(303);
  });

  it('gets the usual answer however far it exceeds its cap, and nothing more is stored', async () => {
    for (let number = 0; number < 4 * without; number += 1) await sendFrom(inLambda('203.0.113.5'));
    expect(await recordsOf(world.store)).toHaveLength(3 * without);
  });

  it('of IPv6 also counts towards its /56 and /48, and one flooding /64 cannot use those up', async () => {
    // One flooding /64 costs its neighbours no more than its own cap.
    for (let number = 0; number < 2 * without; number += 1) await sendFrom(inLambda('2001:db8:1:2::1'));
    expect(await overCap()).toBe(without);
    await sendFrom(inLambda('2001:db8:1:3::1'));
    expect(await overCap()).toBe(without);
    // Each from its own /64: a /56 has 4 times the cap …
    for (let number = 0; number < 35; number += 1)
      await sendFrom(inLambda(`2001:db8:7:${(number + 1).toString(16)}::1`));
    expect(await overCap()).toBe(without);
    for (let number = 35; number < 45; number += 1)
      await sendFrom(inLambda(`2001:db8:7:${(number + 1).toString(16)}::1`));
    expect(await overCap()).toBe(without + 5);
    // … and a /48 has 16 times the cap, here with each request from its own /56.
    for (let number = 0; number < 170; number += 1) {
      world.clock.now = noon + 3 * 3600 * 1000;
      await sendFrom(inLambda(`2001:db8:9:${(number << 8).toString(16)}::1`));
    }
    expect(await overCap()).toBe(without + 5 + 10);
  });

  it('is the first 64 bits for IPv6 and the whole address for IPv4, in any notation', async () => {
    for (let number = 0; number < without; number += 1) {
      await sendFrom(inLambda(`2001:db8:1:2:${number}::${number}`));
      await sendFrom(inLambda(number % 2 ? '203.0.113.5' : '::ffff:203.0.113.5'));
    }
    expect(await overCap()).toBe(0);
    await sendFrom(inLambda('2001:db8:1:3::1'));
    await sendFrom(inLambda('203.0.113.6'));
    expect(await overCap()).toBe(0);
    await sendFrom(inLambda('2001:db8:1:2:ffff:ffff:ffff:ffff'));
    await sendFrom(inLambda('203.0.113.5'));
    expect(await overCap()).toBe(2);
  });
});

describe('the address of a client', () => {
  const forged = [
    'x-forwarded-for',
    'forwarded',
    'cf-connecting-ip',
    'true-client-ip',
    'x-real-ip',
    'x-client-ip',
    'fastly-client-ip',
    'x-cluster-client-ip',
    'x-amzn-source-ip',
    'cloudfront-viewer-address',
  ];

  it.each([
    ['Lambda', inLambda('203.0.113.5')],
    ['the local server', inNode('203.0.113.5')],
  ])('comes from %s; no header changes it', async (_, env) => {
    for (let number = 0; number < without + 4; number += 1) {
      const values = forged.map((name) => [name, name === 'forwarded' ? `for=10.0.0.${number}` : `10.0.0.${number}`]);
      await sendFrom(env, Object.fromEntries(values));
    }
    expect(await overCap()).toBe(4);
  });

  it('is exempt when it is loopback on a single machine, judged only by the connection', async () => {
    for (let number = 0; number < 2 * without; number += 1) {
      await sendFrom(inNode(number % 2 ? '::1' : '::ffff:127.0.0.1'));
    }
    expect(await overCap()).toBe(0);
    for (let number = 0; number < without + 1; number += 1) await sendFrom(inLambda('127.0.0.2'));
    for (let number = 0; number < without + 1; number += 1) {
      await sendFrom(inNode('203.0.113.5'), { 'x-forwarded-for': '127.0.0.1' });
    }
    expect(await overCap()).toBe(2);
  });

  it("is that of the connection in the local stack's server", async () => {
    const server = new Hono().get('/', (c) => c.json(clientOf(c, {})));
    const port = await freePort();
    const { stop } = await serveHttp(server.fetch, port);
    const answer = await fetch(`http://127.0.0.1:${port}/`, { headers: { 'x-forwarded-for': '203.0.113.5' } });
    expect(await answer.json()).toEqual({ address: '127.0.0.1', local: true });
    await stop();
  });

  it('counts as a single network when it is unknown', async () => {
    for (let number = 0; number < without + 1; number += 1) await sendFrom({ requestContext: {} });
    expect(await overCap()).toBe(1);
  });
});
