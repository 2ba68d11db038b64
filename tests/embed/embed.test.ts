/** The elements on other people's pages: real Chromium, the real local stack, pages on another origin. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { en } from '../../shared/text/en.ts';
import { linkIn } from '../fixtures/inbox.ts';
import { anOrganisation, confirmationMail } from '../browser/signer.ts';
import { openSite, type Site } from '../browser/site.ts';
import { formTag, type HostSite, plainPage, scriptTag, startHostSite } from './host.ts';

let opened: Site | undefined;
let host: HostSite | undefined;
beforeAll(async () => {
  [opened, host] = await Promise.all([openSite(), startHostSite()]);
}, 60_000);
afterAll(() => Promise.all([opened?.close(), host?.close()]));

test('an organisation signs on a page of another site', async () => {
  const site = opened ?? expect.unreachable();
  const url = site.stack.publicUrl;
  const page = await site.visit(
    host?.page({ html: plainPage(formTag(url, site.letter) + scriptTag(url)) }) ?? '',
  );
  page.on('console', (m) => console.log('CONSOLE', m.text()));
  page.on('pageerror', (m) => console.log('ERR', m.message));
  const form = page.locator('sign-on-form');
  const signer = anOrganisation('Vertical Path');
  await form.getByLabel(en['form.organisation-name'], { exact: true }).fill('Vertical Path');
  await form.getByLabel(en['form.country'], { exact: true }).fill('Kazakhstan');
  await form.getByLabel(en['form.name'], { exact: true }).fill(signer.name);
  await form.getByLabel(en['form.email']).fill(signer.email);
  await form.getByLabel(en['form.attestation']).check();
  await form.getByLabel(en['form.publication']).check();
  await page.screenshot({ path: '/tmp/embed1.png', fullPage: true });
  await form.getByRole('button', { name: en['form.submit'] }).click();
  await page.screenshot({ path: '/tmp/embed2.png', fullPage: true });
  await form.getByRole('heading', { name: en['sent.title'] }).waitFor();
  await page.screenshot({ path: '/tmp/embed3.png', fullPage: true });
  expect(linkIn(await confirmationMail(site, signer))).toMatch(/confirm/);
});
