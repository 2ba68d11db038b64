/** The document function is killed after any of its steps: the next run ends with the same list and the same files. */
import { beforeEach, expect, it } from 'vitest';
import { leaseLasts } from '../../functions/document/run.ts';
import { commandLine } from '../../shared/audit/audit.ts';
import { hashOfState } from '../../shared/delivery/commitment.ts';
import type { Delivery } from '../../shared/delivery/delivery.ts';
import { listDueDocuments } from '../../shared/delivery/due.ts';
import { retryDelivery } from '../../shared/delivery/start.ts';
import { type Bucket, listKeys } from '../../shared/platform/bucket/bucket.ts';
import { freshBucket } from '../fixtures/bucket.ts';
import { again, namesOf, start, work } from '../fixtures/deliveries.ts';
import { sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { endorsement, makeWorld, openTestLetter, type World } from '../fixtures/world.ts';

let world: World;
let bucket: Bucket;
/** Number of calls that the process still makes before it is killed. */
let callsLeft: number;

beforeEach(async () => {
  world = makeWorld(await freshStore(), { now: Date.UTC(2026, 4, 1) });
  bucket = await freshBucket();
  callsLeft = Number.POSITIVE_INFINITY;
  await openTestLetter(world.store);
  await sign(world, endorsement(1));
  await sign(world, endorsement(2));
  const first = { step: 'initialize', priority: 'high' } as const;
  world.store.client.middlewareStack.add((next) => async (args) => next(whileAlive(args)), first);
  bucket.client.middlewareStack.add((next) => async (args) => next(whileAlive(args)), first);
});

/** A dead process makes no call, so that it cannot give its lease back either. */
function whileAlive<Args>(args: Args): Args {
  callsLeft -= 1;
  if (callsLeft < 0) throw new Error('killed');
  return args;
}

/** @returns whether the function was killed after that many calls */
async function workUntilKilled(delivery: Delivery, calls: number): Promise<boolean> {
  callsLeft = calls;
  try {
    await work(world, bucket, delivery);
    return false;
  } catch {
    return true;
  } finally {
    callsLeft = Number.POSITIVE_INFINITY;
  }
}

const filesOf = ({ progress }: Delivery) =>
  progress.state === 'ready' ? progress.files.map(({ file, sha256 }) => [file, sha256]) : [];

/** Kills the function after so many calls, again and again with two more. @returns the first number that was enough for a run */
async function killAfter(first: number, last: number): Promise<number> {
  for (let calls = first; calls <= last; calls += 2) {
    const delivery = await start(world, 'interim');
    const isKilled = await workUntilKilled(delivery, calls);
    const { frozen } = await again(world, delivery);
    world.clock.now += leaseLasts + 1000;
    const after = await work(world, bucket, delivery);
    if (frozen) expect(after.frozen).toEqual(frozen);
    const names = await namesOf(world, delivery);
    expect([calls, after.progress.state, names.length]).toEqual([calls, 'ready', 2]);
    const commitments = names.map(({ commitment }) => commitment);
    expect(after.frozen && hashOfState(after.frozen, commitments)).toBe(after.frozen?.hash);
    expect(new Set(names.map(({ attempt }) => attempt))).toEqual(new Set([after.attempt]));
    const kept = after.progress.state === 'ready' ? after.progress.files.map(({ key }) => key) : [];
    expect((await listKeys(bucket, `deliveries/clean-air/${delivery.id}/`)).toSorted()).toEqual(kept.toSorted());
    expect(await listDueDocuments(world.store)).toEqual([]);

    await retryDelivery(world.store, delivery.letter, delivery.id, { by: commandLine, now: new Date(world.clock.now) });
    expect(filesOf(await work(world, bucket, delivery))).toEqual(filesOf(after));
    if (!isKilled) return calls;
  }
  return Number.POSITIVE_INFINITY;
}

// A letter has at most 25 deliveries, so each case has a table of its own. The last one reaches the end of a run.
it.each([
  [0, 38],
  [40, 78],
  [80, 118],
])(
  'from %i to %i calls',
  async (first, last) => {
    const calls = await killAfter(first, last);
    if (last === 118) expect(calls).toBeLessThan(118);
  },
  200_000,
);
