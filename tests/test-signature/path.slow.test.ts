/** Signing a draft as a test in a real browser without JavaScript, from the preview page to the confirmation. */
import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { letterSlug } from '../../shared/ids.ts';
import { setState } from '../../shared/letter/lifecycle.ts';
import { look, openSite } from '../console/day/site.ts';
import { follow, type OpenBrowser, openBrowser } from '../fixtures/browser.ts';
import { makeDraft } from '../fixtures/drafts.ts';

const clock = { now: Date.parse('2026-11-02T10:00:00Z') };
let site: Awaited<ReturnType<typeof openSite>>;
let chromium: OpenBrowser;
let context: BrowserContext;
beforeAll(async () => {
  [site, chromium] = await Promise.all([openSite(clock), openBrowser()]);
  context = await chromium.newContext({ locale: 'en-GB' });
});
afterAll(async () => {
  await chromium.close();
  await site.close();
});

it('fills in the form, gets the mail, confirms, and is later told that it was a test', async () => {
  const { world, url } = site;
  const preview = await makeDraft(world);
  // The checks of `look` need scripts; the form itself has none.
  const page = await context.newPage();
  await page.goto(`${url}${preview}`);
  await look(page, 'preview');
  const plain = await (await chromium.newContext({ javaScriptEnabled: false, locale: 'en-GB' })).newPage();
  const field = (name: string) => plain.locator(`[name="${name}"]`);
  await plain.goto(`${url}${preview}`);
  await field('organisation.name').fill('Lantern Makers');
  await field('organisation.website').fill('https://lantern-makers.example');
  await field('organisation.country').selectOption('KZ');
  await field('signatory.name').fill('Wilhelmina Quill');
  await field('signatory.email').fill('not an address');
  for (const box of await plain.getByRole('checkbox').all()) await box.check();
  const press = plain.getByRole('button', { name: 'Sign as a test' });
  await follow(press);
  await expect.poll(() => plain.locator('#errors').count()).toBe(1);
  expect(await field('signatory.name').inputValue()).toBe('Wilhelmina Quill');
  await field('signatory.email').fill('wilhelmina@lantern-makers.example');
  await follow(press);
  expect(await plain.getByRole('heading', { level: 1 }).textContent()).toBe('Check your email');
  await world.sendMails();
  const [mail] = world.mails;
  const link = /(http:\/\/\S+\/test\/[a-z0-9]{46})/.exec(mail?.text ?? '')?.[1] ?? '';
  await page.goto(link);
  await look(page, 'test-press');
  await plain.goto(link);
  await follow(plain.getByRole('button', { name: 'Confirm the test' }));
  expect(await plain.getByRole('heading', { level: 1 }).textContent()).toBe('Your test signature is confirmed');
  await page.goto(link);
  await look(page, 'test-done');
  await setState(world.store, letterSlug.parse('clean-air'), 'open', new Date(clock.now));
  clock.now += 60_000;
  await plain.goto(link);
  expect(await plain.getByRole('heading', { level: 1 }).textContent()).toBe('This was a test signature');
  await page.goto(link);
  await look(page, 'test-over');
  await follow(plain.getByRole('link', { name: 'Sign this letter' }));
  expect(new URL(plain.url()).pathname).toBe('/clean-air');
});
