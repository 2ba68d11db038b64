/** A table that the previous release wrote continues to work. */
import { beforeEach, expect, it } from 'vitest';
import * as z from 'zod';
import { releasedAt, releasedLink, writeReleased } from '../fixtures/released.ts';
import { recordOf } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { makeWorld, type World } from '../fixtures/world.ts';

let world: World;
beforeEach(async () => {
  world = makeWorld(await freshStore(), { now: releasedAt });
  await writeReleased(world.store);
});

const count = z.object({ organisations: z.number(), individuals: z.number(), offline: z.number() });

it('shows counts, confirms by links sent earlier, and opens the pages of signers', async () => {
  const before = count.parse(await world.json('/v1/letters/clean-air/count'));
  expect(before).toMatchObject({ offline: 2 });
  const { confirm = '' } = releasedLink('pending');
  expect((await world.confirm(confirm)).status).toBe(200);
  expect(await recordOf(world, releasedLink('pending'))).toMatchObject({ moderation: 'approved' });
  const after = count.parse(await world.json('/v1/letters/clean-air/count'));
  expect(after.organisations).toBe(before.organisations + 1);
  const page = await world.app.request(`/manage/${releasedLink('counted').manage}`);
  expect(await page.text()).toContain('Harbour Friends');
});
