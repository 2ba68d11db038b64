import { beforeEach, describe, expect, it } from 'vitest';
import { readOverdue } from '../../shared/mail/outbox.ts';
import { sweepDelay } from '../../shared/mail/sweep-time.ts';
import { dueShards } from '../../shared/platform/store/keys.ts';
import { runTask } from '../fixtures/functions.ts';
import { housekeepingContextOf } from '../fixtures/housekeeping-context.ts';
import { recordsOf } from '../fixtures/records.ts';
import { freshStore } from '../fixtures/store.ts';
import { endorsement, makeWorld, openTestLetter, tokenIn, type World } from '../fixtures/world.ts';

const hour = 3600 * 1000;
let world: World;
beforeEach(async () => {
  world = makeWorld(await freshStore());
  await openTestLetter(world.store);
  await world.submit('clean-air', endorsement(1));
});

const record = async () => (await recordsOf(world.store))[0];
const confirm = () => world.confirm(tokenIn(world.mails[0] ?? expect.fail('no mail')));

/** Results of the sweep on the deployed schedule. */
const sweep = () => runTask(housekeepingContextOf(world), { task: 'sweep', olderThanSeconds: sweepDelay / 1000 });
async function overdue(): Promise<string[]> {
  const before = new Date(world.clock.now - sweepDelay);
  const shards = Array.from({ length: dueShards }, (_, shard) => readOverdue(world.store, shard, before));
  return (await Promise.all(shards)).flat().map(({ due }) => due);
}

describe("a signature's place in the index of due mails", () => {
  it('stays the same from the submission to the receipt, and is then given up', async () => {
    const place = (await record())?.lookAt;
    expect(place).toBe(new Date(world.clock.now + sweepDelay).toISOString());
    await world.sendMails();
    expect(await record()).toMatchObject({ due: 'reminder', lookAt: place });
    world.clock.now += 60_000;
    await confirm();
    expect(await record()).toMatchObject({ due: 'receipt', lookAt: place });
    await world.sendMails();
    expect(await record()).not.toHaveProperty('lookAt');
    expect(await record()).not.toHaveProperty('due');
  });

  it('moves to the time of the reminder at the next sweep, and back when another mail is due', async () => {
    await world.sendMails();
    const { submittedAt = '', dueAt } = (await record()) ?? {};
    world.clock.now += sweepDelay;
    await sweep();
    expect(await record()).toMatchObject({ due: 'reminder', lookAt: dueAt });
    expect(dueAt).toBe(new Date(Date.parse(submittedAt) + 48 * hour).toISOString());
    world.clock.now += hour;
    await confirm();
    expect(await record()).toMatchObject({
      due: 'receipt',
      lookAt: new Date(world.clock.now + sweepDelay).toISOString(),
    });
  });

  it.each([
    ['first mail', 'confirmation', async () => {}],
    [
      'receipt',
      'receipt',
      async () => {
        await world.sendMails();
        world.clock.now += 5 * 60_000;
        await confirm();
      },
    ],
    [
      'reminder',
      'reminder',
      async () => {
        await world.sendMails();
        world.clock.now += sweepDelay;
        await sweep();
        world.clock.now += 48 * hour - sweepDelay;
      },
    ],
  ])('shows a %s that nobody sent, ten minutes after it was due', async (_, mail, lose) => {
    await lose();
    world.clock.now += sweepDelay - 1;
    expect(await overdue()).toEqual([]);
    world.clock.now += 1;
    expect(await overdue()).toEqual([mail]);
  });
});
