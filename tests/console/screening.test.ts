/** Switches, lists, signals and disputes. */
import { beforeAll, beforeEach, expect, it } from 'vitest';
import * as z from 'zod';
import { listAudit } from '../../shared/audit/audit.ts';
import { letterSlug } from '../../shared/ids.ts';
import { runTask } from '../fixtures/functions.ts';
import { housekeepingContextOf } from '../fixtures/housekeeping-context.ts';
import { addTestMember, type Browser, grantsOf, signIn } from '../fixtures/members.ts';
import { mailsTo, organisationFrom, sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { endorsement, makeWorld, openTestLetter, type World } from '../fixtures/world.ts';
import { nearMiss } from './near-miss.ts';

const clock = { now: Date.parse('2026-03-02T09:00:00Z') };
const home = '/console/letters/clean-air';

let world: World;
let browser: Browser;
beforeAll(async () => {
  world = makeWorld(await freshStore(), clock);
  await openTestLetter(world.store);
  browser = await signIn(world);
  await sign(world, organisationFrom('harbour.example', 'chair@harbour.example', 'Hafenfreunde'));
});
beforeEach(() => {
  clock.now += 3000;
});

const stop = async (what: string, paused: boolean, path = `${home}/pauses`) => {
  expect((await browser.send(path, { what, paused: String(paused) })).status).toBe(303);
  clock.now += 3000;
};
const problemOf = async (answer: Response) =>
  z
    .object({ type: z.string() })
    .parse(await answer.json())
    .type.split(':')
    .at(-1);

it('stops signing at once and says so, on pages and with a problem, for one letter or for all', async () => {
  for (const path of [`${home}/pauses`, '/console/pauses']) {
    await stop('signing', true, path);
    expect(await problemOf(await world.submit('clean-air', endorsement(2)))).toBe('signing-paused');
    expect(await (await world.app.request('/clean-air')).text()).toContain('Signing is paused.');
    expect(await world.json('/v1/letters/clean-air')).toMatchObject({ state: 'paused' });
    await stop('signing', false, path);
    expect((await world.submit('clean-air', endorsement(3))).status).toBe(202);
  }
});

it('shows no names while the list is stopped, and continues to count', async () => {
  await stop('list', true);
  for (const path of ['/clean-air', '/clean-air/signatories', '/clean-air/signatories?q=hafen']) {
    const page = await (await world.app.request(path)).text();
    expect(page).not.toContain('Hafenfreunde');
    expect(page).toContain('The list of names is not available right now.');
  }
  expect(await world.json('/v1/letters/clean-air/signatures')).toEqual({ items: [], nextCursor: null, paused: true });
  expect(await world.json('/v1/letters/clean-air/count')).toMatchObject({ total: 1 });
  await stop('list', false);
  expect(JSON.stringify(await world.json('/v1/letters/clean-air/signatures'))).toContain('Hafenfreunde');
});

it('keeps mails due while they are stopped, except sign-in mails', async () => {
  await stop('mails', true);
  await world.submit('clean-air', endorsement(4));
  await world.sendMails();
  expect(mailsTo(world, 'person4@org-4.example')).toEqual([]);
  await signIn(world);
  clock.now += 20 * 60 * 1000;
  expect(await runTask(housekeepingContextOf(world), { task: 'sweep', olderThanSeconds: 600 })).toMatchObject({
    swept: 0,
  });
  await stop('mails', false);
  await world.sendMails();
  expect(mailsTo(world, 'person4@org-4.example')).toHaveLength(1);
});

it('edits the lists, effective within a minute, and never shows a mailbox', async () => {
  await browser.send('/console/lists', { do: 'deny', what: 'org-5.example' });
  await browser.send('/console/lists', { do: 'deny', what: 'person6@org-6.example' });
  expect((await browser.send('/console/lists', { do: 'allow', what: 'org-5.example' })).status).toBe(422);
  const page = await browser.page('/console/lists');
  expect(page).toContain('org-5.example');
  expect(page).not.toContain('person6');
  clock.now += 60_000;
  for (const number of [5, 6]) await world.submit('clean-air', endorsement(number));
  await world.sendMails();
  expect([...mailsTo(world, 'person5@org-5.example'), ...mailsTo(world, 'person6@org-6.example')]).toEqual([]);
  const signals = await browser.page(`${home}/signals`);
  expect(signals).toContain('1: the email domain is on the blocklist');
  expect(signals).toContain('1: the email address is on the blocklist');
});

it('shows a burst from one domain', async () => {
  for (let number = 0; number < 5; number += 1) {
    await world.submit('clean-air', organisationFrom('burst.example', `p${number}@burst.example`, `Burst ${number}`));
  }
  await world.sendMails();
  expect(await browser.page(`${home}/signals`)).toMatch(/5 for <a href="[^"]+domain=burst\.example">burst\.example/);
});

it('says that a domain from which many different organisations sign hardly belongs to one of them', async () => {
  const before = await browser.page(`${home}/signals`);
  const names = ['Garden Friends', 'Steel Workers', 'Ferry Watch', 'Ferry Watch Osh', 'Blind Chess Club'];
  for (const [number, name] of names.entries()) {
    await world.submit('clean-air', organisationFrom('newmail.example', `n${number}@newmail.example`, name));
  }
  await world.sendMails();
  expect(before).not.toContain('organisations with different names');
  expect(await browser.page(`${home}/signals`)).toContain('4 organisations with different names use this domain');
});

it('shows who says that an organisation did not sign, and keeps the answer', async () => {
  const raised = {
    organisation: 'Hafenfreunde',
    name: 'Press office',
    email: 'press@harbour.example',
    message: 'Not us.',
  };
  await world.app.request('/clean-air/dispute', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(raised),
  });
  const page = await browser.page(`${home}/disputes`);
  expect(page).toContain('Not us.');
  expect(page).not.toContain('press@harbour.example');
  const id = /name="id" value="([^"]+)"/.exec(page)?.[1] ?? '';
  // As the trail identifies it; nobody has looked yet.
  const subject = id.split('#')[1];
  const month = new Date(clock.now).toISOString().slice(0, 7);
  const looks = async () =>
    (await listAudit(world.store, { scope: letterSlug.parse('clean-air'), month })).entries.filter(
      (entry) => entry.did === 'mailbox.seen' && entry.subject === subject,
    ).length;
  expect(await looks()).toBe(0);
  const seen = await browser.send(`${home}/disputes/mailbox`, { id });
  expect([seen.status, await seen.text()]).toEqual([200, expect.stringContaining('press@harbour.example')]);
  expect(await looks()).toBe(1);
  expect((await browser.send(`${home}/disputes/mailbox`, { id: nearMiss(id) })).status).toBe(404);
  expect(await looks()).toBe(1);
  await addTestMember(world, 'moderates@secretariat.example', grantsOf('moderator', 'clean-air'));
  const moderator = await signIn(world, 'moderates@secretariat.example');
  expect(await moderator.page(`${home}/disputes`)).not.toContain('disputes/mailbox');
  await browser.send(`${home}/disputes`, { id, answer: 'stands' });
  expect(await browser.page(`${home}/disputes`)).toContain('<span class="mark">Kept</span>');
});
