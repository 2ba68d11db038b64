/** A delivery whose function was never started, or was killed, is found by the sweep and not tried for ever. */
import { beforeEach, expect, it } from 'vitest';
import { sweepDocuments } from '../../functions/housekeeping/documents.ts';
import type { Delivery } from '../../shared/delivery/delivery.ts';
import { listDueDocuments } from '../../shared/delivery/due.ts';
import type { StartFunction } from '../../shared/delivery/start-function.ts';
import { freshBucket } from '../fixtures/bucket.ts';
import { again, start, work } from '../fixtures/deliveries.ts';
import { hushLogs } from '../fixtures/logs.ts';
import { sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { endorsement, makeWorld, openTestLetter, type World } from '../fixtures/world.ts';

const minute = 60 * 1000;
let world: World;
let delivery: Delivery;
let started: Parameters<StartFunction>[0][];

beforeEach(async () => {
  world = makeWorld(await freshStore());
  await openTestLetter(world.store);
  await sign(world, endorsement(1));
  delivery = await start(world, 'interim');
  started = [];
});

/** Sweeps that many minutes later. @returns the number of functions started */
function sweepAfter(minutes: number, startDocument: StartFunction = async (request) => void started.push(request)) {
  world.clock.now += minutes * minute;
  return sweepDocuments(world.store, startDocument, new Date(world.clock.now));
}

it('is started when its event was lost, and again only when that run must be over', async () => {
  expect(await sweepAfter(1)).toBe(0);
  expect(await sweepAfter(2)).toBe(1);
  expect(started).toEqual([{ letter: 'clean-air', delivery: delivery.id }]);
  expect(await sweepAfter(10)).toBe(0);
  expect(await sweepAfter(7)).toBe(1);
});

it('is left alone once its documents are made', async () => {
  await work(world, await freshBucket(), delivery);
  expect(await sweepAfter(60)).toBe(0);
  expect(await listDueDocuments(world.store)).toEqual([]);
});

it('fails with a reason after five attempts', async () => {
  hushLogs();
  const fails = () => Promise.reject(new Error('no function'));
  for (let attempt = 1; attempt <= 5; attempt += 1) expect(await sweepAfter(20, fails)).toBe(0);
  expect((await again(world, delivery)).progress.state).toBe('freezing');
  await sweepAfter(20);
  expect((await again(world, delivery)).progress).toMatchObject({ state: 'failed', why: 'unavailable' });
  expect(await listDueDocuments(world.store)).toEqual([]);
  expect(started).toEqual([]);
});
