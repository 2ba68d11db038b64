/** Writing a first letter in a real browser: the text editor, and the way from nothing to an open letter. */
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { bundleConsole } from '../../infra/build/bundle-console.ts';
import { letterSlug } from '../../shared/ids.ts';
import { readLetterWithTexts } from '../../shared/letter/lifecycle.ts';
import { follow, type OpenBrowser, openBrowser } from '../fixtures/browser.ts';
import { countClicks } from '../fixtures/count-clicks.ts';
import { signIn } from '../fixtures/members.ts';
import { openTestLetter } from '../fixtures/world.ts';
import { look, openSite } from './day/site.ts';

const clock = { now: Date.parse('2026-11-02T10:00:00Z') };
let site: Awaited<ReturnType<typeof openSite>>;
let chromium: OpenBrowser;
let context: BrowserContext;
let page: Page;
let violations: string[];
beforeAll(async () => {
  [site, chromium] = await Promise.all([openSite(clock), openBrowser(), bundleConsole()]);
});
afterAll(async () => {
  await chromium.close();
  await site.close();
});
beforeEach(async () => {
  clock.now += 86_400_000;
  const { jar } = await signIn(site.world);
  context = await chromium.newContext({ locale: 'de-DE', timezoneId: 'Europe/Berlin' });
  const [name = '', value = ''] = jar.cookie.split('=');
  await context.addCookies([{ name, value, url: site.url, httpOnly: true, sameSite: 'Lax' }]);
  page = await context.newPage();
  violations = [];
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) violations.push(message.text());
  });
  page.on('pageerror', ({ message }) => violations.push(message));
  return async () => {
    expect(violations).toEqual([]);
    await context.close();
  };
});

const source = () => page.locator('textarea[name="body"]').inputValue();
const text = () => page.getByRole('textbox', { name: 'Text', exact: true });
const tool = (name: string) => page.getByRole('button', { name, exact: true });

/** Pastes HTML as the clipboard holds it. The function is text, since the types of a browser are not those of Node. */
const pasting = `(element, html) => {
  const data = new DataTransfer();
  data.setData('text/html', html);
  element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
}`;
const paste = (html: string) =>
  page.evaluate(`(${pasting})(document.querySelector('.ProseMirror'), ${JSON.stringify(html)})`);

it('writes Markdown for what people type, with the mouse and with the keyboard', async () => {
  await page.goto(`${site.url}/console/new-letter`);
  await text().click();
  await page.keyboard.type('Keep ');
  await page.keyboard.press('Control+b');
  await page.keyboard.type('the river');
  await page.keyboard.press('Control+b');
  await page.keyboard.type(' open, *now*.');
  await page.keyboard.press('Enter');
  await tool('List').click();
  await page.keyboard.type('one');
  await page.keyboard.press('Enter');
  await page.keyboard.type('two');
  expect(await source()).toBe('Keep **the river** open, \\*now\\*.\n\n- one\n- two');
  await page.locator('#preview li', { hasText: 'two' }).waitFor();

  await page.keyboard.press('Shift+Home');
  await tool('Link').click();
  await page.getByLabel('Address of the link').fill('javascript:alert(1)');
  await page.keyboard.press('Enter');
  expect(await page.getByText('Enter a web address').isVisible()).toBe(true);
  await page.getByLabel('Address of the link').fill('example.org/two');
  await page.keyboard.press('Enter');
  expect(await source()).toContain('- [two](https://example.org/two)');

  // Tab leaves the text; the buttons are one stop, with arrow keys between them.
  await page.keyboard.press('Alt+F10');
  expect(await tool('Bold').evaluate((one) => one.matches(':focus'))).toBe(true);
  await page.keyboard.press('ArrowRight');
  expect(await tool('Italic').evaluate((one) => one.matches(':focus'))).toBe(true);
  await text().focus();
  await page.keyboard.press('Tab');
  expect(await tool('Edit as Markdown').evaluate((one) => one.matches(':focus'))).toBe(true);
  await page.keyboard.press('Tab');
  expect(await page.getByLabel('Closing').evaluate((one) => one.matches(':focus'))).toBe(true);

  await page.getByRole('button', { name: 'Edit as Markdown' }).click();
  await page.locator('textarea[name="body"]').fill('# New\n\n> said');
  await page.getByRole('button', { name: 'Back to the editor' }).click();
  expect(await text().locator('blockquote').textContent()).toBe('said');
});

it('cleans what is pasted from Word and Google Docs', async () => {
  await page.goto(`${site.url}/console/new-letter`);
  await text().click();
  await paste(`<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style></head><body>
    <!--StartFragment--><p class=MsoNormal style='margin:0cm'><b style='mso-bidi-font-weight:normal'><span style='font-family:Arial'>We ask</span></b> you:<o:p></o:p></p>
    <p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>Stop the <i>dam</i>.</p>
    <p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>2.</span><![endif]>Publish <a href="https://example.org/a">the report</a>.</p>
    <p class=MsoNormal><a href="javascript:alert(1)">Harmless</a><img src="x" onerror="alert(1)"></p><!--EndFragment--></body></html>`);
  expect(await source()).toBe(
    '**We ask** you:\n\n1. Stop the *dam*.\n2. Publish [the report](https://example.org/a).\n\nHarmless',
  );
  await page.keyboard.press('Control+a');
  await paste(
    '<b style="font-weight:normal" id="docs-internal-guid-1"><p><span style="font-weight:700">Bold</span><span style="font-weight:400"> and </span><span style="font-style:italic">slanted</span></p></b>',
  );
  expect(await source()).toBe('**Bold** and *slanted*');
});

it('leaves a stored text alone until somebody changes it', async () => {
  await openTestLetter(site.world.store, { 'slug: clean-air': 'slug: kept-text' });
  await page.goto(`${site.url}/console/letters/kept-text/text`);
  const stored = await readLetterWithTexts(site.world.store, letterSlug.parse('kept-text'));
  await text().click();
  await page.keyboard.press('ArrowRight');
  expect(await source()).toBe(stored?.texts.get('en')?.body);
  await look(page, 'text');
});

it('opens a first letter from nothing', async () => {
  const task = countClicks(page);
  const field = (name: string) => page.getByLabel(name, { exact: true });
  await task.open(`${site.url}/console`);
  await task.follow(page.getByRole('link', { name: 'New letter' }));
  await look(page, 'new-letter');
  await task.fill(field('Title'), 'Für saubere Flüsse');
  await task.choose(field('Official language'), 'de');
  await expect.poll(() => field('Address').inputValue()).toBe('fuer-saubere-fluesse');
  await task.fill(field('Addressees'), 'Die Ministerin\nGroßer Platz 1');
  await task.fill(field('Salutation'), 'Sehr geehrte Frau Ministerin,');
  await task.press(text());
  await page.keyboard.type('Bitte handeln Sie.');
  await task.fill(field('Signed by'), 'Jo Example');
  await task.fill(field('Organisation'), 'Flussfreunde');
  await task.follow(page.getByRole('button', { name: 'Save draft' }));
  await look(page, 'draft');
  expect(await page.getByRole('button', { name: 'Open the letter' }).isDisabled()).toBe(true);
  await task.follow(page.getByRole('link', { name: 'Who may sign', exact: true }));
  expect(await field('Time zone').inputValue()).toBe('Europe/Berlin');
  expect(await field('Controller').inputValue()).toBe('Flussfreunde');
  await look(page, 'settings');
  await task.follow(page.getByRole('button', { name: 'Save' }));
  await look(page, 'preview');
  await task.follow(page.getByRole('button', { name: 'Confirm the text' }));
  await task.follow(page.getByRole('button', { name: 'Open the letter' }));
  expect(await page.getByText('Letter and form').isVisible()).toBe(true);
  // Before there was a checklist: 6 clicks, 11 fields, 7 pages, and nothing that asked to read the letter.
  expect(task.effort()).toEqual({ clicks: 7, fields: 6, pages: 7 });
}, 180_000);

it('changes the closing day', async () => {
  await openTestLetter(site.world.store, { 'slug: clean-air': 'slug: late' });
  const task = countClicks(page);
  await task.open(`${site.url}/console/letters/late`);
  await task.follow(page.getByRole('link', { name: 'Settings' }));
  await task.fill(page.getByLabel('Signing ends'), '2026-12-24T18:00');
  await task.follow(page.getByRole('button', { name: 'Save' }));
  const stored = await readLetterWithTexts(site.world.store, letterSlug.parse('late'));
  expect(stored?.letter.settings.closes).toBeDefined();
  expect(task.effort()).toEqual({ clicks: 2, fields: 1, pages: 3 });
});

it('asks before a letter is closed, and offers to reopen it', async () => {
  await openTestLetter(site.world.store, { 'slug: clean-air': 'slug: closing' });
  await page.goto(`${site.url}/console/letters/closing`);
  await follow(page.getByRole('link', { name: 'Close the letter' }));
  await look(page, 'close');
  await follow(page.getByRole('button', { name: 'Close the letter' }));
  await look(page, 'closed');
  await follow(page.getByRole('button', { name: 'Reopen the letter' }));
  expect(await page.getByRole('link', { name: 'Close the letter' }).isVisible()).toBe(true);
});
