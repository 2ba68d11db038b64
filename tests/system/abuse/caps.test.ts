/** The cap of a network that sends forms without a proof of work: `caps.slow.test.ts` has every kind of network. */
import { beforeEach, describe, expect, it } from 'vitest';
import { inLambda, noon, sendJson } from '../../fixtures/proof.ts';
import { itemsOf, recordsOf } from '../../fixtures/records.ts';
import { freshStore } from '../../fixtures/store.ts';
import { endorsement, makeWorld, openTestLetter, type World } from '../../fixtures/world.ts';

let world: World;
let sent = 0;
beforeEach(async () => {
  world = makeWorld(await freshStore(), { now: noon });
  await openTestLetter(world.store);
});

const sendFrom = async (env: object) => {
  world.clock.now += 1;
  sent += 1;
  expect((await sendJson(world, endorsement(sent), { env })).status).toBe(202);
};

/** @returns how many of the submissions are over a cap */
async function overCap(): Promise<number> {
  return (await recordsOf(world.store)).filter(({ screening }) => screening?.includes('c')).length;
}

const without = 10;

describe('a network', () => {
  it('may send ten in ten minutes without a proof; further ones are held with the same answer', async () => {
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

  it('is only stored as a keyed hash that changes daily and is deleted with the day', async () => {
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
