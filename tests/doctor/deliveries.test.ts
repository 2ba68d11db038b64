/** The doctor counts deliveries that failed or are stuck, and names no letter. */
import { beforeEach, expect, it } from 'vitest';
import { deliveriesOf } from '../../cli/doctor/common.ts';
import { freshBucket } from '../fixtures/bucket.ts';
import { start, work } from '../fixtures/deliveries.ts';
import { sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { endorsement, makeWorld, openTestLetter, type World } from '../fixtures/world.ts';

const clock = { now: Date.UTC(2026, 4, 1) };
let world: World;
beforeEach(async () => {
  clock.now = Date.UTC(2026, 4, 1);
  world = makeWorld(await freshStore(), clock);
  await openTestLetter(world.store);
  await sign(world, endorsement(1));
});
const found = () => deliveriesOf(world.store, new Date(clock.now));

it('a delivery is stuck when its documents are still due after half an hour', async () => {
  await start(world, 'interim');
  expect((await found()).level).toBe('ok');
  clock.now += 31 * 60 * 1000;
  expect(await found()).toMatchObject({ level: 'fail', says: expect.stringMatching(/^0 failed, 1 stuck/) });
  expect(JSON.stringify(await found())).not.toContain('clean-air');
});

it('a failed delivery counts until a later one of the letter', async () => {
  const bucket = await freshBucket();
  const typeset = async function* () {
    yield await Promise.reject(new Error('the typesetter failed'));
  };
  const failed = await work(world, bucket, await start(world, 'interim'), { typeset });
  expect(failed.progress.state).toBe('failed');
  expect(await found()).toMatchObject({ level: 'warn', says: '1 failed' });
  await work(world, bucket, await start(world, 'interim'));
  expect((await found()).level).toBe('ok');
});
