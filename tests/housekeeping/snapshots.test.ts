import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { letterSlug, makeSignatureId } from '../../shared/ids.ts';
import { setState } from '../../shared/letter/lifecycle.ts';
import { hashText } from '../../shared/letter/text.ts';
import { addRows, emptyBreakdowns } from '../../shared/statistics/breakdown.ts';
import { readSnapshot } from '../../shared/statistics/snapshot.ts';
import { runTask } from '../fixtures/functions.ts';
import { housekeepingContextOf } from '../fixtures/housekeeping-context.ts';
import { registerPartner } from '../fixtures/partners.ts';
import { sign } from '../fixtures/signing.ts';
import { anotherClient, freshStore } from '../fixtures/store.ts';
import { endorsement, letterFile, makeWorld, openTestLetter, type World } from '../fixtures/world.ts';

const slug = letterSlug.parse('clean-air');
const hour = 3600 * 1000;
const id = makeSignatureId();
let world: World;
beforeEach(async () => {
  world = makeWorld(await freshStore(), { now: Date.parse('2027-01-05T21:59:00Z') });
  await openTestLetter(world.store);
  await registerPartner(world, 'harbour-radio');
  await sign(world, endorsement(1, { partner: 'harbour-radio', language: 'fr' }));
  await sign(world, endorsement(2, { display: 'withheld', partner: 'harbour-radio' }));
  world.clock.now += 3 * hour;
  await sign(world, endorsement(3, { kind: 'individual', organisation: { country: 'TD' }, attestation: undefined }));
});

const take = (store = world.store) => runTask(housekeepingContextOf(world, store), { task: 'snapshots' });
const read = () => readSnapshot(world.store, slug);

describe('a snapshot', () => {
  it('counts everybody, withheld names too, by country, language, partner and day', async () => {
    await take();
    const signed = hashText(letterFile().text);
    expect(await read()).toEqual({
      asOf: '2027-01-06T01:00:00.000Z',
      organisations: 2,
      individuals: 1,
      total: 3,
      by: {
        kind: { organisation: 2, individual: 1 },
        country: { KZ: 2, TD: 1 },
        language: { fr: 1, en: 2 },
        partner: { 'harbour-radio': 2, '-': 1 },
        day: { '2027-01-05': 2, '2027-01-06': 1 },
        verification: expect.any(Object),
        version: { [signed]: 3 },
        standing: { published: 2, withheld: 1 },
        confirmedDay: { '2027-01-05': 2, '2027-01-06': 1 },
        publishedDay: { '2027-01-05': 1, '2027-01-06': 1 },
      },
    });
  });

  it('is taken again when the count has moved, otherwise once a day', async () => {
    expect(await take()).toMatchObject({ taken: 1 });
    world.clock.now += hour;
    expect(await take()).toMatchObject({ taken: 0 });
    await sign(world, endorsement(4));
    expect(await take()).toMatchObject({ taken: 1 });
    world.clock.now += 25 * hour;
    expect(await take()).toMatchObject({ taken: 1 });
  });

  it('is counted in several runs, also twice at once, and the old one stays until it is complete', async () => {
    await take();
    const before = await read();
    await sign(world, endorsement(4));
    world.clock.now += hour;
    const onePage = () => {
      let pages = 0;
      return () => pages++ < 2;
    };
    const run = (store = world.store) =>
      runTask({ ...housekeepingContextOf(world, store), hasTime: onePage() }, { task: 'snapshots' });
    await Promise.all([run(), run(anotherClient(world.store))]);
    await run();
    expect(await read()).toEqual(before);
    world.clock.now += hour;
    for (let more = 0; more < 7; more += 1) await run();
    expect(await read()).toMatchObject({ total: 4, asOf: '2027-01-06T02:00:00.000Z' });
  });

  it('is no longer taken a week after the letter closed', async () => {
    await setState(world.store, slug, 'closed', new Date(world.clock.now));
    world.clock.now += 6 * 24 * hour;
    expect(await take()).toMatchObject({ taken: 1 });
    world.clock.now += 2 * 24 * hour;
    expect(await take()).toMatchObject({ taken: 0 });
  });

  it('is limited, however many partners somebody makes up', () => {
    const row = { kind: 'individual', confirmedAt: '2027-01-01T00:00:00Z', verification: 'mailbox' } as const;
    const rows = Array.from({ length: 1500 }, (_, number) => ({ ...row, partner: `p${number}` }));
    const { partner } = addRows(
      emptyBreakdowns,
      rows.map((one) => ({ ...one, id: id, letterVersion: 'a'.repeat(64) })),
      'published',
    );
    expect(Object.keys(partner)).toHaveLength(1001);
    expect(partner['*']).toBe(500);
  });
});

describe('items that only housekeeping reads', () => {
  it('are in no public list', async () => {
    for (const order of ['newest', 'name']) {
      const { items } = z
        .object({ items: z.array(z.record(z.string(), z.unknown())) })
        .parse(await world.json(`/v1/letters/${slug}/signatures?order=${order}`));
      expect(items).toHaveLength(2);
      for (const item of items) {
        for (const name of ['language', 'partner', 'carryAsked', 'id', 'pk']) expect(item).not.toHaveProperty(name);
      }
      expect(JSON.stringify(items)).not.toContain('harbour-radio');
    }
  });
});
