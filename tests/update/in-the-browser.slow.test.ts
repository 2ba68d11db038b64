/** News, sharing and the next letter in a real browser: they work, and are loaded only where somebody uses them. */
import { serve } from '@hono/node-server';
import type { BrowserContextOptions, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import * as z from 'zod';
import { freePort, loopback } from '../../infra/local/ports.ts';
import { commandLine } from '../../shared/audit/audit.ts';
import { letterSlug } from '../../shared/ids.ts';
import { importLetter } from '../../shared/letter/lifecycle.ts';
import { setLogo } from '../../shared/letter/set-logo.ts';
import { readLetter } from '../../shared/letter/storage.ts';
import { tintsOf } from '../../shared/letter/tints.ts';
import { writeLetter } from '../../shared/letter/write-letter.ts';
import { en } from '../../shared/text/languages/en.ts';
import { sendUpdate } from '../../shared/update/control.ts';
import { writeUpdate } from '../../shared/update/edit.ts';
import { updateFields } from '../../shared/update/update.ts';
import { newUpload } from '../../shared/upload/storage.ts';
import { keptKey } from '../../shared/upload/upload.ts';
import { fill, formIn, send, styleOf } from '../embed/form.ts';
import { plainPage, scriptTag } from '../embed/pages.ts';
import { type OpenBrowser, openBrowser } from '../fixtures/browser.ts';
import { runTask } from '../fixtures/functions.ts';
import { housekeepingContextOf } from '../fixtures/housekeeping-context.ts';
import { registerPartner } from '../fixtures/partners.ts';
import { mailsTo, sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { endorsement, letterFile, makeWorld, openTestLetter, tokenIn, type World } from '../fixtures/world.ts';
import { violations } from '../system/browser/every-page.ts';
import { type Host, openHost } from '../system/browser/host.ts';
import { anOrganisation } from '../system/browser/signer.ts';

const slug = letterSlug.parse('clean-air');
let world: World;
let site: string;
let host: Host;
let browser: OpenBrowser;
let server: ReturnType<typeof serve>;

beforeAll(async () => {
  const port = await freePort();
  site = `http://${loopback}:${port}`;
  world = makeWorld(await freshStore(), undefined, undefined, { site });
  await openTestLetter(world.store, {
    'goal: 50': 'goal: 50\nasksFollowUp: true\nnext: { address: "https://harbour.example/donate" }',
  });
  [host, browser] = await Promise.all([openHost(), openBrowser()]);
  await registerPartner(world, 'valley-radio', { origins: [host.origin] });
  const texts = {
    en: { subject: 'The first ferry has shore power', text: 'Good news: **no engines** at night.' },
  };
  const now = new Date(world.clock.now);
  const editing = { store: world.store, letter: slug, by: commandLine, now };
  const update = await writeUpdate(editing, updateFields.parse({ texts }));
  await sendUpdate({ store: world.store, update, by: commandLine, now }, now, false);
  server = serve({ fetch: (request) => world.app.fetch(request), port, hostname: loopback });
});
afterAll(async () => {
  await browser?.close();
  await host?.close();
  server?.close();
});

/** @returns a page, and the paths of all its requests to us; any to another site fail the test */
async function visit(address: string, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ viewport: { width: 390, height: 800 }, ...options });
  onTestFinished(() => context.close());
  const asked: string[] = [];
  const elsewhere: string[] = [];
  context.on('request', (request) => {
    const { origin, pathname } = new URL(request.url());
    if (origin === site) asked.push(pathname);
    else if (origin !== host.origin) elsewhere.push(request.url());
  });
  const page = await context.newPage();
  await page.goto(address);
  return { page, asked, elsewhere };
}

const mentions = (asked: readonly string[], part: string) => asked.filter((path) => path.includes(part));
const hrefsIn = (page: Page) =>
  page.getByRole('link').evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));

it('news on a partner’s page links to the full text and loads no form', async () => {
  const { page, asked, elsewhere } = await visit(
    host.page({ html: plainPage(`<sign-on-news letter="${slug}"></sign-on-news>${scriptTag(site)}`) }),
  );
  const link = page.locator('sign-on-news').getByRole('link', { name: 'The first ferry has shore power' });
  await link.waitFor();
  expect(mentions(asked, `/v1/letters/${slug}/news`)).toHaveLength(1);
  for (const part of ['/embed/form-', '/embed/live-', '/embed/share-', '/share'])
    expect(mentions(asked, part)).toEqual([]);
  expect(await violations(page, 'light')).toEqual([]);
  const href = z.string().parse(await link.getAttribute('href'));
  await page.goto(href);
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('The first ferry has shore power');
  expect(await page.locator('strong').textContent()).toBe('no engines');
  expect(elsewhere).toEqual([]);
});

it('a form on a partner’s page never loads news, and loads the share links only after acceptance', async () => {
  const { page, asked, elsewhere } = await visit(
    host.page({
      html: plainPage(`<sign-on-form letter="${slug}" partner="valley-radio"></sign-on-form>${scriptTag(site)}`),
    }),
  );
  const form = formIn(page, slug);
  await fill(form, anOrganisation('Mill Lane Choir'));
  expect(mentions(asked, 'news')).toEqual([]);
  expect(mentions(asked, 'share')).toEqual([]);
  await send(form);
  await form.getByRole('heading', { name: en['share.title'] }).waitFor();
  expect(mentions(asked, '/embed/share-')).toHaveLength(1);
  expect(mentions(asked, `/v1/letters/${slug}/share`)).toHaveLength(1);
  expect(mentions(asked, 'news')).toEqual([]);
  // Nobody can tell from a link who shared it, or on which site.
  const links = await form.getByRole('link').evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
  expect(links.filter((href) => /^(https:|mailto:|sgnl:)/.test(href)).length).toBeGreaterThanOrEqual(9);
  for (const href of links) expect(decodeURIComponent(href)).not.toMatch(/valley|localhost|choir|utm|partner/i);
  expect(await violations(page, 'light')).toEqual([]);
  expect(elsewhere).toEqual([]);
});

/** Gives the letter a colour and a logo, as the console does. */
async function wear(colour: string): Promise<void> {
  const { store, files, clock } = world;
  const before = await readLetter(store, slug);
  if (!before) throw new Error('there is no letter');
  await writeLetter(store, { ...before, settings: { ...before.settings, colour }, revision: before.revision + 1 }, []);
  const now = new Date(clock.now);
  const waiting = newUpload(slug, { kind: 'look' }, now, commandLine);
  const key = keptKey(waiting);
  const picture = await sharp({ create: { width: 640, height: 160, channels: 3, background: colour } })
    .png()
    .toBuffer();
  files.set(key, picture);
  const file = { key, type: 'image/png', bytes: picture.length, size: { width: 640, height: 160 } } as const;
  const upload = { ...waiting, progress: { state: 'kept', since: now.toISOString(), file } } as const;
  const letter = await readLetter(store, slug);
  if (!letter || !(await setLogo(store, letter, upload, commandLine, now))) throw new Error('the logo was not taken');
  clock.now += 60_000;
}

const rgb = (colour: string) =>
  `rgb(${[1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16)).join(', ')})`;

it.each(['#8a1538', '#000000', '#0645ad', '#5c6b00'])(
  'the elements on a partner’s page have the logo and the colour %s, which can be read on light and dark pages',
  async (colour) => {
    await wear(colour);
    const { light, dark } = tintsOf(colour);
    const html = plainPage(
      `<sign-on-form letter="${slug}"></sign-on-form><sign-on-count letter="${slug}"></sign-on-count>${scriptTag(site)}`,
      '<meta name="color-scheme" content="light dark">',
    );
    for (const [colorScheme, tint] of [
      ['light', light],
      ['dark', dark],
    ] as const) {
      const { page } = await visit(host.page({ html }), { colorScheme });
      const form = formIn(page, slug);
      const button = form.getByRole('button', { name: en['form.submit'] });
      await button.waitFor();
      expect(await styleOf(button, 'backgroundColor')).toBe(rgb(tint.accent));
      expect(await styleOf(button, 'color')).toBe(rgb(tint.on));
      const bar = page.locator('sign-on-count').getByRole('progressbar');
      await bar.waitFor();
      expect(await styleOf(bar, 'color')).toBe(rgb(tint.accent));
      const logo = form.getByRole('img', { name: 'Harbour Neighbours' });
      await logo.scrollIntoViewIfNeeded();
      await expect.poll(() => logo.evaluate((image) => Reflect.get(image, 'naturalWidth'))).toBe(640);
      expect(await violations(page, colorScheme)).toEqual([]);
    }
  },
);

it('after the press a signer is thanked and can copy the link, also from the receipt, without JavaScript too', async () => {
  const signer = anOrganisation('Quayside Club');
  const body = endorsement(7, {
    organisation: { name: 'Quayside Club', country: 'KZ' },
    signatory: { name: signer.name, role: 'Director', email: signer.email },
  });
  await world.submit(slug, body);
  await world.sendMails();
  const [mail] = mailsTo(world, signer.email);
  if (!mail) throw new Error('no mail came');
  const { page, asked, elsewhere } = await visit(`${site}/confirm/${tokenIn(mail)}`, {
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await page.getByRole('button', { name: en['confirm.button'] }).click();
  await page.getByRole('heading', { name: en['share.title'] }).waitFor();
  await page.getByRole('button', { name: en['share.copy'] }).click();
  await page.getByText(en['share.copied']).waitFor();
  expect(await page.evaluate('navigator.clipboard.readText()')).toBe(`${site}/${slug}`);
  expect(await hrefsIn(page)).toContain('https://harbour.example/donate');
  expect(await violations(page, 'light')).toEqual([]);
  expect(asked.filter((path) => !path.startsWith('/confirm/') && path !== '/favicon.svg')).toEqual([]);
  expect(elsewhere).toEqual([]);

  await world.sendMails();
  const receipt = mailsTo(world, signer.email).at(-1);
  const address = z.string().parse(/http\S+#share/.exec(receipt?.text ?? '')?.[0]);
  const plain = await visit(address, { javaScriptEnabled: false });
  expect(await plain.page.locator('#share input').inputValue()).toBe(`${site}/${slug}`);
  expect(await plain.page.getByRole('button', { name: en['share.copy'] }).isVisible()).toBe(false);
  expect(plain.elsewhere).toEqual([]);
});

it('the link to the next letter opens its form filled in, and one press signs', async () => {
  const consents = { publication: true, updates: false, partner: false, followUp: true };
  const { email } = await sign(world, endorsement(9, { consents }));
  const next = letterFile({ 'slug: clean-air': 'slug: clean-water', 'goal: 50': 'goal: 50\nfollows: clean-air' });
  await importLetter(world.store, next, [], { now: new Date(world.clock.now), open: true });
  world.clock.now += 60_000;
  await runTask(housekeepingContextOf(world), { task: 'letters' });
  await world.sendMails();
  const invitation = mailsTo(world, email).at(-1);
  const path = z.string().parse(/\/clean-water\/follow\/[a-z0-9]{46}/.exec(invitation?.text ?? '')?.[0]);
  const { page, elsewhere } = await visit(site + path);
  expect(await page.getByLabel(en['form.email']).inputValue()).toBe(email);
  expect(await violations(page, 'light')).toEqual([]);
  await page.getByLabel(en['form.attestation']).check();
  await page.getByLabel(en['form.publication']).check();
  const before = world.mails.length;
  await page.getByRole('button', { name: en['letter.sign'] }).click();
  await page.getByText(en['confirm.done-title']).waitFor();
  expect(await violations(page, 'dark')).toEqual([]);
  await world.sendMails();
  expect(world.mails.slice(before).map(({ about }) => about['mail'])).toEqual(['receipt']);
  expect(elsewhere).toEqual([]);
});
