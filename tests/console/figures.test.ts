/** The figures agree with the count and explain what they mean. */
import { parse } from 'csv-parse/sync';
import { beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { readDays } from '../../shared/count/daily-submissions.ts';
import { readLetterTally, sumOfTally } from '../../shared/count/partner-tally.ts';
import { letterSlug, partnerId, signatureId } from '../../shared/ids.ts';
import { closeBounced } from '../../shared/signature/lists/undeliverable.ts';
import { readSignature } from '../../shared/signature/storage.ts';
import { addTestMember, type Browser, grantsOf, signIn } from '../fixtures/members.ts';
import { registerPartner } from '../fixtures/partners.ts';
import { recordsOf } from '../fixtures/records.ts';
import { sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { endorsement, makeWorld, openTestLetter, type World } from '../fixtures/world.ts';

const slug = letterSlug.parse('clean-air');
const path = `/console/letters/${slug}/figures`;
let world: World;
let viewer: Browser;
beforeAll(async () => {
  world = makeWorld(await freshStore(), { now: Date.parse('2026-11-02T09:00:00Z') });
  await openTestLetter(world.store);
  await sign(world, endorsement(1, { language: 'fr' }));
  await sign(world, endorsement(2, { display: 'withheld' }));
  world.clock.now += 48 * 3600 * 1000;
  await sign(world, endorsement(3, { organisation: { name: 'Harbour <Friends>', country: 'BR' } }));
  await world.submit(slug, endorsement(4));
  await world.submit(slug, endorsement(5, { homepage: 'https://spam.example' }));
  await world.sendMails();
  await addTestMember(world, 'looks@secretariat.example', grantsOf('viewer', slug));
  viewer = await signIn(world, 'looks@secretariat.example');
});

const figures = z.object({
  figures: z.array(
    z.object({ id: z.string(), asOf: z.string(), rows: z.array(z.array(z.union([z.string(), z.number()]))) }),
  ),
  press: z.array(z.object({ language: z.string(), line: z.string() })),
});

it('are counted on request, and the request is recorded', async () => {
  expect(await viewer.page(path)).toContain('No breakdown yet');
  expect((await viewer.send(path)).status).toBe(303);
  const page = await viewer.page(path);
  expect(page).toContain('Last updated');
  expect(page).toContain('Brazil');
});

it('agree with one another and with the count', async () => {
  const { figures: all, press } = figures.parse(
    await (await viewer.request(`/v1/admin/letters/${slug}/figures`)).json(),
  );
  const rowsOf = (id: string) => all.find((figure) => figure.id === id)?.rows;
  expect(rowsOf('over-time')).toEqual([
    ['2026-11-02', 2, 2, 2, 1],
    ['2026-11-03', 0, 0, 0, 0],
    ['2026-11-04', 3, 2, 1, 1],
  ]);
  expect(rowsOf('funnel')?.map(([name, number]) => [name, number])).toEqual([
    ['Submitted', 5],
    ['Mailed', 4],
    ['Confirmed', 3],
    ['Counted', 3],
    ['Published', 2],
  ]);
  expect(rowsOf('countries')).toEqual([
    ['Kazakhstan', 2, '66.7%'],
    ['Brazil', 1, '33.3%'],
  ]);
  expect(rowsOf('languages')?.map(([name]) => name)).toEqual(['English', 'French']);
  expect(rowsOf('goal')?.[0]).toEqual(['Counted', 3, '6%']);
  expect(press).toEqual([
    {
      language: 'en',
      line: 'As of 4 November 2026, 09:00 UTC, the open letter “Clean air for the harbour district” has 3 co-signatories (3 organisations, 1 of these with the name withheld, 2 countries).',
    },
  ]);
});

it('are charts with a title and a description, light and dark, without scripts', async () => {
  for (const picture of ['over-time', 'funnel', 'map', 'countries', 'partners', 'languages', 'goal']) {
    const answer = await viewer.request(`${path}/${picture}/picture.svg?theme=dark&size=small`);
    expect(answer.headers.get('content-type')).toContain('image/svg+xml');
    const svg = await answer.text();
    expect(svg).toMatch(/^<svg role="img"[^>]*><title>[^<]+<\/title><desc>[^<]+<\/desc>/);
    expect(svg).not.toMatch(/<script|<foreignObject|href=/i);
  }
  expect((await viewer.request(`${path}/made-up/picture.svg`)).status).toBe(404);
});

it('have text on a phone that is no smaller than that of the page', async () => {
  for (const picture of ['over-time', 'funnel', 'map', 'countries', 'languages', 'goal']) {
    const svg = await viewer.page(`${path}/${picture}/picture.svg?theme=light&size=small`);
    const sizes = [...svg.matchAll(/font-size:\s*(\d+)px/g)].map(([, size]) => Number(size));
    expect(sizes.length, picture).toBeGreaterThan(0);
    expect(Math.min(...sizes), picture).toBeGreaterThanOrEqual(14);
    // No wider than a card on a screen of 390 px: the browser would scale the text down.
    expect(Number(/^<svg [^>]*width="(\d+)"/.exec(svg)?.[1]), picture).toBeLessThanOrEqual(316);
  }
});

it('are files, each with its time', async () => {
  const text = await viewer.page(`${path}/countries/table.csv`);
  const rows = z.array(z.array(z.string())).parse(parse(text, { relax_column_count: true }));
  expect(rows[1]).toEqual(['Kazakhstan', '2', '66.7%', 'KZ']);
  expect(rows.at(-1)?.[0]).toBe('# As of 2026-11-04T09:00:00.000Z');
});

it('count a submission once, though its mail was held, released, bounced and sent again', async () => {
  const { store, clock } = world;
  await registerPartner(world, 'radio');
  const before = await readDays(store, slug);
  await world.submit(slug, endorsement(6, { homepage: 'https://spam.example', partner: 'radio' }));
  await world.sendMails();
  const silent = (await recordsOf(store)).find(({ partner }) => partner === 'radio');
  const numbers = async () => {
    const days = await readDays(store, slug);
    const { mailed, held } = sumOfTally((await readLetterTally(store, partnerId.parse('radio'), slug)).rows);
    return { day: days.at(-1), partner: { mailed, held } };
  };
  const { day = '', mailed = 0, held = 0 } = before.at(-1) ?? {};
  expect(await numbers()).toEqual({ day: { day, mailed, held: held + 1 }, partner: { mailed: 0, held: 1 } });
  const owner = await signIn(world);
  const release = async () => {
    clock.now += 3600 * 1000;
    const done = await owner.send(`/console/letters/${slug}/signatures/${silent?.id}/act`, { do: 'release' });
    expect(done.status).toBe(303);
    const out = world.mails.length;
    await world.sendMails();
    expect(world.mails.length).toBe(out + 1);
  };
  await release();
  const once = { day: { day, mailed: mailed + 1, held }, partner: { mailed: 1, held: 0 } };
  expect(await numbers()).toEqual(once);
  const released = await readSignature(store, signatureId.parse(silent?.id));
  if (!released) throw new Error('it is gone');
  await closeBounced(store, released);
  await release();
  expect(await numbers()).toEqual(once);
});

it('are not shown to others', async () => {
  await addTestMember(world, 'other@secretariat.example', grantsOf('owner', 'another-letter'));
  const other = await signIn(world, 'other@secretariat.example');
  for (const part of ['', '/countries/table.csv', '/map/picture.svg']) {
    expect((await other.request(path + part)).status).toBe(404);
  }
});
