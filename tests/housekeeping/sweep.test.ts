import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { dueShardName, dueShards } from '../../shared/platform/store/keys.ts';
import { runTask } from '../fixtures/functions.ts';
import { housekeepingContextOf, takingQueues } from '../fixtures/housekeeping-context.ts';
import { itemsOf, recordsOf } from '../fixtures/records.ts';
import { ask, sign } from '../fixtures/signing.ts';
import { anotherClient, freshStore, recordCalls } from '../fixtures/store.ts';
import { endorsement, makeWorld, openTestLetter, tokenIn, type World } from '../fixtures/world.ts';

const hour = 3600 * 1000;
const day = 24 * hour;
let world: World;
beforeEach(async () => {
  world = makeWorld(await freshStore());
  await openTestLetter(world.store);
});

const confirmations = () => world.mails.filter(({ text }) => text.includes('/confirm/'));
const sweep = (store = world.store) =>
  runTask(housekeepingContextOf(world, store), { task: 'sweep', olderThanSeconds: 0 });

describe('an unconfirmed signature', () => {
  it('gets one reminder after 48 hours, and is deleted after 30 days', async () => {
    await world.submit('clean-air', endorsement(1));
    await world.sendMails();
    world.clock.now += 48 * hour - 1_000;
    await world.sendMails();
    expect(confirmations()).toHaveLength(1);
    world.clock.now += 2_000;
    await Promise.all([world.sendMails(), world.sendMails()]);
    expect(confirmations()).toHaveLength(2);
    for (let days = 3; days < 30; days += 1) {
      world.clock.now += day - 60_000;
      await world.sendMails();
    }
    expect(confirmations()).toHaveLength(2);
    expect(await recordsOf(world.store)).toHaveLength(1);
    world.clock.now += 2 * day;
    await Promise.all([sweep(), sweep(anotherClient(world.store))]);
    expect(await recordsOf(world.store)).toHaveLength(0);
    expect(JSON.stringify(await itemsOf(world.store))).not.toMatch(/Person 1|person1@/);
  });

  it('gets no reminder and does not expire once it is confirmed', async () => {
    await world.submit('clean-air', endorsement(1));
    await world.sendMails();
    await world.confirm(tokenIn(world.mails[0] ?? expect.fail('no mail')));
    await world.sendMails();
    world.clock.now += 40 * day;
    await world.sendMails();
    await sweep();
    expect(confirmations()).toHaveLength(1);
    expect(await world.json('/v1/letters/clean-air/count')).toMatchObject({ total: 1 });
  });
});

it('leaves the rest to the next run when no time is left', async () => {
  for (const number of [1, 2, 3]) await world.submit('clean-air', endorsement(number));
  await world.sendMails();
  world.clock.now += 3 * day;
  await world.sendMails();
  world.clock.now += 28 * day;
  let left = 1;
  const context = { ...housekeepingContextOf(world), hasTime: () => left-- > 0 };
  await runTask(context, { task: 'sweep', olderThanSeconds: 0 });
  expect(await recordsOf(world.store)).toHaveLength(2);
  await sweep();
  expect(await recordsOf(world.store)).toHaveLength(0);
});

describe('a withdrawn signature', () => {
  it('is forgotten 30 days after its owner was told', async () => {
    const gone = await sign(world, endorsement(1));
    await sign(world, endorsement(2));
    await ask(world, gone, { action: 'withdraw' });
    await world.sendMails();
    world.clock.now += 29 * day;
    await sweep();
    expect(await recordsOf(world.store)).toHaveLength(2);
    world.clock.now += 2 * day;
    await Promise.all([sweep(), sweep(anotherClient(world.store))]);
    await sweep();
    const kept = JSON.stringify(await itemsOf(world.store));
    expect(kept).not.toMatch(/Person 1|person1@|Organisation 1/);
    expect(kept).toContain('Person 2');
    expect(await world.json('/v1/letters/clean-air/count')).toMatchObject({ total: 1 });
  });
});

describe('a run that looks at a part of what is due', () => {
  const minute = 60_000;
  const part = { task: 'sweep', olderThanSeconds: 0, shards: 4 } as const;
  /** @returns the shards that the runs of some minutes asked for, one list for each */
  async function asked(minutes: number): Promise<string[][]> {
    const all: string[][] = [];
    for (let run = 0; run < minutes; run += 1) {
      const store = anotherClient(world.store);
      const calls = recordCalls(store);
      await runTask({ ...housekeepingContextOf(world, store), queues: takingQueues() }, part);
      all.push(
        calls.flatMap(({ input }) => dueQuery.safeParse(input).data?.ExpressionAttributeValues[':partition'] ?? []),
      );
      world.clock.now += minute;
    }
    return all;
  }
  const dueQuery = z.object({
    IndexName: z.literal('due'),
    ExpressionAttributeValues: z.object({ ':partition': z.string() }),
  });
  const names = Array.from({ length: dueShards }, (_, shard) => dueShardName(shard));

  it('looks at four shards, and at all within eight minutes', async () => {
    const runs = await asked(8);
    expect(runs.map((one) => one.length)).toEqual(Array(8).fill(4));
    expect(runs.flat().toSorted()).toEqual(names);
  });

  it('reads no row when nothing is due', async () => {
    const store = anotherClient(world.store);
    const calls = recordCalls(store);
    await runTask(housekeepingContextOf(world, store), part);
    expect(calls.filter(({ operation }) => operation !== 'Query')).toEqual([]);
  });

  it('looks for bulk changes, updates, imports, documents and uploads with one cheap read of each partition', async () => {
    const store = anotherClient(world.store);
    const calls = recordCalls(store);
    await runTask(housekeepingContextOf(world, store), part);
    await runTask(housekeepingContextOf(world, store), { task: 'bulk' });
    const looks = calls.filter(({ input }) => !dueQuery.safeParse(input).success);
    expect(looks.map(({ operation }) => operation)).toEqual(Array(4).fill('Query'));
    // Strongly consistent reads cost twice as much.
    expect(calls.map(({ input }) => input)).not.toContainEqual(expect.objectContaining({ ConsistentRead: true }));
  });

  it('looks at all shards as soon as it finds something, and queues all of it', async () => {
    for (let number = 1; number <= 8; number += 1) await world.submit('clean-air', endorsement(number));
    world.clock.now += 11 * minute;
    const due = (await recordsOf(world.store)).filter((record) => record.due === 'confirmation');
    const before = due.map(({ sweeps = 0 }) => sweeps);
    expect(before).toEqual(Array(8).fill(0));
    const runs = await asked(8);
    expect(runs.filter((one) => one.length === dueShards).length).toBeGreaterThan(0);
    const after = (await recordsOf(world.store)).map(({ sweeps = 0 }) => sweeps);
    expect(after.every((sweeps) => sweeps > 0)).toBe(true);
    // Found together, not each when its own turn came.
    const first = runs.findIndex((one) => one.length === dueShards);
    expect(runs[first]?.toSorted()).toEqual(names);
  });
});
