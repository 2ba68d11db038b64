/** Everyday tasks of a campaign in a real browser, with clicks and pages counted, axe and pictures of each page. */
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { bundleConsole } from '../../infra/build/bundle-console.ts';
import { raiseDispute } from '../../shared/dispute/dispute.ts';
import { letterSlug } from '../../shared/ids.ts';
import { axeViolations } from '../fixtures/axe.ts';
import { type OpenBrowser, openBrowser } from '../fixtures/browser.ts';
import { type CountedPage, countClicks } from '../fixtures/count-clicks.ts';
import { signIn } from '../fixtures/members.ts';
import { mailsTo, organisationFrom, publicTotal, sign } from '../fixtures/signing.ts';
import { openTestLetter } from '../fixtures/world.ts';
import { byLook, openSite } from './day/site.ts';

const slug = letterSlug.parse('clean-air');
const clock = { now: Date.parse('2026-11-02T10:00:00Z') };
let site: Awaited<ReturnType<typeof openSite>>;
let chromium: OpenBrowser;
let context: BrowserContext;
let page: Page;
let task: CountedPage;
beforeAll(async () => {
  [site, chromium] = await Promise.all([openSite(clock), openBrowser(), bundleConsole()]);
  await openTestLetter(site.world.store, { 'goal: 50': 'goal: 50\npublishedFrom: mailbox-domain' });
});
afterAll(async () => {
  await chromium.close();
  await site.close();
});
beforeEach(async () => {
  clock.now += 3600_000;
  const { jar } = await signIn(site.world);
  context = await chromium.newContext();
  const [name = '', value = ''] = jar.cookie.split('=');
  await context.addCookies([{ name, value, url: site.url, httpOnly: true, sameSite: 'Lax' }]);
  page = await context.newPage();
  task = countClicks(page);
  return () => context.close();
});

const link = (name: string | RegExp) => page.getByRole('link', { name }).first();
const button = (name: string | RegExp) => page.getByRole('button', { name }).first();
const names = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const signs = (number: number) =>
  sign(
    site.world,
    organisationFrom(`union-${number}.example`, `unionist${number}@gmail.com`, `${names[number]}berg Union`),
  );

/** Looks at the page in each width and shade: nothing for axe to find, and no wider than the screen. */
async function look(name: string): Promise<void> {
  for (const [width, scheme] of [
    [390, 'light'],
    [390, 'dark'],
    [1280, 'light'],
    [1280, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: scheme });
    // The width decides what is on the page, and the shade only its colours.
    const rules = scheme === 'dark' ? { rules: byLook } : undefined;
    expect(await axeViolations(page, rules), `${name}, ${width}, ${scheme}`).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), `${name}, ${width}`).toBe(true);
    const folder = process.env['SCREENSHOTS'];
    if (folder) await page.screenshot({ path: `${folder}/${name}-${width}-${scheme}.png`, fullPage: true });
  }
}

it('clears a queue of twenty', async () => {
  for (let number = 0; number < 20; number += 1) await signs(number);
  await task.open(`${site.url}/console`);
  await look('to-do');
  await task.follow(link('signatures awaiting review'));
  await look('review');
  for (let number = 0; number < 20; number += 1) await task.follow(button(/^Approve/));
  await page.getByText('All done.').waitFor();
  expect(await publicTotal(site.world)).toBe(20);
  expect(task.effort()).toEqual({ clicks: 21, fields: 0, pages: 22 });
});

it('sees what needs attention first thing in the morning', async () => {
  await signs(20);
  await task.open(`${site.url}/console`);
  await page.getByRole('link', { name: 'signature awaiting review' }).waitFor();
  expect(task.effort()).toEqual({ clicks: 0, fields: 0, pages: 1 });
});

it('answers a complaint', async () => {
  const raised = { organisation: 'Aberg Union', name: 'Press Desk', email: 'press@complainant.example', homepage: '' };
  await raiseDispute(site.world.store, slug, raised, new Date(clock.now));
  await task.open(`${site.url}/console`);
  await task.follow(link('complaint to answer'));
  await look('complaints');
  await task.fill(page.getByLabel(/Your words to the person/), 'We have checked with their board.');
  await task.follow(button('Keep and answer'));
  await page.getByText('Kept').waitFor();
  expect(task.effort()).toEqual({ clicks: 2, fields: 1, pages: 3 });
  await site.world.sendMails();
  expect(mailsTo(site.world, raised.email)[0]?.text).toContain('We have checked with their board.');
});

it('adds a name agreed by phone', async () => {
  await task.open(`${site.url}/console/letters/${slug}`);
  await look('overview');
  await task.follow(link('Signatures'));
  await task.follow(link('Add by hand'));
  await look('add-by-hand');
  await task.fill(page.getByLabel('Organisation', { exact: true }).last(), 'Quayside Choir');
  await task.choose(page.getByLabel('Country'), 'KZ');
  await task.fill(page.getByLabel('How did they agree?'), 'By phone, 2 November, with Rita');
  await task.press(page.getByLabel('They agreed to be listed by name'));
  await task.follow(button('Add to the list'));
  await page.getByText('Added.').waitFor();
  expect(task.effort()).toEqual({ clicks: 4, fields: 3, pages: 4 });
});

it('tells three rejected signers why', async () => {
  await task.open(`${site.url}/console/letters/${slug}/signatures`);
  for (const name of ['Aberg Union', 'Bberg Union', 'Cberg Union']) await task.press(page.getByLabel(`Select ${name}`));
  await task.choose(page.getByLabel('Action'), 'reject');
  await task.follow(button('With selected'));
  await task.fill(page.getByLabel('Reason'), 'Companies');
  await task.fill(page.getByLabel(/Your sentence to the signer/), 'We list only organisations.');
  await look('bulk-reject');
  await task.follow(button('Continue'));
  await task.follow(button('Reject 3 signatures'));
  expect(task.effort()).toEqual({ clicks: 6, fields: 3, pages: 4 });
});

it('gives a partner the form', async () => {
  await task.open(`${site.url}/console/letters/${slug}`);
  await task.follow(link('Partners'));
  await task.fill(page.getByLabel('Short name'), 'valley-radio');
  await task.fill(page.getByLabel('Name', { exact: true }), 'Valley Radio');
  await task.fill(page.getByLabel('Sites'), 'https://valley-radio.example/news/today');
  await look('partners');
  await task.follow(button('Add partner'));
  await look('partner');
  expect(await page.locator('#snippet-mail').textContent()).toContain('Please paste these lines');
  expect(task.effort()).toEqual({ clicks: 2, fields: 3, pages: 3 });
});

it('hands over the figures of the week', async () => {
  await task.open(`${site.url}/console/letters/${slug}`);
  await task.follow(link('Figures'));
  await task.follow(button(/Count|Update|breakdown/));
  await page.getByText('Last updated').first().waitFor();
  expect(task.effort()).toEqual({ clicks: 2, fields: 0, pages: 3 });
  await page.goto(`${site.url}/console/letters/${slug}`);
  await page.getByText('Last seven days').waitFor();
  await look('overview-week');
});
