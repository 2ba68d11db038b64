import { Hono } from 'hono';
import { beforeEach, describe, expect, it } from 'vitest';
import { clientOf } from '../../functions/public-api/client.ts';
import { serveHttp } from '../../infra/local/http.ts';
import { freePort } from '../../infra/local/ports.ts';
import { countUse } from '../../shared/screening/network-use.ts';
import { inLambda, inNode, noon, sendForm, sendJson, solvedProof } from '../fixtures/proof.ts';
import { itemsOf, recordsOf } from '../fixtures/records.ts';
import { anotherClient, freshStore } from '../fixtures/store.ts';
import { endorsement, keys, makeWorld, openTestLetter, type World } from '../fixtures/world.ts';

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
  it('sends ten in ten minutes without a proof; what is more is held with the same answer', async () => {
    for (let number = 0; number < without + 3; number += 1) await sendFrom(inLambda('203.0.113.5'));
    expect(await overCap()).toBe(3);
    await world.sendMails();
    expect(world.mails).toHaveLength(without);
    expect((await recordsOf(world.store)).slice(-3)).toMatchObject(
      Array.from({ length: 3 }, () => ({ heldBecause: 'network-cap', due: 'expiry' })),
    );
    world.clock.now += 10 * 60 * 1000;
    await sendFrom(inLambda('203.0.113.5'));
    expect(await overCap()).toBe(3);
  });

  it('sends forty in a day without a proof', async () => {
    for (let batch = 0; batch < 5; batch += 1) {
      for (let number = 0; number < without; number += 1) await sendFrom(inLambda('203.0.113.5'));
      world.clock.now += 10 * 60 * 1000;
    }
    expect(await overCap()).toBe(without);
    world.clock.now += 12 * 3600 * 1000;
    await sendFrom(inLambda('203.0.113.5'));
    expect(await overCap()).toBe(without);
  });

  it('sends more with a proof each, which those without one do not use up', async () => {
    const proofs = await Promise.all([1, 2, 3].map(() => solvedProof(world)));
    world.clock.now += 5_000;
    const now = new Date(world.clock.now);
    for (let number = 1; number < withProof; number += 1) {
      await countUse(world.store, keys, '203.0.113.5', { hasProof: true, now });
    }
    for (let number = 0; number < without; number += 1) await sendFrom(inLambda('203.0.113.5'));
    for (const proof of proofs) await sendFrom(inLambda('203.0.113.5'), {}, proof);
    expect(await overCap()).toBe(2);
  });

  it('gets the tighter cap for a proof that was used, on another instance too, with an Idempotency-Key or without', async () => {
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

  it('gets the tighter cap for a proof that has expired', async () => {
    const proof = await solvedProof(world);
    world.clock.now += 20 * 60 * 1000;
    for (let number = 0; number < without; number += 1) await sendFrom(inLambda('203.0.113.5'));
    await sendFrom(inLambda('203.0.113.5'), {}, proof);
    expect(await overCap()).toBe(1);
  });

  it('is capped on the plain form as well', async () => {
    for (let number = 0; number < without + 2; number += 1) {
      const answer = await sendForm(world, endorsement(number), { env: inLambda('203.0.113.5') });
      expect(answer.status).toBe(303);
    }
    expect(await overCap()).toBe(2);
  });

  it('of IPv6 is the first 64 bits, of IPv4 the whole address, however it is written', async () => {
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

  it('is kept as nothing but a keyed hash that is another one tomorrow, and gone with the day', async () => {
    await sendFrom(inLambda('203.0.113.5'));
    world.clock.now += 24 * 3600 * 1000;
    await sendFrom(inLambda('203.0.113.5'));
    const items = await itemsOf(world.store);
    const rows = items.filter(({ sk }) => sk === 'NETWORK');
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(items)).not.toContain('203.0.113');
    for (const { ttl } of rows) expect(Number(ttl) * 1000 - world.clock.now).toBeLessThanOrEqual(24 * 3600 * 1000);
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

  it('that is loopback is exempt on one machine, and only by the connection', async () => {
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

  it('is that of the connection in the server of the local stack', async () => {
    const server = new Hono().get('/', (c) => c.json(clientOf(c, {})));
    const port = await freePort();
    const { stop } = await serveHttp(server.fetch, port);
    const answer = await fetch(`http://127.0.0.1:${port}/`, { headers: { 'x-forwarded-for': '203.0.113.5' } });
    expect(await answer.json()).toEqual({ address: '127.0.0.1', local: true });
    await stop();
  });

  it('that nobody tells is one network of its own', async () => {
    for (let number = 0; number < without + 1; number += 1) await sendFrom({ requestContext: {} });
    expect(await overCap()).toBe(1);
  });
});
