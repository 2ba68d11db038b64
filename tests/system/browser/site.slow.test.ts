/** The whole product as people see it: real Chromium, the real local stack. */
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { everyPage } from './every-page.ts';
import { formErrors } from './form-errors.ts';
import { letterPage } from './letter-page.ts';
import { manageKeys } from './manage-keys.ts';
import { type OpenPages, preparePages } from './pages.ts';
import { partnerSites } from './partner-sites.ts';
import { scanners } from './scanners.ts';
import { screenshots } from './screenshots.ts';
import { signing } from './signing.ts';
import { openSite, type Site } from './site.ts';

let opened: Site | undefined;
let prepared: OpenPages | undefined;

beforeAll(async () => {
  opened = await openSite();
  prepared = await preparePages(opened);
});
afterAll(() => opened?.close());

const site = (): Site => opened ?? expect.unreachable('no site');
const pages = (): OpenPages => prepared ?? expect.unreachable('no pages');

describe('the letter page', () => letterPage(site));
describe('signing', () => signing(site));
describe('the keyboard on one’s own page', () => manageKeys(site));
describe('scanners', () => scanners(site));
describe('partner sites', () => partnerSites(site));
describe('a form with errors', () => formErrors(site));
describe('every page', () => everyPage(site, pages));
// For manual review, so made only on request.
if (process.env['SCREENSHOTS']) describe('pictures', () => screenshots(site, pages));
