/** A campaign's day in a real browser: from signing in to the closed letter, and an audit trail that explains it. */
import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { fieldsOfText } from '../../functions/secretariat/letters/text-fields.ts';
import { bundleConsole } from '../../infra/build/bundle-console.ts';
import { auditEntry } from '../../shared/audit/audit.ts';
import { recount } from '../../shared/signature/lists/recount.ts';
import { countedAs, isCounted } from '../../shared/signature/states.ts';
import { follow, type OpenBrowser, openBrowser } from '../fixtures/browser.ts';
import { readFirstLetter } from '../fixtures/letters.ts';
import { recordsOf } from '../fixtures/records.ts';
import { secretariatEmail } from '../fixtures/world.ts';
import { bounce } from '../mail-feedback/events.ts';
import { deliverEvent } from '../mail-feedback/signer.ts';
import { askAs, confirmAll, sendAll, signers } from './day/signers.ts';
import { look, openSite } from './day/site.ts';
import { pastOf, replay } from './day/trail.ts';

const clock = { now: Date.parse('2026-03-02T07:00:00Z') };

let site: Awaited<ReturnType<typeof openSite>>;
let chromium: OpenBrowser;
let page: Page;
let letter: Awaited<ReturnType<typeof readFirstLetter>>;
let home: string;
beforeAll(async () => {
  [site, chromium, letter] = await Promise.all([openSite(clock), openBrowser(), readFirstLetter(), bundleConsole()]);
  home = `${site.url}/console/letters/${letter.slug}`;
  const context = await chromium.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  context.setDefaultTimeout(20_000);
  page = await context.newPage();
});
afterAll(async () => {
  await chromium.close();
  await site.close();
});

const button = (name: string) => page.getByRole('button', { name, exact: true });
const press = (name: string) => follow(button(name));
const mailWith = (words: string) => site.world.mails.findLast(({ text }) => text.includes(words))?.text ?? '';
const recordWith = async (email: string) => {
  const found = (await recordsOf(site.world.store)).find((one) => one.email === email);
  if (!found) throw new Error('nobody signed from there');
  return found;
};
const publicCount = async () =>
  z
    .object({ organisations: z.number(), individuals: z.number(), offline: z.number(), total: z.number() })
    .parse(await site.world.json(`/v1/letters/${letter.slug}/count`));

it('begins with a mail that signs a member in', async () => {
  await page.goto(`${site.url}/console`);
  await look(page, 'sign-in');
  await page.getByLabel('Your email address').fill(secretariatEmail);
  await press('Send me a link');
  await look(page, 'sign-in-sent');
  await site.world.sendMails();
  await page.goto(/http\S+\/console\/enter\/\w+/.exec(mailWith('/console/enter/'))?.[0] ?? '');
  await look(page, 'enter');
  await press('Sign in');
  await page.getByText('No letters yet.').waitFor();
  await look(page, 'home-empty');
});

it('imports the letter as a draft, previews it as it will appear, and opens it', async () => {
  await follow(page.getByRole('link', { name: 'New letter' }));
  await page.getByLabel('Address', { exact: true }).fill(letter.slug);
  await button('Edit as Markdown').click();
  const { language = 'en', ...typed } = fieldsOfText(letter.text);
  await page.selectOption('[name="language"]', language);
  for (const [name, value] of Object.entries(typed)) await page.fill(`[name="${name}"]`, value);
  const words = letter.text.body.slice(0, 60);
  await page.locator('#preview', { hasText: words }).waitFor();
  await look(page, 'new-letter');
  await press('Save draft');
  expect(await page.getByRole('button', { name: 'Open the letter' }).count()).toBe(1);
  expect((await site.world.app.request(`/${letter.slug}`)).status).toBe(404);
  await look(page, 'draft');
  await follow(page.getByRole('link', { name: 'Add a controller and a contact' }));
  await page.getByLabel('Controller').fill(letter.settings.privacy?.controller ?? '');
  await page.getByLabel('Contact').fill(letter.settings.privacy?.contact ?? '');
  await page.getByLabel('Goal').fill(String(letter.settings.goal));
  await page.getByLabel('Who may sign').selectOption('both');
  await page.getByLabel('Which organisations appear without your approval?').selectOption('mailbox-domain');
  await press('Save');
  await look(page, 'preview');
  await press('Confirm the text');
  await press('Open the letter');
  clock.now += 60_000;
  expect(await (await site.world.app.request(`/${letter.slug}`)).text()).toContain(letter.text.title);
});

it('gives a partner the lines to copy', async () => {
  await page.goto(`${home}/partners`);
  await page.getByLabel('Short name').fill('valley-radio');
  await page.getByLabel('Name', { exact: true }).fill('Valley Radio');
  await page.getByLabel('Sites').fill('https://valley-radio.example');
  await press('Add partner');
  await page.goto(`${home}/partners/valley-radio`);
  await button('Copy Form').click();
  await page.getByText('Copied.').waitFor();
  const copied = z.string().parse(await page.evaluate('navigator.clipboard.readText()'));
  expect(copied).toContain(`letter="${letter.slug}"\n  partner="valley-radio"`);
  clock.now += 60_000;
  const form = /href="([^"]+)"/.exec(copied)?.[1] ?? '';
  expect((await fetch(form)).status).toBe(200);
});

it('counts thirty signers correctly', async () => {
  await sendAll(site.world, letter.slug);
  const gone = await recordWith('gone@archive.example');
  await deliverEvent(site.world, bounce({ to: gone.email, signature: gone.id, at: new Date(clock.now).toISOString() }));
  expect(await confirmAll(site.world)).toBe(27);
  expect(signers).toHaveLength(30);
  // 18 members, and the one whose own domain displaced a claim from elsewhere; two individuals.
  expect(await publicCount()).toMatchObject({ organisations: 19, individuals: 2, total: 21 });
});

it('is reviewed by keyboard alone', async () => {
  const shown = () => page.locator('#waiting').textContent();
  const isWaiting = async (name: string) => {
    await page.locator('#waiting', { hasText: name }).waitFor();
    // Nobody types before the next page's script has loaded.
    await page.waitForLoadState('load');
  };
  const key = async (name: string, then: string) => {
    await page.keyboard.press(name);
    await isWaiting(then);
  };
  const reject = async (why: string) => {
    await page.keyboard.press('r');
    await page.keyboard.type(why);
    await page.keyboard.press('Enter');
  };
  await page.goto(`${home}/review`);
  expect(await shown()).toBe('Comité Sans Frontières');
  expect(await page.getByText('The organisation has already signed').count()).toBe(1);
  await look(page, 'review');
  await reject('Signed already');
  await isWaiting('Ferry Watch');
  await reject('The organisation signed itself');
  await isWaiting('Night Shelter Osh');
  await key('a', 'Real Patriots Union');
  expect((await publicCount()).organisations).toBe(20);
  await key('u', 'Night Shelter Osh');
  expect((await publicCount()).organisations).toBe(19);
  await key('a', 'Real Patriots Union');
  await key('s', 'Romashka');
  expect(await page.getByText('Another organisation has nearly the same name: Фонд «Ромашка»').count()).toBe(1);
  await look(page, 'review-look-alike');
  await reject('Looks like another one');
  await page.getByText('You have reached the end of the queue.').waitFor();
  await page.goto(`${home}/review`);
  expect(await shown()).toBe('Real Patriots Union');
  await reject('Spam');
  await page.getByText('All done.').waitFor();
  await look(page, 'review-empty');
  expect(await publicCount()).toMatchObject({ organisations: 20, individuals: 2, total: 22 });
});

it('corrects a name and withdraws a signature on request', async () => {
  const find = async (name: string) => {
    await page.goto(`${home}/signatures`);
    await page.getByLabel('Word in the name').fill(name);
    await press('Show');
    await follow(page.locator('tbody a'));
  };
  const before = site.world.mails.length;
  await find('oslo committee agi');
  await look(page, 'signature');
  await page.getByText('Edit details').click();
  await page.getByLabel('Organisation', { exact: true }).fill('Oslo Committee against Torture');
  await press('Save the details');
  await page.getByRole('heading', { level: 1, name: 'Oslo Committee against Torture' }).waitFor();
  await find('tunis');
  await page.getByText('Receipt and withdrawal').click();
  await look(page, 'signature-actions');
  await press('Withdraw at the signer’s request');
  await page.getByText('Withdrawn.').waitFor();
  await look(page, 'signature-withdrawn');
  // Meanwhile signers return by the links in their receipts.
  await askAs(site.world, 'office@member-1.example', { action: 'withdraw' });
  await askAs(site.world, 'almaty@member-1.example', { action: 'take-place' });
  await askAs(site.world, 'leocadia@letters.example', { action: 'consents', display: 'withheld' });
  await site.world.sendMails();
  const told = site.world.mails.slice(before).map(({ to }) => to);
  expect(told).toEqual(expect.arrayContaining(['office@member-18.example', 'office@member-16.example']));
  expect(await publicCount()).toMatchObject({ organisations: 19, individuals: 2, total: 21 });
});

it('has equal totals in figures, recount, public count and list, and the exported file', async () => {
  await page.goto(`${home}/figures`);
  await look(page, 'figures-empty');
  await press('Update now');
  await look(page, 'figures');
  const funnel = async () => {
    const [steps, numbers] = [page.locator('#funnel tbody th'), page.locator('#funnel tbody td:nth-of-type(1)')];
    const said = await numbers.allTextContents();
    return (await steps.allTextContents()).map((step, index) => `${step}: ${said[index]}`);
  };
  const sums = async (id: string) => {
    const numbers = await page.locator(`#${id} tbody td:nth-of-type(1)`).allTextContents();
    return numbers.reduce((sum, number) => sum + Number(number), 0);
  };
  expect(await funnel()).toEqual(['Submitted: 30', 'Mailed: 29', 'Confirmed: 25', 'Counted: 21', 'Published: 19']);
  for (const id of ['countries', 'partners', 'languages']) expect(await sums(id), id).toBe(21);
  const recounted = await recount(site.world.store, letter.slug, { now: new Date(clock.now), pause: async () => {} });
  expect(recounted).toMatchObject({
    outcome: 'exact',
    counted: { organisations: 19, individuals: 2, offline: 0 },
    listed: { organisations: 19, individuals: 2, offline: 0 },
  });
  const { items } = z
    .object({ items: z.array(z.object({ kind: z.string(), organisation: z.object({ name: z.string() }).optional() })) })
    .parse(await site.world.json(`/v1/letters/${letter.slug}/signatures?limit=100`));
  expect(items).toHaveLength(19);

  await page.goto(`${home}/export`);
  await look(page, 'export');
  const [download] = await Promise.all([page.waitForEvent('download'), button('Download').click()]);
  const rows = z
    .array(z.record(z.string(), z.string()))
    .parse(parse(await readFile(await download.path(), 'utf8'), { columns: true, relax_column_count: true }));
  const end = rows.pop()?.['id'];
  expect(end).toContain('End of the export: 19 signatures. Left out: 2 counted with the name withheld');
  const names = items.map(({ organisation }) => organisation?.name);
  expect(rows.map(({ organisation }) => organisation).toSorted()).toEqual(names.toSorted());
  expect(names).toContain('Oslo Committee against Torture');
});

it('shows every other page fit for a client', async () => {
  for (const part of [
    '',
    '/signatures',
    '/signatures?state=silent',
    '/signatures?q=zzz',
    '/bulk',
    '/signals',
    '/disputes',
    '/import',
    '/text',
    '/translations',
    '/translations/fr',
    '/pauses',
    '/deliveries',
    '/answers',
    '/answers/new',
    '/audit',
    '/partners',
    '/partners/valley-radio',
    '/duplicate',
  ]) {
    expect((await page.goto(`${home}${part}`))?.status(), part).toBe(200);
    await look(page, `letter${part.replaceAll(/[^a-z]/g, '-')}`);
  }
  for (const part of ['', '/lists', '/pauses', '/members', '/keys', '/audit', '/me']) {
    expect((await page.goto(`${site.url}/console${part}`))?.status(), part).toBe(200);
    await look(page, `console${part.replaceAll('/', '-')}`);
  }
});

it('ends with a closed letter, and a trail that explains the state of every signature', async () => {
  await page.goto(home);
  await follow(page.getByRole('link', { name: 'Close the letter' }));
  await look(page, 'close');
  await press('Close the letter');
  await page.getByText('Closed on').waitFor();
  await look(page, 'closed');
  expect(await (await fetch(`${site.url}/${letter.slug}/form`)).text()).not.toContain('<input');
  await page.goto(`${home}/audit`);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'JSON' }).click(),
  ]);
  const { lines } = z
    .object({ lines: z.array(auditEntry) })
    .parse(JSON.parse(await readFile(await download.path(), 'utf8')));
  const records = await recordsOf(site.world.store);
  expect(records).toHaveLength(30);
  const told = replay(lines, records.map(pastOf));
  for (const record of records) {
    const { id, moderation = null, reviewBecause = null, duplicateOf = null, withdrawnAt, display } = record;
    const counted = isCounted(record);
    const published = counted && display === 'public';
    const stands = { moderation, reviewBecause, duplicateOf, withdrawn: withdrawnAt !== undefined, counted, published };
    expect([record.organisationName, told.get(id)]).toEqual([record.organisationName, stands]);
  }
  const { organisations, individuals } = await publicCount();
  expect([...told.values()].filter(({ counted }) => counted)).toHaveLength(organisations + individuals);
  expect(records.filter((record) => countedAs(record) === 'organisations')).toHaveLength(organisations);
  // The trail holds no personal data.
  const words = signers.flatMap(({ person, email, organisation }) => [person, email, organisation ?? person]);
  expect(words.filter((word) => JSON.stringify(lines).includes(word))).toEqual([]);
});
