/** A submission held by screening sends no mail, so it costs no message: the relay skips it, and the sweep holds it. */
import { beforeEach, expect, it } from 'vitest';
import { readDays } from '../../shared/count/daily-submissions.ts';
import { letterSlug } from '../../shared/ids.ts';
import { deriveKeys } from '../../shared/platform/token/keys.ts';
import { runTask } from '../fixtures/functions.ts';
import { housekeepingContextOf } from '../fixtures/housekeeping-context.ts';
import { editList } from '../fixtures/lists.ts';
import { signIn } from '../fixtures/members.ts';
import { inLambda, noon, sendJson, solvedProof } from '../fixtures/proof.ts';
import { recordsOf } from '../fixtures/records.ts';
import { streamedStores } from '../fixtures/store.ts';
import { endorsement, makeWorld, noNetwork, openTestLetter, type World } from '../fixtures/world.ts';
import { openPost, type Post } from '../system/property/mail-pipeline.ts';

const aStore = await streamedStores();
const slug = letterSlug.parse('clean-air');

let world: World;
let post: Post;
beforeEach(async () => {
  world = makeWorld(await aStore(), { now: noon });
  await openTestLetter(world.store);
  post = await openPost(world, [world.store], { queue: [], ses: [] });
});

/** Runs the sweep as the schedule does, a minute later. */
async function sweep(): Promise<Record<string, number>> {
  world.clock.now += 60_000;
  return runTask(
    { ...housekeepingContextOf(world), now: new Date(world.clock.now) },
    { task: 'sweep', olderThanSeconds: 600 },
  );
}

const heldNow = async () => (await recordsOf(world.store)).map(({ heldBecause, due }) => [heldBecause, due]).toSorted();

const numbersNow = async () => (await readDays(world.store, slug)).map(({ mailed, held }) => ({ mailed, held }));

/** Ways to look suspicious, each from a network of its own. @returns how many of the submissions are held */
const suspicious: Readonly<Record<string, () => Promise<number>>> = {
  honeypot: async () => {
    await sendJson(world, endorsement(1, { homepage: 'x' }), { env: inLambda('2001:db8:1::1') });
    return 1;
  },
  'forged-proof': async () => {
    // Solved for somebody else's challenge, with other secrets.
    const elsewhere = makeWorld(world.store, world.clock, noNetwork, { hashes: deriveKeys('another master key') });
    await sendJson(world, endorsement(2, { proof: await solvedProof(elsewhere) }), { env: inLambda('198.51.100.2') });
    return 1;
  },
  'too-fast': async () => {
    await sendJson(world, endorsement(3, { proof: await solvedProof(world) }), { env: inLambda('198.51.100.3') });
    return 1;
  },
  'network-denied': async () => {
    await editList(world.store, 'deniedNetworks', 'ADD', '198.51.100.4');
    await sendJson(world, endorsement(4), { env: inLambda('198.51.100.4') });
    return 1;
  },
  'network-cap': async () => {
    for (let number = 10; number < 25; number += 1) {
      await sendJson(world, endorsement(number), { env: inLambda('2001:db8:5::1') });
    }
    return 5;
  },
};

it.each(Object.entries(suspicious))('%s: no message, and the next sweep holds it', async (because, submit) => {
  const held = await submit();
  await post.relayNews([100]);
  const ordinary = (await recordsOf(world.store)).length - held;
  expect(post.queued).toHaveLength(ordinary);
  expect(await sweep()).toMatchObject({ swept: 0, held });
  await post.deliver();
  expect((await heldNow()).filter(([why]) => why)).toEqual(Array(held).fill([because, 'expiry']));
  expect(world.mails).toHaveLength(ordinary);
  // A held submission is counted once, and later sweeps find nothing.
  expect(await sweep()).toMatchObject({ held: 0 });
  await post.relayNews([100]);
  expect(post.queued).toEqual([]);
  expect((await numbersNow()).reduce((sum, one) => sum + one.held, 0)).toBe(held);
});

it('a submission that the secretariat releases is sent like any other', async () => {
  await suspicious['honeypot']?.();
  await post.relayNews([100]);
  await sweep();
  const [record] = await recordsOf(world.store);
  const owner = await signIn(world);
  const path = `/console/letters/${slug}/signatures/${record?.id}/act`;
  expect((await owner.send(path, { do: 'release' })).status).toBeLessThan(400);
  world.mails.length = 0;
  post.queued.length = 0;
  await post.relayNews([100]);
  expect(post.queued).toContainEqual({ signature: record?.id, mail: 'confirmation' });
  await world.sendMails();
  expect(world.mails.map(({ to }) => to)).toEqual([endorsement(1).signatory.email]);
  expect(await numbersNow()).toEqual([{ mailed: 1, held: 0 }]);
});

it('of two sweeps at once, one holds and counts it', async () => {
  await suspicious['honeypot']?.();
  await Promise.all([sweep(), sweep()]);
  expect(await heldNow()).toEqual([['honeypot', 'expiry']]);
  expect(await numbersNow()).toEqual([{ mailed: 0, held: 1 }]);
});
