/**
 * The whole life of a letter in a real browser on the real local stack: 500 sign and confirm, the secretariat delivers
 * the frozen list, the addressee says that it arrived, and the answer is public.
 */
import { PDFDocument } from '@cantoo/pdf-lib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { localSecretariat } from '../../../infra/local/environment.ts';
import { en } from '../../../shared/text/languages/en.ts';
import { follow } from '../../fixtures/browser.ts';
import { makeManyNames } from '../../fixtures/document.ts';
import { linkIn, mailsByAddress, waitForMail } from '../../fixtures/inbox.ts';
import { personal } from '../../fixtures/personal.ts';
import { anOrganisation, aPerson, fillIn, type Signer } from './signer.ts';
import { openSite, type Site } from './site.ts';

const number = 500;
const unnamed = 5;
const mayor = 'first-citizen@guildhall.example';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

/** @returns organisations and people in twenty scripts, each with a domain; the first few withhold their names */
function signers(): Signer[] {
  const { organisations, individuals } = makeManyNames(number).undersigned;
  return [...organisations, ...individuals].map((entry, place) => {
    const signer =
      entry.kind === 'organisation'
        ? { ...anOrganisation(entry.name), ...(entry.country ? { country: entry.country } : {}) }
        : aPerson(entry.name);
    // Mails to one domain that strangers cause have a cap.
    const email = `signer@org-${place}.example`;
    personal(email);
    return { ...signer, email, withheld: place < unnamed };
  });
}

/** People who are at it at the same time: each waits three seconds until the server believes that a person typed. */
const visitors = 8;

async function together<T>(all: readonly T[], act: (page: Page, one: T) => Promise<void>): Promise<void> {
  const waiting = all.values();
  const closing: (() => Promise<void>)[] = [];
  const pages: Page[] = [];
  while (pages.length < visitors) {
    const page = await site.visit('/', {}, (close) => closing.push(close));
    // They share the machine with each other, and with other tests.
    page.setDefaultTimeout(60_000);
    pages.push(page);
  }
  await Promise.all(
    pages.map(async (page) => {
      for (const one of waiting) await act(page, one);
    }),
  );
  for (const close of closing) await close();
}

async function signAndConfirm(all: readonly Signer[]): Promise<void> {
  await together(all, async (page, signer) => {
    await page.goto(`/${site.letter}`);
    await fillIn(page, signer);
    await page.getByRole('heading', { name: en['sent.title'], exact: true }).waitFor();
  });
  const { inboxUrl } = site.stack;
  await expect.poll(async () => (await mailsByAddress(inboxUrl)).size, { timeout: 120_000 }).toBe(all.length);
  const mails = await mailsByAddress(inboxUrl);
  await together(all, async (page, { email }) => {
    const mail = mails.get(email)?.[0];
    await page.goto(mail ? linkIn(mail) : expect.unreachable('no mail'));
    await follow(page.getByRole('button', { name: en['confirm.button'] }));
    await page.getByRole('heading', { level: 1, name: en['confirm.done-title'], exact: true }).waitFor();
  });
}

/** Signs in, and delivers the letter as the final list. Returns the page of the delivery, with its documents made. */
async function deliver(names: number): Promise<Page> {
  const page = await site.visit('/console');
  await page.getByLabel('Your email address').fill(localSecretariat);
  await follow(page.getByRole('button', { name: 'Send me a link' }));
  const { text } = await waitForMail(site.stack.inboxUrl, localSecretariat, '');
  await page.goto(z.string().parse(/http\S+\/console\/enter\/\S+/.exec(text)?.[0]));
  await follow(page.getByRole('button', { name: /Sign in/ }));
  await page.goto(`/console/letters/${site.letter}/deliveries`);
  await page.getByLabel(/^Final/).check();
  await follow(page.getByRole('button', { name: 'Continue' }));
  await follow(page.getByRole('button', { name: new RegExp(`Close the letter and freeze ${names} names`) }));
  await expect
    .poll(async () => {
      await page.reload();
      return page.getByRole('link', { name: 'Send it by email' }).count();
    })
    .toBe(1);
  return page;
}

async function handOver(page: Page): Promise<void> {
  await follow(page.getByRole('link', { name: 'Send it by email' }));
  await page.locator('input[type=email]').first().fill(mayor);
  await page.getByLabel('Cover note').fill('Your Excellency,\n\nplease read this letter.');
  await follow(page.getByRole('button', { name: 'Preview' }));
  await follow(page.getByRole('button', { name: 'Send it to 1 addressee' }));
  const { text } = await waitForMail(site.stack.inboxUrl, mayor, '');
  const addressee = await site.visit(z.string().parse(/http\S+\/arrived\/\w+/.exec(text)?.[0]));
  await follow(addressee.getByRole('button'));
  await page.reload();
  expect(await page.getByText('Receipt confirmed by the recipient').count()).toBe(1);
}

async function answer(page: Page): Promise<void> {
  await page.goto(`/console/letters/${site.letter}/answers`);
  await follow(page.getByRole('link', { name: 'Record an answer' }));
  await page.getByLabel('From').fill('Office of the President');
  await page.getByLabel('Text').fill('We **agree** to all three points.');
  await follow(page.getByRole('button', { name: 'Publish the answer' }));
}

const attachedList = z.object({ undersigned: z.array(z.object({ name: z.string() })), unnamed: z.number() });

it('is signed by 500 in a browser, delivered, received and answered', { timeout: 1_800_000 }, async () => {
  const all = signers();
  await signAndConfirm(all);
  const names = all.filter(({ withheld }) => !withheld).map(({ organisation, name }) => organisation ?? name);
  expect(names).toHaveLength(number - unnamed);
  const office = await deliver(names.length);
  await handOver(office);
  await answer(office);

  const reader = await site.visit(`/${site.letter}`);
  await reader.getByText('Office of the President').waitFor();
  await follow(reader.getByRole('link', { name: 'About this delivery, with all files' }));
  const pdf = await reader.getByRole('link', { name: /PDF/ }).first().getAttribute('href');
  const file = await reader.request.get(pdf ?? '');
  const document = await PDFDocument.load(await file.body(), { updateMetadata: false });
  const attached = document.getAttachments().find((one) => one.name === 'undersigned.json');
  const list = attachedList.parse(JSON.parse(Buffer.from(attached?.data ?? []).toString()));
  expect(list.undersigned.map(({ name }) => name).toSorted()).toEqual(names.toSorted());
  expect(list.unnamed).toBe(unnamed);
  await follow(reader.getByRole('link', { name: 'List as a web page, also for screen readers' }));
  const listed = await reader.locator('ol.names .who').allTextContents();
  expect(listed.toSorted()).toEqual(names.toSorted());
});
