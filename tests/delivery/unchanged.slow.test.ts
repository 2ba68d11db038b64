/** No call of the secretariat's API, and no press of a button, changes a list that is frozen; only an erasure does. */
import { expect, it } from 'vitest';
import * as z from 'zod';
import { everything } from '../../shared/ids.ts';
import { permissions } from '../../shared/member/role.ts';
import { wholeBodies } from '../console/bodies.ts';
import { bodyFor, fill, keyFor, letter, setScene } from '../console/route-fixtures.ts';
import { freshBucket } from '../fixtures/bucket.ts';
import { again, deliverNow, namesOf } from '../fixtures/deliveries.ts';
import { signIn } from '../fixtures/members.ts';
import { sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { endorsement, makeWorld } from '../fixtures/world.ts';

it('stays as it was, whatever is called', async () => {
  const world = makeWorld(await freshStore());
  const made = await setScene(world);
  await sign(world, endorsement(3));
  const delivery = await deliverNow(world, await freshBucket(), 'interim');
  const scene = { ...made, delivery: delivery.id, readyDelivery: delivery };
  const before = { frozen: delivery.frozen, names: await namesOf(world, delivery) };
  expect(before.names).toHaveLength(2);
  const key = await keyFor(scene, permissions, everything);
  const browser = await signIn(world);
  let done = 0;
  let attacks = 0;

  for (const { kind, method, path } of world.secretariat.routes) {
    // The reset of the fixture writes the row as it was; what is looked at here are the calls.
    const address = await fill(path, scene);
    const fields = { ...(await bodyFor(path, scene)), frozen: JSON.stringify({ number: 1 }), hash: '0'.repeat(64) };
    if (kind === 'page') {
      if (method !== 'post' || /sign-out|\/me\//.test(path)) continue;
      await browser.send(address, { ...fields, sure: 'yes' });
    } else if (method !== 'get') {
      const body = wholeBodies[`${method} ${path.replace(/:(\w+)/g, '{$1}')}`]?.() ?? (await bodyFor(path, scene));
      for (const sent of [{ ...z.looseObject({}).parse(body), frozen: {}, hash: '0'.repeat(64) }, body]) {
        const answer = await world.secretariat.app.request(address, {
          method: method.toUpperCase(),
          headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
          body: JSON.stringify(sent),
        });
        if (answer.status < 300) done += 1;
        if (answer.status === 422) attacks += 1;
      }
    }
    const now = await again(world, delivery);
    expect([method, path, now.frozen]).toEqual([method, path, before.frozen]);
    const names = await namesOf(world, delivery);
    expect([method, path, names.map(({ id, commitment }) => [id, commitment])]).toEqual([
      method,
      path,
      before.names.map(({ id, commitment }) => [id, commitment]),
    ]);
    for (const [place, { salt, listed, rank }] of names.entries()) {
      const was = before.names[place];
      // An erasure takes both, and nothing puts them back.
      if (salt === undefined) expect([listed, rank]).toEqual([undefined, undefined]);
      else expect([path, salt, listed]).toEqual([path, was?.salt, was?.listed]);
    }
  }
  expect(done).toBeGreaterThan(25);
  expect(attacks).toBeGreaterThan(15);
  expect(letter).toBe(delivery.letter);
}, 300_000);
