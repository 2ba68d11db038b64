/** People who share one network, such as a university: as many can sign from our own page as from a partner's. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundleEmbed } from '../../../infra/build/bundle-embed.ts';
import { serveHttp } from '../../../infra/local/http.ts';
import { freePort } from '../../../infra/local/ports.ts';
import { countUse } from '../../../shared/screening/network-use.ts';
import { en } from '../../../shared/text/languages/en.ts';
import { type OpenBrowser, openBrowser } from '../../fixtures/browser.ts';
import { inLambda } from '../../fixtures/proof.ts';
import { recordsOf } from '../../fixtures/records.ts';
import { freshStore } from '../../fixtures/store.ts';
import { keys, makeWorld, openTestLetter, type World } from '../../fixtures/world.ts';
import { aPerson, fillIn, formOn, type Signer } from './signer.ts';

const university = '203.0.113.77';
let world: World;
let browser: OpenBrowser | undefined;
let server: Awaited<ReturnType<typeof serveHttp>> | undefined;
let origin: string;

beforeAll(async () => {
  await bundleEmbed();
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  const clock = {
    get now() {
      return Date.now();
    },
  };
  world = makeWorld(await freshStore(), clock, undefined, { site: origin });
  const closes = { 'goal: 50': 'closes: 2999-06-30T21:59:00Z\ntimeZone: Asia/Almaty\ngoal: 50' };
  await openTestLetter(world.store, closes);
  // As if the requests came from a remote network: the local machine has no caps.
  server = await serveHttp((request) => world.app.fetch(request, inLambda(university)), port);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function visit(path: string, options: BrowserContextOptions, close: (done: () => Promise<void>) => void) {
  const context = await browser?.newContext({ baseURL: origin, ...options });
  if (!context) return expect.unreachable('no browser');
  close(() => context.close());
  const page = await context.newPage();
  await page.goto(path);
  return page;
}

const sent = (page: Page) => page.getByRole('heading', { name: en['sent.title'], exact: true });

async function expectMails(signers: readonly Signer[]): Promise<void> {
  await world.sendMails();
  expect(world.mails.map(({ to }) => to)).toEqual(expect.arrayContaining(signers.map(({ email }) => email)));
}

test('the last of fifty from one network gets a mail, from each of our pages', async ({ onTestFinished }) => {
  const client = { address: university, local: false };
  for (let number = 0; number < 48; number += 1) {
    await countUse(world.store, keys, client, { door: 'with-proof', isExempt: false, now: new Date() });
  }
  const signers = [aPerson('Nina Forty-nine'), aPerson('Farid Fifty')];
  await Promise.all(
    ['/clean-air', '/clean-air/form'].map(async (path, index) => {
      const page = await visit(path, {}, onTestFinished);
      await fillIn(page, signers[index] ?? expect.unreachable());
      await sent(page).waitFor();
    }),
  );
  await expectMails(signers);
  for (const record of await recordsOf(world.store)) expect(record.screening).toBe('-----');
});

test('typing before the element has loaded loses neither what was typed nor the keyboard focus', async ({
  onTestFinished,
}) => {
  const page = await visit('about:blank', {}, onTestFinished);
  let go = () => {};
  const held = new Promise<void>((resolve) => {
    go = resolve;
  });
  await page.route('**/embed/form-*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/clean-air');
  const plain = page.locator('sign-on-form > form');
  await plain.getByLabel(en['form.kind-individual']).check();
  await plain.getByLabel(en['form.country'], { exact: true }).selectOption('KZ');
  await plain.getByLabel(en['form.display-withheld']).check();
  await plain.getByLabel(en['form.updates']).check();
  await plain.getByLabel(en['form.email']).fill('early@signers.example');
  await plain.getByLabel(en['form.name'], { exact: true }).pressSequentially('Early Bi');
  go();
  const form = await formOn(page);
  expect(await plain.isVisible()).toBe(false);
  await page.keyboard.type('rd');
  expect(await form.getByLabel(en['form.name'], { exact: true }).inputValue()).toBe('Early Bird');
  expect(await form.getByLabel(en['form.country'], { exact: true }).inputValue()).toBe('Kazakhstan');
  expect(await form.getByLabel(en['form.kind-individual']).isChecked()).toBe(true);
  expect(await form.getByLabel(en['form.display-withheld']).isChecked()).toBe(true);
  expect(await form.getByLabel(en['form.updates']).isChecked()).toBe(true);
  expect(await form.getByLabel(en['form.publication']).isChecked()).toBe(false);
});

test('the plain form stays when the element cannot be loaded', async ({ onTestFinished }) => {
  for (const pattern of ['**/embed/v1.js', '**/embed/form-*.js', '**/v1/letters/clean-air?*']) {
    const page = await visit('about:blank', {}, onTestFinished);
    await page.route(pattern, (route) => route.abort());
    await page.goto('/clean-air', { waitUntil: 'networkidle' });
    expect(await page.locator('sign-on-form > form').isVisible(), pattern).toBe(true);
  }
});

test('without JavaScript people are told that the network exceeded its cap, and when to try again', async ({
  onTestFinished,
}) => {
  const client = { address: university, local: false };
  const page = await visit('/clean-air', { javaScriptEnabled: false }, onTestFinished);
  const first = aPerson('Ola Plain');
  await fillIn(page, first);
  await sent(page).waitFor();
  for (let number = 0; number < 10; number += 1) {
    await countUse(world.store, keys, client, { door: 'without-proof', isExempt: false, now: new Date() });
  }
  await page.goto('/clean-air');
  const late = aPerson('Lou Late');
  await fillIn(page, late);
  const alert = page.getByRole('alert');
  await alert.waitFor();
  expect(await alert.textContent()).toMatch(/JavaScript.*after \d+ \w+ \d{4}.*GMT\+5/);
  expect(await page.getByLabel(en['form.email']).inputValue()).toBe(late.email);
  await expectMails([first]);
  expect(world.mails.map(({ to }) => to)).not.toContain(late.email);
});

test('the form shows the deadline in the letter’s time zone and in the reader’s', async ({ onTestFinished }) => {
  const options = { timezoneId: 'America/Santiago' };
  const element = await formOn(await visit('/clean-air', options, onTestFinished));
  expect(await element.textContent()).toMatch(/until 1 July 2999(,| at) 02:59 GMT\+5\./);
  expect(await element.getByText('In your time zone').textContent()).toMatch(/30 June 2999(,| at) 17:59 GMT-4\./);
  const plain = await formOn(await visit('/clean-air', { ...options, javaScriptEnabled: false }, onTestFinished));
  expect(await plain.textContent()).toMatch(/until 1 July 2999(,| at) 02:59 GMT\+5\./);
});
