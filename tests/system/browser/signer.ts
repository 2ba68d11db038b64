/** Actions of a person: fills in the form, opens the mailbox, reads the count. */

import type { Frame, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import * as z from 'zod';
import { countryName } from '../../../shared/organisation/country.ts';
import { en } from '../../../shared/text/languages/en.ts';
import { type InboxMail, linkIn, manageLinkIn, waitForMail } from '../../fixtures/inbox.ts';
import { personal } from '../../fixtures/personal.ts';
import type { Site } from './site.ts';

export interface Signer {
  readonly kind: 'organisation' | 'individual';
  readonly organisation?: string;
  readonly country?: string;
  readonly name: string;
  readonly role?: string;
  readonly email: string;
  readonly withheld?: boolean;
}

let number = 0;

/** @returns a signer who has not signed here before */
export function anOrganisation(organisation: string): Signer {
  number += 1;
  const email = `office${number}@signers.example`;
  const name = 'Aru Example';
  personal(organisation, name, email);
  return { kind: 'organisation', organisation, country: 'KZ', name, role: 'Director', email };
}

/** @returns a signer who has not signed here before */
export function aPerson(name: string, more: Partial<Signer> = {}): Signer {
  number += 1;
  const email = `person${number}@signers.example`;
  personal(name, email, more.organisation);
  return { kind: 'individual', name, email, ...more };
}

/** Fills in the form on the page by its labels, and sends it. */
export async function fillIn(page: Page | Frame, signer: Signer): Promise<void> {
  const { kind, organisation, country, name, role, email, withheld } = signer;
  const form = await formOn(page);
  const write = async (label: string, value: string | undefined) => {
    if (value !== undefined) await form.getByLabel(label, { exact: true }).fill(value);
  };
  await form.getByLabel(en[`form.kind-${kind}`]).check();
  await write(en['form.organisation-name'], organisation);
  if (country) await choose(form.getByLabel(en['form.country'], { exact: true }), country);
  await write(en['form.name'], name);
  await write(en['form.role'], role);
  await form.getByLabel(en['form.email']).fill(email);
  await form.getByLabel(en[withheld ? 'form.display-withheld' : 'form.display-public']).check();
  if (kind === 'organisation') await form.getByLabel(en['form.attestation']).check();
  if (!withheld) await form.getByLabel(en['form.publication']).check();
  await form.getByRole('button', { name: en['form.submit'] }).click();
}

/** @returns the form that people fill in: with JavaScript the element replaces the plain one */
export async function formOn(page: Page | Frame): Promise<Locator> {
  const form = page.locator('#sign');
  await form.waitFor();
  const scripts = await page.evaluate('matchMedia("(scripting: enabled)").matches');
  if (!scripts || (await form.locator('sign-on-form').count()) === 0) return form;
  const element = form.locator('sign-on-form[data-state=form] .root');
  await element.waitFor();
  return element;
}

/** The plain form has a list of countries; in the element the country's name is typed. */
async function choose(field: Locator, country: string): Promise<void> {
  const isList = await field.evaluate((element) => element.tagName === 'SELECT');
  if (isList) await field.selectOption(country);
  else await field.fill(countryName(country, 'en'));
}

/** @returns the confirmation mail to this signer, as soon as it arrives */
export function confirmationMail({ stack }: Site, { email }: Signer): Promise<InboxMail> {
  return waitForMail(stack.inboxUrl, email, 'Please confirm');
}

/** Signs without the browser, for pages that need signatures. Returns the link in the mail. */
export async function submit(site: Site, signer: Signer): Promise<string> {
  const { kind, organisation, country, name, role, email, withheld } = signer;
  const response = await fetch(`${site.stack.publicUrl}/v1/letters/${site.letter}/signatures`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      kind,
      organisation: { name: organisation, country },
      signatory: { name, role, email },
      attestation: kind === 'organisation',
      display: withheld ? 'withheld' : 'public',
      consents: { publication: !withheld },
    }),
  });
  expect(response.status).toBe(202);
  return linkIn(await confirmationMail(site, signer));
}

/** Signs and confirms without the browser. Returns the link in the mail. */
export async function sign(site: Site, signer: Signer): Promise<string> {
  const link = await submit(site, signer);
  expect((await fetch(link, { method: 'POST', headers: { accept: 'application/json' } })).status).toBe(200);
  return link;
}

/** Signs and confirms without the browser. Returns the link in the receipt, to the owner's page. */
export async function signAndManage(site: Site, signer: Signer): Promise<string> {
  await sign(site, signer);
  return manageLinkIn(await waitForMail(site.stack.inboxUrl, signer.email, 'You signed'));
}

/** Signs without confirming. Returns the link in the mail to the page that stops all mail. */
export async function stopLinkFor(site: Site, signer: Signer): Promise<string> {
  await submit(site, signer);
  return z.string().parse(/http\S+\/stop\/\w+/.exec((await confirmationMail(site, signer)).text)?.[0]);
}

/** @returns the count that the letter page shows */
export async function shownCount(page: Page): Promise<number> {
  return Number.parseInt((await page.locator('.count b').textContent()) ?? '', 10);
}

/** The letter page shows that count at once, without delay. */
export async function expectCount(page: Page, letter: string, count: number): Promise<void> {
  await page.goto(`/${letter}`);
  expect(await shownCount(page)).toBe(count);
}
