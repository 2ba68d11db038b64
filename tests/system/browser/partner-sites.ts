/** The snippets of docs/embedding.md, each on a page of somebody else's site. */
import type { Frame, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { en } from '../../../shared/text/languages/en.ts';
import { linkIn } from '../../fixtures/inbox.ts';
import { snippet } from './guide.ts';
import { aPerson, confirmationMail, fillIn, formOn } from './signer.ts';
import { example, type Site } from './site.ts';

export function partnerSites(site: () => Site): void {
  /** Puts the snippet under that heading on the partner's site, with this stack's addresses. */
  async function place(heading: string, path: string): Promise<void> {
    site().host.show(path, await snippet(site(), 'embedding', heading));
  }

  test('the element, with the link until it has loaded', async () => {
    await place('The element', '/element');
    const { host, visit } = site();
    const page = await visit(`${host.origin}/element`);
    const element = page.locator('sign-on-form');
    await element.getByLabel(en['form.partner']).waitFor();
    expect(await element.getAttribute('data-state')).toBe('form');
    expect(await element.getByRole('link', { name: 'Sign the letter' }).isVisible()).toBe(false);
  });

  /** Returns the form in the page's frame, once it has loaded. */
  async function framed(page: Page): Promise<Frame> {
    const frame = await (await page.locator('iframe').elementHandle())?.contentFrame();
    if (!frame) throw new Error('no frame');
    await frame.locator('main').waitFor();
    return frame;
  }

  /** @returns by how many pixels the frame is taller than its content; below 0 it scrolls */
  async function spare(page: Page): Promise<number> {
    const frame = await framed(page);
    const content = 'Math.ceil(document.documentElement.getBoundingClientRect().height)';
    return z.number().parse(await frame.evaluate(`innerHeight - ${content}`));
  }
  const fits = (page: Page) => expect.poll(() => spare(page), { interval: 50 }).toBe(0);
  const height = async (page: Page) => (await page.locator('iframe').first().boundingBox())?.height ?? 0;

  test('a frame is as tall as its form, also while errors are shown and after sending', async () => {
    const { host } = site();
    await place('A frame', '/frame');
    const page = await site().visit(`${host.origin}/frame?member=7`);
    await formOn(await framed(page));
    await fits(page);
    const wide = await height(page);
    await page.setViewportSize({ width: 320, height: 700 });
    await fits(page);
    expect(await height(page)).toBeGreaterThan(wide);

    const frame = await framed(page);
    await (await formOn(frame)).getByRole('button', { name: en['form.submit'] }).click();
    await frame.getByRole('alert').waitFor();
    await fits(page);
    const signer = aPerson('Frieda Framed');
    await fillIn(frame, signer);
    await frame.getByText(en['sent.title']).waitFor();
    await fits(page);
    expect(await height(page)).toBeLessThan(wide);
    expect(page.url()).toBe(`${host.origin}/frame?member=7`);
    expect(linkIn(await confirmationMail(site(), signer))).toContain('/confirm/');
  });

  test('a frame cannot be resized by another window', async () => {
    const { host, stack } = site();
    await place('A frame', '/frame');
    const page = await site().visit(`${host.origin}/frame`);
    await formOn(await framed(page));
    await fits(page);
    const before = await height(page);
    const other = `${stack.publicUrl}/${example}/form?partner=valley-radio`;
    const message = `{ type: 'undersigned:height', height: 1 }`;
    // From the page itself, and from another window of the origin that the listener trusts.
    await page.evaluate(
      `window.both = new Promise((done) => {
        const origins = new Set();
        addEventListener('message', ({ data, origin }) => data.height === 1 && origins.add(origin).size === 2 && done());
        const other = document.createElement('iframe');
        other.src = '${other}';
        document.body.append(other);
      }); 0`,
    );
    await page.locator('iframe').nth(1).contentFrame().locator('main').waitFor();
    await page.frames().at(-1)?.evaluate(`parent.postMessage(${message}, '*')`);
    await page.evaluate(`postMessage(${message}, '*')`);
    await page.evaluate('window.both');
    expect(await height(page)).toBe(before);
  });

  test('without JavaScript the form appears and can be sent', async () => {
    const { host } = site();
    await place('A frame', '/frame');
    const page = await site().visit(`${host.origin}/frame`, { javaScriptEnabled: false });
    const signer = aPerson('Paula Plain');
    const frame = page.frameLocator('iframe');
    await frame.getByLabel(en['form.kind-individual']).check();
    await frame.getByLabel(en['form.name'], { exact: true }).fill(signer.name);
    await frame.getByLabel(en['form.email']).fill(signer.email);
    await frame.getByLabel(en['form.publication']).check();
    await frame.getByRole('button', { name: en['form.submit'] }).click();
    await frame.getByText(en['sent.title']).waitFor();
    await confirmationMail(site(), signer);
  });

  test('another site cannot show the form, and would get no messages', async () => {
    const { host } = site();
    await place('A frame', '/frame');
    const page = await site().visit('about:blank');
    await page.addInitScript('window.told = []; addEventListener("message", ({ data }) => window.told.push(data))');
    await page.goto(`${host.stranger}/frame`);
    expect(await page.frames().at(-1)?.locator('form').count()).toBe(0);

    // As a browser without frame-ancestors support would show it.
    await page.route(/\/form\?partner=/, async (route) => {
      const answer = await route.fetch();
      const { 'content-security-policy': policy = '', ...headers } = answer.headers();
      await route.fulfill({
        response: answer,
        headers: { ...headers, 'content-security-policy': policy.replace(/frame-ancestors[^;]*/, '') },
      });
    });
    const told = async (origin: string) => {
      await page.goto(`${origin}/frame`);
      const frame = await framed(page);
      await frame.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
      return page.evaluate('window.told');
    };
    expect(await told(host.origin)).toContainEqual(expect.objectContaining({ type: 'undersigned:height' }));
    expect(await told(host.stranger)).toEqual([]);
  });

  test('a plain form leads to the mail and back to the site', async () => {
    const { host } = site();
    host.show('/thanks', '<h1>Check your email</h1>');
    await place('A plain form', '/letter');
    const page = await site().visit(`${host.origin}/letter`, { javaScriptEnabled: false });
    const signer = aPerson('Hanna Handmade');
    await page.getByLabel('Your name').fill(signer.name);
    await page.getByLabel('Your email address').fill(signer.email);
    await page.getByLabel('My name may be published').check();
    await page.getByRole('button', { name: 'Sign' }).click();
    await page.waitForURL(`${host.origin}/thanks`);
    await page.goto(linkIn(await confirmationMail(site(), signer)));
    await page.getByRole('button', { name: en['confirm.button'] }).click();
    await page.getByRole('heading', { level: 1, name: en['confirm.done-title'], exact: true }).waitFor();
  });

  // The encoding of older sites: browsers send a form in its page's encoding, unless the form says otherwise.
  test.for([
    ['as our guide has it', (html: string) => html, false],
    ['that names no encoding', (html: string) => html.replace(' accept-charset="utf-8"', ''), true],
  ] as const)('a plain form on a page in ISO-8859-1, %s, keeps every letter of a name', async ([, edit, comesBack]) => {
    const { host } = site();
    host.show('/thanks', '<h1>Check your email</h1>');
    const form = await snippet(site(), 'embedding', 'A plain form');
    const html = `<!doctype html><html lang="en"><title>Valley Radio</title><body>${edit(form)}</body></html>`;
    const path = host.page({ html, headers: { 'content-type': 'text/html; charset=iso-8859-1' } });
    const page = await site().visit(path, { javaScriptEnabled: false });
    expect(await page.evaluate('document.characterSet')).toBe('windows-1252');
    const signer = aPerson(`Jürgen Núñez-${comesBack ? 'Søndergård' : 'Françoise'}`);
    await page.getByLabel('Your name').fill(signer.name);
    await page.getByLabel('Your email address').fill(signer.email);
    await page.getByLabel('My name may be published').check();
    await page.getByRole('button', { name: 'Sign' }).click();
    if (comesBack) {
      // A character may be lost in that encoding, so the input is shown again before it is stored.
      await page.locator('#errors').getByText(en['form.wrong-charset']).waitFor();
      expect(await page.getByLabel(en['form.name'], { exact: true }).inputValue()).toBe(signer.name);
      await page.getByRole('button', { name: en['form.submit'] }).click();
    }
    await page.waitForURL(`${host.origin}/thanks`);
    await page.goto(linkIn(await confirmationMail(site(), signer)));
    await page.getByText(signer.name).first().waitFor();
    await page.getByRole('button', { name: en['confirm.button'] }).click();
    await page.getByRole('heading', { level: 1, name: en['confirm.done-title'], exact: true }).waitFor();
    const list = `${site().stack.publicUrl}/v1/letters/${example}/signatures?q=jurgen`;
    expect(await (await fetch(list)).text()).toContain(signer.name);
  });

  test('a plain form on another site leads to ours with the input kept, and is sent from there', async () => {
    const { host } = site();
    await place('A plain form', '/letter');
    const page = await site().visit(`${host.stranger}/letter`);
    const signer = aPerson('Stella Stray');
    await page.getByLabel('Your name').fill(signer.name);
    await page.getByLabel('Your email address').fill(signer.email);
    await page.getByLabel('My name may be published').check();
    await page.getByRole('button', { name: 'Sign' }).click();
    await page.locator('#errors').waitFor();
    expect(await page.getByLabel(en['form.email']).inputValue()).toBe(signer.email);
    await page.getByRole('button', { name: en['form.submit'] }).click();
    await page.waitForURL(`${host.origin}/thanks`);
    await confirmationMail(site(), signer);
  });

  test('a script reads the count on a registered site, and instructions on another', async () => {
    const { host } = site();
    await place('From a script of your own', '/count');
    const page = await site().visit(`${host.origin}/count`);
    await page.getByText(/^\d+ have signed$/).waitFor();
    const warned = page.waitForEvent('console', (said) => said.text().includes('not registered'));
    await page.goto(`${host.stranger}/count`);
    expect((await warned).text()).toContain('npm run partner -- add');
  });

  test('an editor embeds the form by oEmbed', async () => {
    const { host, stack } = site();
    const url = `${stack.publicUrl}/${example}?partner=valley-radio`;
    const answer = await fetch(`${stack.publicUrl}/oembed?${new URLSearchParams({ url, format: 'json' })}`);
    host.show('/post', z.object({ html: z.string() }).parse(await answer.json()).html);
    const page = await site().visit(`${host.origin}/post`);
    expect(await page.frameLocator('iframe').locator('h1').textContent()).toBe(en['letter.sign']);
  });
}
