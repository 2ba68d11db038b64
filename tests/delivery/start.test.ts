/** Starting a delivery: when it is possible, and that pressing twice starts one. */
import { beforeEach, describe, expect, it } from 'vitest';
import { commandLine } from '../../shared/audit/audit.ts';
import { type Delivery, type DeliveryKind, documentOptions } from '../../shared/delivery/delivery.ts';
import { listDueDocuments } from '../../shared/delivery/due.ts';
import { startDelivery } from '../../shared/delivery/start.ts';
import { readDeliveries, readDelivery } from '../../shared/delivery/storage.ts';

import { cancelHandover, recordByHand } from '../../shared/handover/hand-over.ts';
import { readHandover } from '../../shared/handover/storage.ts';
import { letterSlug } from '../../shared/ids.ts';
import { readLetter } from '../../shared/letter/storage.ts';
import { setPause } from '../../shared/pause/set-pause.ts';
import { makeReadyDelivery } from '../fixtures/ready-delivery.ts';
import { sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { endorsement, makeWorld, openTestLetter, type World } from '../fixtures/world.ts';

const slug = letterSlug.parse('clean-air');
const clock = { now: Date.UTC(2026, 4, 1) };
let world: World;
beforeEach(async () => {
  world = makeWorld(await freshStore(), clock);
  await openTestLetter(world.store);
});

const start = (kind: DeliveryKind, deliveredOn?: string) =>
  startDelivery(
    world.store,
    slug,
    { kind, by: commandLine, options: documentOptions.parse({}), deliveredOn },
    new Date(clock.now),
  );
const acting = async (delivery: Delivery) => {
  const { store } = world;
  const handover = await readHandover(store, slug, delivery.id);
  return { store, letter: slug, delivery, handover, by: commandLine, now: new Date(clock.now) };
};
const stateOfLetter = async () => (await readLetter(world.store, slug))?.state;

describe('starting a delivery', () => {
  it('is refused as long as nobody has signed', async () => {
    expect(await start('interim')).toEqual({ outcome: 'refused', why: 'Nobody has signed the letter yet.' });
    expect((await readDeliveries(world.store, slug)).number).toBe(0);
  });

  it('leaves the letter open for an interim one, and numbers them', async () => {
    await sign(world, endorsement(1));
    const first = await start('interim');
    if (first.outcome !== 'started') throw new Error(first.outcome);
    expect(first.delivery).toMatchObject({ number: 1, kind: 'interim', progress: { state: 'freezing' } });
    expect(await readDelivery(world.store, slug, first.delivery.id)).toEqual(first.delivery);
    expect(await listDueDocuments(world.store)).toMatchObject([{ letter: slug, delivery: first.delivery.id }]);
    expect(await stateOfLetter()).toBe('open');
  });

  it('closes the letter with a final one, also when it was open, and ends confirmations', async () => {
    await sign(world, endorsement(1));
    expect((await start('final', '2026-04-30')).outcome).toBe('started');
    expect(await readLetter(world.store, slug)).toMatchObject({ state: 'delivered', deliveredOn: '2026-04-30' });
    await expect(sign(world, endorsement(2))).rejects.toThrow('no receipt came');
    expect((await start('interim')).outcome).toBe('refused');
  });

  it('starts one when the button is pressed several times at once, or again', async () => {
    await sign(world, endorsement(1));
    await Promise.all([start('final'), start('final'), start('final')]);
    expect((await start('final')).outcome).toBe('already');
    const { deliveries, number } = await readDeliveries(world.store, slug);
    expect([deliveries.length, number]).toEqual([1, 1]);
  });

  it('starts another final one after a cancellation, once, and the letter stays delivered', async () => {
    await sign(world, endorsement(1));
    const first = await makeReadyDelivery(world);
    expect(await cancelHandover(await acting(first))).toEqual({ outcome: 'done' });

    expect((await start('interim')).outcome).toBe('refused');
    await Promise.all([start('final'), start('final'), start('final')]);

    const again = await start('final');
    expect(again).toMatchObject({ outcome: 'already', delivery: { number: 2, kind: 'final' } });
    expect((await readDeliveries(world.store, slug)).deliveries.map(({ number }) => number)).toEqual([1, 2]);
    expect(await stateOfLetter()).toBe('delivered');
    await expect(sign(world, endorsement(2))).rejects.toThrow('no receipt came');
  });

  it('starts no other final one when the cancellation came too late', async () => {
    await sign(world, endorsement(1));
    const first = await makeReadyDelivery(world);
    await recordByHand(await acting(first), { how: 'posted', on: '2026-05-01' });
    expect((await cancelHandover(await acting(first))).outcome).toBe('refused');
    expect(await start('final')).toMatchObject({ outcome: 'already', delivery: { id: first.id } });
  });

  it('is refused for a day to come, and while the list is paused', async () => {
    await sign(world, endorsement(1));
    expect(await start('final', '2026-06-01')).toEqual({
      outcome: 'refused',
      why: 'The day of delivery has not come yet.',
    });
    await setPause(world.store, { what: 'list', scope: slug, paused: true, by: commandLine }, new Date(clock.now));
    expect((await start('interim')).outcome).toBe('refused');
    expect(await stateOfLetter()).toBe('open');
  });
});
