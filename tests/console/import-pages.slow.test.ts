/**
 * The pages of an import in a real browser without scripts: each step is a plain form, accessible, and fits a phone.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundleConsole } from '../../infra/build/bundle-console.ts';
import { follow, type OpenBrowser, openBrowser } from '../fixtures/browser.ts';
import { signIn } from '../fixtures/members.ts';
import { recordsOf } from '../fixtures/records.ts';
import { openTestLetter, secretariatEmail } from '../fixtures/world.ts';
import { encode } from '../import/encode.ts';
import { look, openSite } from './day/site.ts';

const list = `sep=;
Unterschriften vom Hafenfest;;;;
Vorname;Nachname;E-Mail;Land;Verein

# vom zweiten Tisch
Jürgen;Dalbenpfosten;juergen@dalben.example;Deutschland;Kieler Förde e. V.
Änne;Spillkopf;aenne@spillkopf.example;Ruritanien;
Mathilde;Poller;mathilde@poller.example;Ruritanien;Mole West
Jürgen;Dalbenpfosten;juergen@dalben.example;Deutschland;Kieler Förde e. V.
;;;Frankreich;
`;

let site: Awaited<ReturnType<typeof openSite>>;
let chromium: OpenBrowser;
let page: Page;
beforeAll(async () => {
  [site, chromium] = await Promise.all([
    openSite({ now: Date.parse('2026-11-02T09:00:00Z') }),
    openBrowser(),
    bundleConsole(),
  ]);
  await openTestLetter(site.world.store);
  const member = await signIn(site.world);
  const context = await chromium.newContext();
  // axe needs scripts; our pages do not.
  await context.route(/\/console\/script/, (route) => route.abort());
  const [name = '', value = ''] = member.jar.cookie.split('=');
  await context.addCookies([{ name, value, url: site.url }]);
  context.setDefaultTimeout(20_000);
  page = await context.newPage();
});
afterAll(async () => {
  await chromium.close();
  await site.close();
});

const press = (name: string | RegExp) => follow(page.getByRole('button', { name }));

it('take a list from the upload to the last button', async () => {
  await page.goto(`${site.url}/console/letters/clean-air/import`);
  await look(page, 'import');
  await page.getByLabel('List of co-signatories').setInputFiles({
    name: 'liste.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(encode(list, 'windows-1252')),
  });
  await press('Upload and check');
  expect(await page.getByLabel('First name').locator('option:checked').textContent()).toBe('Vorname');
  expect(await page.getByLabel('Character encoding').inputValue()).toBe('windows-1252');
  await page.getByText('Lines with nobody to import').isVisible();
  await look(page, 'import-understood');
  await page.getByLabel('Columns are separated by').selectOption('comma');
  await press('Read the file this way');
  expect(await page.getByLabel('First name').locator('option:checked').textContent()).toBe('not in this list');
  await page.getByLabel('Columns are separated by').selectOption('semicolon');
  await press('Read the file this way');
  await page.getByLabel('On paper').check();
  await page.getByLabel('Type').selectOption('individual');
  await press('Check the lines');
  await look(page, 'import-checked');
  await page.getByLabel('Ruritanien (2 lines)').fill('Atlantis');
  await press('Use these countries');
  await page.getByText('Countries not recognised: Atlantis.').waitFor();
  await look(page, 'import-country-refused');
  await page.getByLabel(/Ruritanien/i).fill('Romania');
  await press('Use these countries');
  await look(page, 'import-countries');
  expect(await recordsOf(site.world.store)).toEqual([]);
  await press('Import 3 collected on paper');
  await page.getByText('3: was imported').waitFor();
  await look(page, 'import-done');
  const countries = (await recordsOf(site.world.store)).map(
    ({ signatoryName, country }) => `${signatoryName}, ${country}`,
  );
  expect(countries.toSorted()).toEqual(['Jürgen Dalbenpfosten, DE', 'Mathilde Poller, RO', 'Änne Spillkopf, RO']);
  expect(site.world.mails.filter(({ to }) => to !== secretariatEmail)).toEqual([]);
});
