/**
 * The pages of a letter in a real browser: the preview follows the input, lines can be copied, and axe finds nothing.
 */
import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundleConsole } from '../../infra/build/bundle-console.ts';
import { axeViolations } from '../fixtures/axe.ts';
import { type OpenBrowser, openBrowser } from '../fixtures/browser.ts';
import { type Browser, signIn } from '../fixtures/members.ts';
import { registerPartner } from '../fixtures/partners.ts';
import { freshStore } from '../fixtures/store.ts';
import { makeWorld, openTestLetter, publicUrl, type World } from '../fixtures/world.ts';

const base = '/console/letters/clean-air';
let world: World;
let member: Browser;
let chromium: OpenBrowser;
beforeAll(async () => {
  world = makeWorld(await freshStore());
  await openTestLetter(world.store);
  await registerPartner(world, 'valley-radio');
  [member, chromium] = await Promise.all([signIn(world), openBrowser(), bundleConsole()]);
});
afterAll(() => chromium.close());

/** A browser for which the console is at its public address. */
async function visit(options: Parameters<OpenBrowser['newContext']>[0] = {}): Promise<BrowserContext> {
  const context = await chromium.newContext(options);
  const [name = '', value = ''] = member.jar.cookie.split('=');
  await context.addCookies([{ name, value, url: publicUrl, secure: true, httpOnly: true, sameSite: 'Lax' }]);
  await context.route(`${publicUrl}/**`, async (route) => {
    const asked = route.request();
    const body = asked.postDataBuffer();
    const answer = await world.secretariat.app.request(asked.url(), {
      method: asked.method(),
      headers: await asked
        .allHeaders()
        .then((all) => Object.fromEntries(Object.entries(all).filter(([n]) => !n.startsWith(':')))),
      ...(body ? { body: new Uint8Array(body) } : {}),
    });
    const headers = Object.fromEntries(answer.headers);
    await route.fulfill({ status: answer.status, headers, body: Buffer.from(await answer.arrayBuffer()) });
  });
  return context;
}

it('shows a preview of the letter during typing', async () => {
  const context = await visit();
  const page = await context.newPage();
  await page.goto(`${publicUrl}${base}/text`);
  await page.getByRole('button', { name: 'Edit as Markdown' }).click();
  await page.locator('textarea[name="body"]').fill('Let **every** ferry <img src=x onerror=alert(1)> in.');
  const preview = page.locator('#preview');
  await preview.locator('strong', { hasText: 'every' }).waitFor();
  expect(await preview.textContent()).toContain('<img src=x onerror=alert(1)>');
  expect(await preview.locator('img').count()).toBe(0);
  expect(await page.getByRole('button', { name: 'Preview' }).isVisible()).toBe(false);
  await context.close();
});

it('copies the lines of a partner', async () => {
  const context = await visit({ permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  await page.goto(`${publicUrl}${base}/partners/valley-radio`);
  await page.getByRole('button', { name: 'Copy Form', exact: true }).click();
  await page.getByText('Copied.').waitFor();
  expect(await page.evaluate('navigator.clipboard.readText()')).toContain('<sign-on-form\n  letter="clean-air"');
  await context.close();
});

const pages = {
  overview: base,
  new: '/console/new-letter',
  text: `${base}/text`,
  translations: `${base}/translations`,
  translation: `${base}/translations/fr`,
  words: `${base}/words/en`,
  settings: `${base}/settings`,
  partners: `${base}/partners`,
  partner: `${base}/partners/valley-radio`,
  duplicate: `${base}/duplicate`,
};

const levels = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];

it.each([
  [390, 'light'],
  [1280, 'dark'],
  [320, 'dark'],
] as const)('is accessible and fits at %i px, %s', async (width, colorScheme) => {
  const context = await visit({ colorScheme, viewport: { width, height: 800 } });
  const page = await context.newPage();
  const folder = process.env['CONSOLE_SHOTS'];
  for (const [name, path] of Object.entries(pages)) {
    await page.goto(`${publicUrl}${path}`);
    if (folder) await page.screenshot({ path: `${folder}/${name}-${width}-${colorScheme}.png`, fullPage: true });
    expect(await axeViolations(page, { tags: levels }), name).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth'), name).toBeLessThanOrEqual(width);
  }
  await page.goto(`${publicUrl}${base}/text`);
  await page.getByLabel('Title').fill('Clean air for the whole harbour');
  await page.getByRole('button', { name: 'Review changes' }).click();
  await page.getByRole('heading', { name: 'Who is affected' }).waitFor();
  if (folder) await page.screenshot({ path: `${folder}/review-${width}-${colorScheme}.png`, fullPage: true });
  expect(await axeViolations(page), 'review').toEqual([]);
  await context.close();
});
