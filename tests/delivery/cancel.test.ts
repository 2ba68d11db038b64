/** A delivery is cancelled at any time before it is handed over, and whatever was made of it goes. */
import { beforeEach, describe, expect, it } from 'vitest';
import { commandLine } from '../../shared/audit/audit.ts';
import type { Delivery } from '../../shared/delivery/delivery.ts';
import { listDueDocuments } from '../../shared/delivery/due.ts';
import { retryDelivery } from '../../shared/delivery/start.ts';
import { cancelHandover, recordByHand } from '../../shared/handover/hand-over.ts';
import { readHandover } from '../../shared/handover/storage.ts';
import { type Bucket, listKeys } from '../../shared/platform/bucket/bucket.ts';
import { forget } from '../../shared/signature/forget.ts';
import { dataAsPdf, dataThatFails, freshBucket } from '../fixtures/bucket.ts';
import { again, deliverNow, namesOf, start, work } from '../fixtures/deliveries.ts';
import { hushLogs } from '../fixtures/logs.ts';
import { sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { endorsement, keys, makeWorld, openTestLetter, type World } from '../fixtures/world.ts';

let world: World;
let bucket: Bucket;
let signed: Awaited<ReturnType<typeof sign>>;
beforeEach(async () => {
  world = makeWorld(await freshStore());
  bucket = await freshBucket();
  await openTestLetter(world.store);
  signed = await sign(world, endorsement(1));
});

const now = () => new Date(world.clock.now);

/** Cancels it as somebody does who has just looked at it. */
async function cancel({ id, letter }: Pick<Delivery, 'id' | 'letter'>) {
  const [delivery, handover] = [await again(world, { id }), await readHandover(world.store, letter, id)];
  return cancelHandover({ store: world.store, letter, delivery, handover, by: commandLine, now: now() });
}

const nothingIsLeft = async (delivery: Delivery) => {
  expect(await listKeys(bucket, 'deliveries/')).toEqual([]);
  expect(await listDueDocuments(world.store)).toEqual([]);
  expect(await again(world, delivery)).toMatchObject({
    cancelledAt: now().toISOString(),
    progress: { state: 'stopped' },
  });
};

describe('A delivery that is cancelled', () => {
  it('before its function starts is never frozen, and another final one can be started', async () => {
    const delivery = await start(world, 'final');
    expect(await cancel(delivery)).toEqual({ outcome: 'done' });
    await work(world, bucket, delivery);

    await nothingIsLeft(delivery);
    expect((await again(world, delivery)).frozen).toBeUndefined();
    expect(await namesOf(world, delivery)).toEqual([]);
    expect(await deliverNow(world, bucket, 'final')).toMatchObject({ number: 2, progress: { state: 'ready' } });
  });

  it('while names are written is not frozen, and its names go', async () => {
    const delivery = await start(world, 'final');
    let reached = 0;
    world.store.client.middlewareStack.add((next) => async (args) => {
      if (JSON.stringify(args.input).includes('SET frozen')) {
        reached += 1;
        if (reached === 1) await cancel(delivery);
      }
      return next(args);
    });
    await work(world, bucket, delivery);

    expect(reached).toBe(1);
    expect((await again(world, delivery)).frozen).toBeUndefined();
    expect(await namesOf(world, delivery)).toEqual([]);
    await nothingIsLeft(delivery);
  });

  it('while a file is made keeps no file, and keeps its frozen state as it was', async () => {
    const delivery = await start(world, 'interim');
    let cancelled = 0;
    await work(world, bucket, delivery, {
      typeset: async function* (data) {
        yield* dataAsPdf(data);
        if (cancelled === 0) await cancel(delivery);
        cancelled += 1;
      },
    });
    expect(cancelled).toBe(1);
    await nothingIsLeft(delivery);
    expect((await again(world, delivery)).frozen?.number).toBe(1);
  });

  it('after it failed stays cancelled, whatever is pressed', async () => {
    hushLogs();
    const delivery = await start(world, 'final');
    expect((await work(world, bucket, delivery, { typeset: dataThatFails })).progress.state).toBe('failed');
    expect(await cancel(delivery)).toEqual({ outcome: 'done' });
    expect(await cancel(delivery)).toEqual({ outcome: 'done' });
    await retryDelivery(world.store, delivery.letter, delivery.id, { by: commandLine, now: now() });
    await work(world, bucket, delivery);
    await nothingIsLeft(delivery);
  });

  it('after its files were made loses them when somebody is erased', async () => {
    const delivery = await deliverNow(world, bucket, 'interim');
    await cancel(delivery);
    expect((await listKeys(bucket, 'deliveries/')).length).toBeGreaterThan(0);
    await forget(world.store, keys, signed.id, now());
    await work(world, bucket, delivery);
    await nothingIsLeft(delivery);
  });
});

it('is refused once it was handed over, and lapses when the delivery changes at the same moment', async () => {
  const delivery = await deliverNow(world, bucket, 'interim');
  const handover = await readHandover(world.store, delivery.letter, delivery.id);
  const acting = { store: world.store, letter: delivery.letter, delivery, handover, by: commandLine, now: now() };
  await retryDelivery(world.store, delivery.letter, delivery.id, { by: commandLine, now: now() });
  expect(await cancelHandover(acting)).toEqual({ outcome: 'stale' });
  await recordByHand(acting, { how: 'posted', on: now().toISOString().slice(0, 10) });
  expect(await cancel(delivery)).toMatchObject({ outcome: 'refused' });
});
