/**
 * `npm run upgrade`: converts data of the previous release to the current form, without a moment in which something is
 * missing.
 */

import { beforeEach, expect, it } from 'vitest';
import * as z from 'zod';
import { scanItems } from '../../cli/backup/table.ts';
import { listFaults, verifyItems } from '../../cli/backup/verify.ts';
import { letterSlug } from '../../shared/ids.ts';
import { QueryCommand } from '../../shared/platform/store/commands.ts';
import { readModerationList } from '../../shared/signature/lists/moderation-list.ts';
import { recount } from '../../shared/signature/lists/recount.ts';
import { countAwaitingReview, listAwaitingReview } from '../../shared/signature/moderation/review.ts';
import { upgradeSteps } from '../../shared/upgrade/steps.ts';
import { stepsLeft, takeBack, upgradeTable } from '../../shared/upgrade/upgrade.ts';
import { itemsOf } from '../fixtures/records.ts';
import { releasedAt, releasedLink, writeReleased } from '../fixtures/released.ts';
import { ask } from '../fixtures/signing.ts';
import { anotherClient, freshStore } from '../fixtures/store.ts';
import { keys, makeWorld, type World } from '../fixtures/world.ts';

const slugs = ['clean-air', 'night-buses', 'closed-ferry', 'delivered-school'].map((slug) => letterSlug.parse(slug));
let world: World;
beforeEach(async () => {
  world = makeWorld(await freshStore(), { now: releasedAt });
  await writeReleased(world.store);
});

const upgrade = async (more: Parameters<typeof upgradeTable>[2] = {}, store = world.store) => {
  const did: Record<string, number>[] = [];
  const now = new Date(world.clock.now);
  const report = more.report ?? ((done) => void did.push({ ...done.did }));
  await upgradeTable({ store, keys: async () => keys, now }, upgradeSteps, { ...more, report });
  return did;
};

const sums = z.object({ organisations: z.number(), individuals: z.number() });
const page = z.object({ items: z.array(z.unknown()), nextCursor: z.string().nullable() });
/**
 * The contents of all lists, in small pages, by time and by name, including the review queue and the console's own
 * lists.
 */
async function everyList() {
  const lists: Record<string, unknown> = {};
  for (const slug of slugs) {
    for (const query of ['order=newest', 'order=name', 'order=newest&country=PL', 'order=name&country=KZ']) {
      const items: unknown[] = [];
      let cursor = '';
      do {
        const found = page.parse(await world.json(`/v1/letters/${slug}/signatures?${query}&limit=7${cursor}`));
        items.push(...found.items);
        cursor = found.nextCursor === null ? '' : `&cursor=${found.nextCursor}`;
      } while (cursor);
      // The order of names differs afterwards: Ł is beside L.
      const inAnyOrder = (item: unknown) => JSON.stringify(item);
      lists[`${slug} ${query}`] = query.includes('name') ? items.map(inAnyOrder).toSorted() : items;
    }
    for (const state of ['any', 'withheld', 'review', 'duplicate', 'rejected', 'withdrawn'] as const) {
      const found = await readModerationList(world.store, slug, {
        state,
        order: 'newest',
        limit: 200,
        withNames: true,
      });
      lists[`${slug} ${state}`] = found?.records.map(({ id }) => id);
    }
    lists[`${slug} waiting`] = [
      (await listAwaitingReview(world.store, slug)).waiting.map(({ id }) => id),
      await countAwaitingReview(world.store, slug),
    ];
    const exact = await recount(world.store, slug, { now: new Date(world.clock.now), pause: async () => {} });
    expect(exact).toMatchObject({ outcome: 'exact' });
  }
  return lists;
}

async function faults() {
  const { inventory, faults: found } = await verifyItems(scanItems(world.store));
  return [...found, ...(await listFaults(world.store, inventory, async () => {}))];
}

const drained = async () => {
  const { Items } = await world.store.client.send(
    new QueryCommand({
      TableName: world.store.table,
      IndexName: 'newest',
      KeyConditionExpression: 'listKey = :list',
      ExpressionAttributeValues: { ':list': 'LIST#clean-air#organisation' },
    }),
  );
  return Items?.length === 0;
};

it('leaves every list unchanged, on the new index, and does nothing the second time', async () => {
  const before = await everyList();
  const { organisations, individuals } = sums.parse(await world.json('/v1/letters/clean-air/count'));
  // An organisation and a person have their names withheld.
  expect(before['clean-air order=newest']).toHaveLength(organisations + individuals - 2);
  expect(await faults()).toEqual([]);
  const done = await upgrade();
  const [claims, moved] = [done[0], done.at(-1)];
  expect(claims?.['moved']).toBeGreaterThan(5);
  expect(moved?.['moved']).toBeGreaterThan(30);
  expect(await drained()).toBe(true);
  expect(await faults()).toEqual([]);
  expect(await everyList()).toEqual(before);
  const rows = await itemsOf(world.store);
  expect(await upgrade()).toEqual([]);
  expect(await upgrade({ again: true })).toEqual(upgradeSteps.map(() => ({})));
  expect((await itemsOf(world.store)).filter(({ pk }) => pk !== 'UPGRADE')).toEqual(
    rows.filter(({ pk }) => pk !== 'UPGRADE'),
  );
});

it('shows everything between deployment and upgrade, and halfway through', async () => {
  const before = await everyList();
  // A change, a withdrawal and a confirmation by the new code, before the upgrade.
  const confirmed = await world.confirm(releasedLink('pending').confirm ?? '');
  expect(confirmed.status).toBe(200);
  await ask(world, { token: releasedLink('whole').manage ?? '' }, { action: 'withdraw' });
  expect(await faults()).toEqual([]);
  const between = await everyList();
  expect(between['clean-air order=newest']).toHaveLength(
    z.array(z.unknown()).parse(before['clean-air order=newest']).length,
  );
  expect(between['clean-air order=newest']).not.toEqual(before['clean-air order=newest']);
  let visited = 0;
  const halfway = upgradeSteps.map((step) => ({
    ...step,
    visit: async (...about: Parameters<typeof step.visit>) => {
      visited += 1;
      if (visited > 20) throw new Error('interrupted');
      return step.visit(...about);
    },
  }));
  const now = new Date(world.clock.now);
  await expect(upgradeTable({ store: world.store, keys: async () => keys, now }, halfway)).rejects.toThrow(
    'interrupted',
  );
  expect(await stepsLeft(world.store, upgradeSteps)).toHaveLength(upgradeSteps.length);
  expect(await everyList()).toEqual(between);
  await Promise.all([upgrade(), upgrade({}, anotherClient(world.store))]);
  expect(await stepsLeft(world.store, upgradeSteps)).toEqual([]);
  expect(await everyList()).toEqual(between);
  expect(await faults()).toEqual([]);
});

it('goes back to the form of the previous release, row for row', async () => {
  const released = await itemsOf(world.store);
  await upgrade();
  await takeBack(
    { store: world.store, keys: async () => keys, now: new Date(world.clock.now) },
    upgradeSteps,
    () => {},
  );
  const rows = (items: Record<string, unknown>[]) =>
    items
      .map(({ revision: _, ...row }) => ({ ...row, sort: `${row['pk']} ${row['sk']}` }))
      .toSorted((a, b) => a.sort.localeCompare(b.sort));
  expect(rows(await itemsOf(world.store))).toEqual(rows(released));
});
