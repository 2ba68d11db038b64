/** The form of the letter's own page: what a person has to do, and what a browser has to load and to move. */
import { gzipSync } from 'node:zlib';
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { bundleEmbed } from '../../../infra/build/bundle-embed.ts';
import { serveHttp } from '../../../infra/local/http.ts';
import { freePort } from '../../../infra/local/ports.ts';
import { en } from '../../../shared/text/languages/en.ts';
import { formTag, plainPage, scriptTag } from '../../embed/pages.ts';
import { follow, type OpenBrowser, openBrowser } from '../../fixtures/browser.ts';
import { registerPartner } from '../../fixtures/partners.ts';
import { freshStore } from '../../fixtures/store.ts';
import { makeWorld, openTestLetter, tokenIn, type World } from '../../fixtures/world.ts';
import { type Host, openHost } from './host.ts';
import { anOrganisation, formOn, type Signer } from './signer.ts';

type WhenDone = (close: () => Promise<void>) => void;

let world: World;
let browser: OpenBrowser | undefined;
let host: Host | undefined;
let server: Awaited<ReturnType<typeof serveHttp>> | undefined;
let origin: string;

const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

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
  await openTestLetter(world.store, { 'goal: 50': 'closes: 2999-06-30T21:59:00Z\ntimeZone: Asia/Almaty\ngoal: 50' });
  host = await openHost();
  await registerPartner({ store: world.store, clock: { now: Date.now() } }, 'harbour-news', {
    origins: [host.origin],
    letters: ['clean-air'],
  });
  server = await serveHttp(world.app.fetch, port);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await host?.close();
  await server?.stop();
});

async function open(options: BrowserContextOptions, close: WhenDone): Promise<Page> {
  const context = await browser?.newContext({ baseURL: origin, ...options });
  if (!context) return expect.unreachable('no browser');
  close(() => context.close());
  return context.newPage();
}

function partnerPage(): string {
  if (!host) return expect.unreachable('no host');
  return host.page({ html: plainPage(formTag(origin, 'clean-air', 'partner="harbour-news"') + scriptTag(origin)) });
}

/** Fills in every field that is shown, by its label. Returns how many values were typed or chosen, and boxes ticked. */
async function fillInAll(form: Locator, { organisation = '', name, role = '', email }: Signer) {
  const [who] = email.split('@');
  const values = new Map<string, string>([
    [en['form.organisation-name'], organisation],
    [en['form.website'], `${who}.example`],
    [en['form.country'], 'Kazakhstan'],
    [en['form.name'], name],
    [en['form.role'], role],
    [en['form.email'], email],
  ]);
  let typed = 0;
  for (const [label, value] of values) {
    const field = form.getByLabel(label, { exact: true });
    const isList = await field.evaluate((element) => element.tagName === 'SELECT');
    if (isList) await field.selectOption({ label: value });
    else await field.fill(value);
    typed += 1;
  }
  const required = [en['form.attestation'], en['form.publication']];
  for (const label of required) await form.getByLabel(label).check();
  const fields = form.locator('input:not([type=hidden],[type=radio],[type=checkbox]),select').filter({ visible: true });
  const isTrap = (await form.getByLabel(en['form.honeypot']).filter({ visible: true }).count()) > 0 ? 1 : 0;
  return { typed, shown: (await fields.count()) - isTrap, ticked: required.length };
}

test.for([
  ['the letter’s page', {}],
  ['the letter’s page without JavaScript', { javaScriptEnabled: false }],
  ['a partner’s page', {}],
] as const)(
  'on a phone an organisation signs with six values, two boxes and three pages: %s',
  async (way, { onTestFinished }) => {
    const [what, options] = way;
    const isPartner = what === 'a partner’s page';
    const page = await open({ ...phone, ...options }, onTestFinished);
    const signer = anOrganisation(`Reading Circle of ${what}`);
    await page.goto(isPartner ? partnerPage() : '/clean-air');
    const form = isPartner ? page.locator('sign-on-form .root') : await formOn(page);
    await form.getByRole('button', { name: en['form.submit'] }).waitFor();
    expect(await fillInAll(form, signer)).toEqual({ typed: 6, shown: 6, ticked: 2 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    await form.getByRole('button', { name: en['form.submit'] }).click();

    await page.getByRole('heading', { name: en['sent.title'], exact: true }).waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    await world.sendMails();
    const mail = world.mails.find(({ to }) => to === signer.email) ?? expect.unreachable('no mail');

    await page.goto(`${origin}/confirm/${tokenIn(mail)}`);
    expect(await page.locator('input:not([type=hidden])').count()).toBe(0);
    await follow(page.getByRole('button', { name: en['confirm.button'] }));
    await page.getByRole('heading', { name: en['confirm.done-title'], exact: true }).waitFor();
    expect(await world.json('/v1/letters/clean-air/signatures?q=Reading')).toMatchObject({
      items: expect.arrayContaining([
        expect.objectContaining({ organisation: expect.objectContaining({ name: signer.organisation }) }),
      ]),
    });
  },
);

test.for([true, false])(
  'each kind of co-signatory sees its own fields, with JavaScript: %s',
  async (javaScriptEnabled, { onTestFinished }) => {
    const page = await open({ javaScriptEnabled }, onTestFinished);
    await page.goto('/clean-air');
    const form = await formOn(page);
    const isShown = (label: string) => form.getByLabel(label, { exact: true }).isVisible();
    const hint = form.getByText(en['form.organisation-hint']);
    expect(await Promise.all([hint.isVisible(), isShown(en['form.website']), isShown(en['form.attestation'])])).toEqual(
      [false, true, true],
    );
    await form.getByLabel(en['form.kind-individual']).check();
    await hint.waitFor();
    await expect
      .poll(() => Promise.all([isShown(en['form.website']), isShown(en['form.attestation'])]))
      .toEqual([false, false]);
    // Authority is asked once, by the box.
    expect(await form.getByText(/authori[sz]ed/).count()).toBe(1);
  },
);

test.for([
  [390, '/clean-air', 0],
  [390, '/clean-air', 1_000_000],
  [390, '/clean-air#sign', 0],
  [390, '/clean-air/form', 1_000_000],
  [1280, '/clean-air', 0],
  [1280, '/clean-air', 1_000_000],
  [1280, '/clean-air/form', 1_000_000],
] as const)(
  'nothing moves when the element takes the place of the plain form: %i px, %s, scrolled by %i',
  async ([width, path, scrolled], { onTestFinished }) => {
    const page = await open({ viewport: { width, height: 844 } }, onTestFinished);
    await page.addInitScript(`
    globalThis.shifts = [];
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries())
        shifts.push([value, ...sources.map(({ node }) => node && (node.outerHTML ?? node.textContent).slice(0, 120))]);
    }).observe({ type: 'layout-shift', buffered: true });`);
    const painted = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))';
    let go = () => {};
    const held = new Promise<void>((done) => {
      go = done;
    });
    await page.route('**/embed/form-*.js', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(path);
    await page.evaluate(`scrollBy(0, ${scrolled})`);
    await page.evaluate(painted);
    const height = 'document.documentElement.scrollHeight';
    const before = await page.evaluate(height);
    await page.evaluate('shifts.splice(0)');
    go();
    await formOn(page);
    await page.evaluate(painted);
    expect(await page.evaluate('shifts')).toEqual([]);
    expect(await page.evaluate(height)).toBe(before);
  },
);

test('the deadline on top is in the reader’s time zone', async ({ onTestFinished }) => {
  const options = { timezoneId: 'America/Santiago' };
  const page = await open(options, onTestFinished);
  await page.goto('/clean-air');
  const [time, form] = [page.locator('.glance time'), await formOn(page)];
  await expect.poll(() => time.textContent()).toMatch(/^30 June 2999(,| at) 17:59 GMT-4$/);
  expect(await form.textContent()).toMatch(/until 1 July 2999(,| at) 02:59 GMT\+5\./);
  const plain = await open({ ...options, javaScriptEnabled: false }, onTestFinished);
  await plain.goto('/clean-air');
  expect(await plain.locator('.glance time').textContent()).toMatch(/^1 July 2999(,| at) 02:59 GMT\+5$/);
});

test('page, script and strings are at most 60 kB, compressed, with all that signing needs', async ({
  onTestFinished,
}) => {
  const page = await open({}, onTestFinished);
  const urls: string[] = [];
  page.on('request', (request) => urls.push(request.url()));
  await page.goto('/clean-air');
  const form = await formOn(page);
  await form.getByLabel(en['form.name'], { exact: true }).pressSequentially('A');
  await form.getByText(en['embed.proof-ready']).waitFor();
  const sizes = await Promise.all(
    [...new Set(urls)].map(
      async (url) => [url, gzipSync(await (await fetch(url)).bytes(), { level: 9 }).length] as const,
    ),
  );
  const total = z.number().parse(sizes.reduce((sum, [, size]) => sum + size, 0));
  expect(urls.every((url) => url.startsWith(origin))).toBe(true);
  expect(total, JSON.stringify(sizes)).toBeLessThanOrEqual(60_000);
});
