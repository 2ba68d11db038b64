/** The public learns how many signatures count without a name, but not when somebody signed that way. */
import { beforeEach, expect, it } from 'vitest';
import * as z from 'zod';
import { letterSlug } from '../../shared/ids.ts';
import { setState } from '../../shared/letter/lifecycle.ts';
import { readLetter } from '../../shared/letter/storage.ts';
import { takeSnapshot } from '../../shared/statistics/take-snapshot.ts';
import { ask, organisationFrom, sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { endorsement, makeWorld, openTestLetter, type World } from '../fixtures/world.ts';

const slug = letterSlug.parse('clean-air');
let world: World;
beforeEach(async () => {
  world = makeWorld(await freshStore());
  await openTestLetter(world.store);
});

const withheld = { display: 'withheld', consents: { publication: false, updates: false, partner: false } } as const;
const count = z.object({ total: z.number(), withheld: z.number().nullable() });
const counted = async () => count.parse(await world.json(`/v1/letters/${slug}/count`));
const page = async (path: string) => (await world.app.request(path)).text();
async function snapshot(): Promise<void> {
  const letter = await readLetter(world.store, slug);
  if (!letter) throw new Error('the letter is gone');
  world.clock.now += 60_000;
  await takeSnapshot(world.store, letter, new Date(world.clock.now), () => true);
}
const hidden = (name: string) =>
  sign(world, { ...organisationFrom(`${name}.example`, `a@${name}.example`), ...withheld });

it('is shown on the page, the list, the badge and in JSON, and does not move with a signature', async () => {
  await hidden('harbour');
  await sign(world, endorsement(1));
  expect(await counted()).toEqual({ total: 2, withheld: null });
  expect(await page(`/${slug}`)).not.toContain('without a name');
  await snapshot();
  expect(await counted()).toEqual({ total: 2, withheld: 1 });
  for (const path of [`/${slug}`, `/${slug}/signatories`, `/${slug}/badge.svg`]) {
    expect(await page(path), path).toContain('1 of these with the name withheld');
  }
  // By name or without one, a reader sees the same at this moment.
  const seen = async () => (await counted()).withheld;
  await hidden('river');
  expect(await seen()).toBe(1);
  await sign(world, endorsement(2));
  expect(await seen()).toBe(1);
  await snapshot();
  expect(await counted()).toEqual({ total: 4, withheld: 2 });
});

it('never exceeds the count, and disappears when nobody is left', async () => {
  const one = await hidden('harbour');
  await snapshot();
  await ask(world, one, { action: 'withdraw' });
  expect(await counted()).toEqual({ total: 0, withheld: 0 });
  await snapshot();
  expect(await counted()).toEqual({ total: 0, withheld: 0 });
  expect(await page(`/${slug}`)).not.toContain('without a name');
});

it('stays when the letter is saved or closed, and an older number does not replace a newer one', async () => {
  await hidden('harbour');
  await snapshot();
  await setState(world.store, slug, 'closed', new Date(world.clock.now));
  expect(await counted()).toEqual({ total: 1, withheld: 1 });
  expect(await world.json(`/v1/letters/${slug}/count`)).toMatchObject({ goal: 50 });
  const letter = await readLetter(world.store, slug);
  await hidden('river').catch(() => undefined);
  if (letter) await takeSnapshot(world.store, letter, new Date(world.clock.now - 3600_000), () => true);
  expect(await counted()).toMatchObject({ withheld: 1 });
});
