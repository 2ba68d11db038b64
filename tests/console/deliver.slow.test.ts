/** A letter is delivered, handed over, acknowledged and answered in a real browser, with real documents. */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { typesetDocuments } from '../../functions/document/typeset.ts';
import { bundleConsole } from '../../infra/build/bundle-console.ts';
import { readDeliveries } from '../../shared/delivery/storage.ts';
import { letterSlug } from '../../shared/ids.ts';
import { type Bucket, readObject } from '../../shared/platform/bucket/bucket.ts';
import { axeViolations } from '../fixtures/axe.ts';
import { follow, type OpenBrowser, openBrowser } from '../fixtures/browser.ts';
import { freshBucket } from '../fixtures/bucket.ts';
import { work } from '../fixtures/deliveries.ts';
import { sign } from '../fixtures/signing.ts';
import { endorsement, openTestLetter, secretariatEmail } from '../fixtures/world.ts';
import { levels, look, openSite } from './day/site.ts';

const clock = { now: Date.parse('2026-03-02T07:00:00Z') };
const slug = letterSlug.parse('clean-air');
const mayor = 'lord-mayor@guildhall.example';
const names = ['Łąka i Źdźbło', 'جمعية النخلة الخضراء', '青い川の会'];

let site: Awaited<ReturnType<typeof openSite>>;
let chromium: OpenBrowser;
let page: Page;
let bucket: Bucket;
beforeAll(async () => {
  [site, chromium, bucket] = await Promise.all([openSite(clock), openBrowser(), freshBucket(), bundleConsole()]);
  await openTestLetter(site.world.store);
  for (const [place, name] of names.entries()) {
    await sign(site.world, endorsement(place + 1, { organisation: { name, country: 'KZ' } }));
  }
  const context = await chromium.newContext();
  context.setDefaultTimeout(20_000);
  page = await context.newPage();
});
afterAll(async () => {
  await chromium.close();
  await site.close();
});

const press = (name: string | RegExp) => follow(page.getByRole('button', { name }));
const open = (name: string | RegExp) => follow(page.getByRole('link', { name }));
const mailWith = (words: string) => site.world.mails.findLast(({ text }) => text.includes(words));
const linkIn = (text: string | undefined, door: string) =>
  new RegExp(`${site.url}/\\S*${door}\\S*`).exec(text ?? '')?.[0] ?? '';

/** Runs the document function on a bucket that the site reads. */
async function makeDocuments(): Promise<void> {
  const { deliveries } = await readDeliveries(site.world.store, slug);
  const delivery = deliveries.at(-1);
  if (!delivery) throw new Error('nothing was started');
  const { progress } = await work(site.world, bucket, delivery, { typeset: typesetDocuments });
  if (progress.state !== 'ready') throw new Error(progress.state);
  for (const { key } of progress.files) site.world.files.set(key, (await readObject(bucket, key)) ?? new Uint8Array());
}

/** A mail program shows it in the colours that it has from the start. */
async function lookAtMail(reader: Page, html: string, name: string): Promise<void> {
  const folder = process.env['CONSOLE_SHOTS'];
  for (const colorScheme of ['light', 'dark'] as const) {
    await reader.setViewportSize({ width: 390, height: 844 });
    await reader.emulateMedia({ colorScheme });
    await reader.goto('about:blank');
    await reader.setContent(html);
    if (folder) await reader.screenshot({ path: join(folder, `mail-${name}-${colorScheme}.png`), fullPage: true });
    // In the dark, axe takes the canvas behind a mail for white.
    if (colorScheme === 'light') expect(await axeViolations(reader, { tags: levels }), name).toEqual([]);
  }
  await reader.emulateMedia({ colorScheme: 'light' });
}

it('is frozen, made, sent, acknowledged and answered, and the public sees it', async () => {
  await page.goto(`${site.url}/console`);
  await page.getByLabel('Your email address').fill(secretariatEmail);
  await press('Send me a link');
  await site.world.sendMails();
  await page.goto(linkIn(mailWith('/console/enter/')?.text, 'enter/'));
  await press(/Sign in/);

  await page.goto(`${site.url}/console/letters/${slug}/deliveries`);
  await look(page, 'deliveries-empty');
  await page.getByLabel(/^Final/).check();
  await press('Continue');
  await look(page, 'deliveries-confirm');
  await press(/Close the letter and freeze 3 names/);
  await look(page, 'delivery-freezing');
  await makeDocuments();
  await open('Refresh');
  await look(page, 'delivery-ready');

  await open('Send it by email');
  await page.getByLabel('The Mayor').fill(mayor);
  await page.getByLabel('Cover note').fill('Dear Mayor,\n\nplease read this.\n\nYours faithfully');
  await look(page, 'delivery-send');
  await press('Preview');
  await look(page, 'delivery-preview');
  await press('Send it to 1 addressee');
  await site.world.sendMails();
  const mail = site.world.mails.find(({ to }) => to === mayor);
  expect(mail?.attachments.map(({ content }) => content.subarray(0, 5).toString())).toEqual(['%PDF-']);

  const reader = await (await chromium.newContext()).newPage();
  for (const { to, html } of site.world.mails.filter(({ about }) => about['mail'] === 'handover')) {
    await lookAtMail(reader, html, to === mayor ? 'addressee' : 'copy');
  }
  await reader.goto(linkIn(mail?.text, 'arrived/'));
  await look(reader, 'arrived');
  await follow(reader.getByRole('button'));
  await look(reader, 'arrived-done');
  await page.reload();
  await look(page, 'delivery-acknowledged');
  expect(await page.getByText('Receipt confirmed by the recipient').count()).toBe(1);
  expect(await page.getByRole('link', { name: 'Cancel this delivery' }).count()).toBe(0);

  await open('Record a handover in person or by post');
  await page.getByLabel('Place').fill('Guildhall');
  await look(page, 'delivery-by-hand');
  await press('Save the handover');

  await page.goto(`${site.url}/console/letters/${slug}/answers`);
  await look(page, 'answers-empty');
  await open('Record an answer');
  await page.getByLabel('From').fill('Office of the Mayor');
  await page.getByLabel('Text').fill('We **agree**.\n\n- from January\n- at both piers');
  await look(page, 'answer-new');
  await press('Publish the answer');
  await look(page, 'answers');

  clock.now += 40_000;
  await reader.goto(`${site.url}/${slug}`);
  await look(reader, 'public-letter-answered');
  expect(await reader.getByText('Office of the Mayor').count()).toBe(1);
  await follow(reader.getByRole('link', { name: 'About this delivery, with all files' }));
  await look(reader, 'public-delivery');
  await follow(reader.getByRole('link', { name: 'List as a web page, also for screen readers' }));
  await look(reader, 'public-delivery-names');
  const shown = await reader.locator('ol.names .who').allTextContents();
  expect(shown.toSorted()).toEqual(names.toSorted());
}, 240_000);
