/** Actions of a person in the form on somebody's page, by its labels. */
import type { Locator, Page, Request } from 'playwright-core';
import { expect } from 'vitest';
import * as z from 'zod';
import { en } from '../../shared/text/languages/en.ts';
import { linkIn, mailsTo } from '../fixtures/inbox.ts';
import { confirmationMail, type Signer } from '../system/browser/signer.ts';
import type { Site } from '../system/browser/site.ts';

export interface Filled extends Signer {
  /** As typed: a name, in the form's language. */
  readonly countryName?: string;
}

export const formIn = (page: Page, letter: string): Locator => page.locator(`sign-on-form[letter="${letter}"]`);

export async function fill(form: Locator, { kind, organisation, countryName, name, role, email, withheld }: Filled) {
  const write = async (label: string, value: string | undefined) => {
    if (value !== undefined) await form.getByLabel(label, { exact: true }).fill(value);
  };
  await form.getByRole('button', { name: en['form.submit'] }).waitFor();
  if (await form.getByLabel(en[`form.kind-${kind}`]).count()) await form.getByLabel(en[`form.kind-${kind}`]).check();
  await write(en['form.organisation-name'], organisation);
  await write(en['form.country'], countryName ?? (kind === 'organisation' ? 'Kazakhstan' : undefined));
  await write(en['form.name'], name);
  await write(en['form.role'], role);
  await write(en['form.email'], email);
  await form.getByLabel(en[withheld ? 'form.display-withheld' : 'form.display-public']).check();
  if (kind === 'organisation') await form.getByLabel(en['form.attestation']).check();
  if (!withheld) await form.getByLabel(en['form.publication']).check();
}

export const send = (form: Locator) => form.getByRole('button', { name: en['form.submit'] }).click();

/** @returns a list that collects every submission to the letter that the page sends from now on */
export function postsOf(page: Page, letter: string): readonly Request[] {
  const posts: Request[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().includes(`/${letter}/`)) posts.push(request);
  });
  return posts;
}

/** @returns a style as computed by the browser */
export async function styleOf(shown: Locator, name: string): Promise<string> {
  // Evaluated on the page's own `window`, since these tests do not run in a page.
  const handle = await shown.evaluateHandle((element) => element.ownerDocument.defaultView?.getComputedStyle(element));
  return z.string().parse(await (await handle.getProperty(name)).jsonValue());
}

/** Waits for the request to check the mailbox, and confirms by the only mail. */
export async function expectSigned(site: Site, form: Locator, signer: Signer): Promise<void> {
  await form.getByRole('heading', { name: en['sent.title'] }).waitFor();
  const link = linkIn(await confirmationMail(site, signer));
  const confirmed = await fetch(link, { method: 'POST', headers: { accept: 'application/json' } });
  expect(await confirmed.json()).toEqual({ status: 'confirmed' });
  const asked = (await mailsTo(site.stack.inboxUrl, signer.email)).filter(({ subject }) => /confirm/.test(subject));
  expect(asked).toHaveLength(1);
}
