/** The network fails at each step: nothing is lost, and nobody signs twice. */
import type { Locator, Page, Request } from 'playwright-core';
import { expect, test } from 'vitest';
import { messagesIn } from '../../shared/text/catalogue.ts';
import { en } from '../../shared/text/languages/en.ts';
import { follow } from '../fixtures/browser.ts';
import { violations } from '../system/browser/every-page.ts';
import { anOrganisation } from '../system/browser/signer.ts';
import { expectSigned, fill, formIn, postsOf, send } from './form.ts';
import { pageWithForm } from './pages.ts';
import type { Embedding } from './world.ts';

export function losses(world: () => Embedding): void {
  test('files that fail to load are loaded later, and a lost submission is counted once', async ({
    onTestFinished,
  }) => {
    const { site } = world();
    const {
      stack: { publicUrl },
      host,
    } = site;
    const html = pageWithForm(publicUrl, site.letter);
    const page = await site.visit('about:blank', {}, onTestFinished);
    const form = formIn(page, site.letter);
    const sent: Request[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST') sent.push(request);
    });

    // The strings fail to load, so the link is shown. When the network returns, the form appears.
    await page.route('**/form-en-*.json', (route) => route.abort());
    await page.goto(host.page({ html }));
    await page.waitForEvent('console', (message) => message.text().includes('cannot be shown'));
    expect(await page.getByRole('link', { name: 'Sign this letter' }).isVisible()).toBe(true);
    await page.unrouteAll();
    await page.evaluate(`dispatchEvent(new Event('online'))`);

    // The form's logic has not loaded when it is sent for the first time.
    await page.route(/\/(live|proof-worker)-/, (route) => route.abort());
    const signer = anOrganisation('Lost and Found Office');
    await fill(form, signer);
    await send(form);
    await form.getByText(en['embed.offline']).waitFor();
    expect(await form.getByLabel(en['form.organisation-name'], { exact: true }).inputValue()).toBe(signer.organisation);
    await page.unrouteAll();

    // A slow challenge does not count as the person's time. The submission arrives, and the answer is lost.
    await page.route('**/v1/challenge', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      await route.continue();
    });
    await loseAnswers(page);
    await send(form);
    await form.getByRole('alert').filter({ hasText: en['embed.offline'] }).waitFor();
    await page.unrouteAll();
    await send(form);
    await expectSigned(site, form, signer);
    expect(sent).toHaveLength(2);
    const [first, second] = await Promise.all(sent.map((request) => request.allHeaders()));
    expect(first?.['idempotency-key']).toBe(JSON.parse(atob(sent[0]?.postDataJSON().proof)).challenge.parameters.nonce);
    expect(second?.['idempotency-key']).toBe(first?.['idempotency-key']);
    expect(sent[1]?.postData()).toBe(sent[0]?.postData());
    expect(first?.['referer']).toBe(`${host.origin}/`);

    // Going back and signing for another organisation makes another signature.
    const other = { ...signer, organisation: 'Umbrella Office' };
    await form.getByRole('button', { name: en['sent.correct'] }).click();
    await fill(form, other);
    await send(form);
    await form.getByRole('heading', { name: en['sent.title'] }).waitFor();
    expect((await sent[2]?.allHeaders())?.['idempotency-key']).not.toBe(first?.['idempotency-key']);
    expect(sent[2]?.postDataJSON().proof).not.toBe(sent[0]?.postDataJSON().proof);
  });

  test('without JavaScript the link is shown, and on an insecure page, too', async ({ onTestFinished }) => {
    const { site } = world();
    const {
      stack: { publicUrl },
      host,
    } = site;
    const html = pageWithForm(publicUrl, site.letter);
    const without = await site.visit(host.page({ html }), { javaScriptEnabled: false }, onTestFinished);
    await follow(without.getByRole('link', { name: 'Sign this letter' }));
    expect(await without.getByRole('button', { name: en['form.submit'] }).isVisible()).toBe(true);

    const page = await site.visit('about:blank', {}, onTestFinished);
    await page.route('http://insecure.example/**', async (route) => {
      const { pathname, search } = new URL(route.request().url());
      if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: html.replaceAll(publicUrl, '') });
      return route.fulfill({ response: await route.fetch({ url: publicUrl + pathname + search }) });
    });
    await page.goto('http://insecure.example/');
    const form = formIn(page, site.letter);
    await form.getByText(en['embed.insecure']).waitFor();
    const link = form.getByRole('link', { name: en['embed.hosted'] });
    expect(await link.getAttribute('href')).toBe(`http://insecure.example/${site.letter}?lang=en#sign`);
    expect(await form.getByRole('textbox').count()).toBe(0);
    await expectSoundBothWays(page, form, 'embed.insecure');
  });

  test('a challenge that does not arrive prevents nobody from signing', async ({ onTestFinished }) => {
    const { site } = world();
    const page = await site.visit('about:blank', {}, onTestFinished);
    await page.route('**/v1/challenge', (route) => route.abort());
    await page.goto(site.host.page({ html: pageWithForm(site.stack.publicUrl, site.letter) }));
    const form = formIn(page, site.letter);
    const signer = anOrganisation('Unchallenged Union');
    const posted = postsOf(page, site.letter);
    await fill(form, signer);
    await send(form);
    await expectSigned(site, form, signer);
    expect(posted.map((request) => request.postDataJSON().proof)).toEqual([undefined]);
  });
}

/** Messages on a page that may not use the form: people learn where else to sign, its webmaster what to do. */
export function refusals(world: () => Embedding): void {
  test.for([
    { what: 'a site that is not registered', site: 'stranger', attributes: '' },
    { what: 'a partner that is not known', site: 'origin', attributes: 'partner="nobody-knows"' },
  ] as const)('$what', async ({ site: where, attributes }, { onTestFinished }) => {
    const { site } = world();
    const { host, letter, stack } = site;
    const html = pageWithForm(stack.publicUrl, letter, attributes);
    const page = await site.visit('about:blank', {}, onTestFinished);
    const said = page.waitForEvent('console', (message) => message.text().includes('npm run partner'));
    await page.goto(host.page({ html }).replace(host.origin, host[where]));
    expect((await said).text()).toContain(`--letter ${letter}`);
    await formIn(page, letter).getByText(en['embed.refused']).waitFor();
    await formIn(page, letter).getByRole('link', { name: en['embed.hosted'] }).waitFor();
    await expectSoundBothWays(page, formIn(page, letter), 'embed.refused');
  });
}

/** Checks the notice as shown, and in Arabic, from right to left. */
async function expectSoundBothWays(page: Page, form: Locator, said: 'embed.insecure' | 'embed.refused'): Promise<void> {
  expect(await violations(page, 'light'), 'ltr').toEqual([]);
  await page.evaluate(`document.querySelector('sign-on-form').setAttribute('lang', 'ar')`);
  await form.getByText((await messagesIn('ar'))[said]).waitFor();
  expect(await form.locator('.root').getAttribute('dir')).toBe('rtl');
  expect(await violations(page, 'light'), 'rtl').toEqual([]);
}

/** The server gets the request, but the browser never gets the answer. */
async function loseAnswers(page: Page): Promise<void> {
  await page.route('**/signatures', async (route) => {
    if (route.request().method() === 'POST') await route.fetch();
    await route.abort();
  });
}
