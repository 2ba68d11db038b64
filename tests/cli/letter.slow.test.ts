import { expect, it, vi } from 'vitest';
import { readDeliveries } from '../../shared/delivery/storage.ts';
import { letterSlug } from '../../shared/ids.ts';
import { freshBucket } from '../fixtures/bucket.ts';
import { environmentOf, sayingOf } from '../fixtures/command-line.ts';
import { work } from '../fixtures/deliveries.ts';
import { sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { endorsement, makeWorld, openTestLetter } from '../fixtures/world.ts';

const slug = letterSlug.parse('clean-air');

it('delivers a letter: freezes its list, waits for the documents and closes it', async () => {
  const store = await freshStore();
  const world = makeWorld(store);
  await openTestLetter(store);
  const letter = (...args: string[]) => sayingOf('letter', args, environmentOf(store));
  expect(await letter('deliver', 'clean-air')).toBe('refused: Nobody has signed the letter yet.\n');
  expect(await letter('deliver', 'clean-air', '--on', 'today')).toMatch(/^refused: "today" is not a date/);
  await sign(world, endorsement(1));
  const [said] = await Promise.all([
    letter('deliver', 'clean-air', '--on', '2026-03-05', '--logos'),
    vi
      .waitUntil(async () => (await readDeliveries(store, slug)).deliveries.at(0), { timeout: 30_000, interval: 100 })
      .then(async (delivery) => work(world, await freshBucket(), delivery)),
  ]);
  expect(said).toMatch(/^delivery +1 \(final\)/);
  expect((await readDeliveries(store, slug)).deliveries.map(({ options }) => options.logos)).toEqual([true]);
  expect(said).toMatch(/names +1 listed, 0 not named, 0 on paper/);
  expect(said).toMatch(/document +https:\/\/sign\.example\.org\/clean-air\/document\/\w+\.pdf/);
  expect(await letter('deliveries', 'clean-air')).toBe(said);
  expect(await letter('show', 'clean-air')).toMatch(/state +delivered on 2026-03-05/);
});
