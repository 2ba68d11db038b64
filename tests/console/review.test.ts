/** The review queue, and bulk actions. */
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { letterSlug } from '../../shared/ids.ts';
import { recount } from '../../shared/signature/lists/recount.ts';
import { runTask } from '../fixtures/functions.ts';
import { housekeepingContextOf } from '../fixtures/housekeeping-context.ts';
import { type Browser, signIn } from '../fixtures/members.ts';
import { organisationFrom, publicState, publicTotal, recordOf, sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { makeWorld, openTestLetter, type World } from '../fixtures/world.ts';

const clock = { now: Date.parse('2026-03-02T09:00:00Z') };
const home = '/console/letters/clean-air';
const slug = letterSlug.parse('clean-air');

let world: World;
let browser: Browser;
const signed: Awaited<ReturnType<typeof sign>>[] = [];
beforeAll(async () => {
  world = makeWorld(await freshStore(), clock);
  await openTestLetter(world.store, { 'goal: 50': 'goal: 50\npublishedFrom: mailbox-domain' });
  browser = await signIn(world);
  for (const [domain, email, name] of [
    ['romashka.example', 'office@romashka.example', 'Фонд «Ромашка»'],
    ['romashka-2.example', 'romashka@gmail.com', 'Romashka'],
    ['ferry.example', 'ferry@gmail.com', 'Ferry Watch'],
    ['tram.example', 'tram@gmail.com', 'Tram Watch'],
  ] as const) {
    clock.now += 1000;
    signed.push(await sign(world, organisationFrom(domain, email, name)));
  }
});
beforeEach(() => {
  clock.now += 1000;
});

const idAt = (place: number) => signed[place]?.id ?? '';
const seenOn = (page: string) => /name="fieldsVersion" value="([^"]+)/.exec(page)?.[1] ?? '';
const shown = (page: string) => /<h2 id="waiting"><bdi>([^<]*)/.exec(page)?.[1];

it('shows one signature at a time with its signals, moves on to the next, and undoes the last decision', async () => {
  const first = await browser.page(`${home}/review`);
  expect(shown(first)).toBe('Romashka');
  expect(first).toContain('Another organisation has nearly the same name: Фонд «Ромашка»');
  expect(first).toContain('free email service');
  const answer = await browser.send(`${home}/signatures/${idAt(1)}/act`, {
    do: 'reject',
    fieldsVersion: seenOn(first),
    why: 'Look-alike',
    next: 'review',
  });
  const second = await browser.page(answer.headers.get('location') ?? '');
  expect(shown(second)).toBe('Ferry Watch');
  const act = /name="act" value="([^"]+)"/.exec(second)?.[1] ?? '';
  const back = await browser.send(`${home}/signatures/${idAt(1)}/undo`, { act, next: 'review' });
  expect(shown(await browser.page(back.headers.get('location') ?? ''))).toBe('Romashka');
  const skip = /data-key="s" href="([^"]+)"/.exec(first)?.[1] ?? '';
  expect(shown(await browser.page(skip.replaceAll('&amp;', '&')))).toBe('Ferry Watch');
});

it('applies an action to a whole set with the count shown, also after the page is closed, and undoes it', async () => {
  const before = await publicState(world);
  const made = await browser.send(`${home}/bulk`, { do: 'approve', of: 'filter', 'filter.state': 'review' });
  const job = made.headers.get('location') ?? '';
  await browser.send(`${job}/advance`);
  const ready = await browser.page(job);
  expect(ready).toContain('Approve 3 signatures');
  for (const name of ['Romashka', 'Ferry Watch', 'Tram Watch']) expect(ready).toContain(name);
  expect(await publicState(world)).toEqual(before);
  await browser.send(`${job}/start`);
  expect(await runTask(housekeepingContextOf(world), { task: 'bulk' })).toMatchObject({ advanced: 1 });
  expect(await publicTotal(world)).toBe(before.total + 3);
  clock.now += 1000;
  const seen = seenOn(await browser.page(`${home}/signatures/${idAt(2)}`));
  await browser.send(`${home}/signatures/${idAt(2)}/act`, { do: 'hold', fieldsVersion: seen });
  clock.now += 1000;
  await browser.send(`${job}/roll-back`);
  await browser.send(`${job}/advance`);
  const over = await browser.page(job);
  expect(over).toContain('Not undone: changed since');
  expect(await publicState(world)).toEqual(before);
  const recounted = await recount(world.store, slug, { now: new Date(), pause: async () => {} });
  expect(recounted.outcome).toBe('exact');
});

it('asks for missing input before it collects anything, and can be cancelled', async () => {
  const list = await browser.page(`${home}/signatures?state=review`);
  const id = [2, 3].map((place) => new RegExp(`name="id" value="(${idAt(place)}:[^"]+)`).exec(list)?.[1] ?? '');
  const fields = { do: 'reject', of: 'ticked', id };
  expect((await browser.send(`${home}/bulk`, fields)).status).toBe(422);
  expect((await browser.send(`${home}/bulk`, { ...fields, id: [], why: 'x' })).status).toBe(422);
  const made = await browser.send(`${home}/bulk`, { ...fields, why: 'Spam' });
  const job = made.headers.get('location') ?? '';
  await browser.send(`${job}/start`);
  await browser.send(`${job}/cancel`);
  await browser.send(`${job}/advance`);
  for (const place of [2, 3]) {
    const record = signed[place];
    if (record) expect((await recordOf(world, record)).moderation).toBe('held');
  }
});
