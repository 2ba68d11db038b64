/** No page scrolls horizontally on the narrowest phone, in any language. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pageLanguages } from '../../shared/text/catalogue.ts';
import { openSite } from '../console/day/site.ts';
import { type OpenBrowser, openBrowser } from '../fixtures/browser.ts';
import { sign } from '../fixtures/signing.ts';
import { endorsement, openTestLetter, tokenIn } from '../fixtures/world.ts';

let site: Awaited<ReturnType<typeof openSite>>;
let chromium: OpenBrowser;
beforeAll(async () => {
  [site, chromium] = await Promise.all([openSite({ now: Date.now() }), openBrowser()]);
  await openTestLetter(site.world.store, {
    'goal: 50': 'goal: 50\nasksFollowUp: true\nkeepDays: 365\ncloses: "2099-12-31T22:59:00Z"',
  });
});
afterAll(async () => {
  await chromium.close();
  await site.close();
});

const open = ['', '/form', '/signatories', '/privacy', '/dispute', '/changes', '/news', '/sent'].map(
  (path) => `/clean-air${path}`,
);

/** Signs in that language. @returns the paths of the links in the mails: of a confirmed signature, and of one that is not */
async function linksIn(language: string, number: number): Promise<string[]> {
  const { world } = site;
  const name = 'Bundesarbeitsgemeinschaft Binnenschifffahrtsgenossenschaften';
  const organisation = { name, website: `https://org-${number}.example`, country: 'KZ' };
  const { token } = await sign(world, endorsement(number, { language, organisation }));
  const body = endorsement(number + 100, { language });
  await world.submit('clean-air', body);
  await world.sendMails();
  const asked = world.mails.findLast(({ to }) => to === body.signatory.email);
  if (!asked) throw new Error('no mail asks to confirm');
  return [`/manage/${token}`, `/confirm/${tokenIn(asked)}`, /\/stop\/\w+/.exec(asked.text)?.[0] ?? ''];
}

it.each(pageLanguages)('in "%s"', async (language) => {
  const paths = [...open, ...(await linksIn(language, pageLanguages.indexOf(language) + 1))];
  const context = await chromium.newContext({ viewport: { width: 320, height: 800 }, locale: language });
  const page = await context.newPage();
  const wider: string[] = [];
  for (const path of ['/', '/manage', '/confirm', '/nothing-here', ...paths]) {
    await page.goto(`${site.url}${path}`);
    await page.evaluate('document.querySelectorAll("details").forEach((folded) => { folded.open = true })');
    if (await page.evaluate('document.documentElement.scrollWidth > innerWidth')) wider.push(path);
  }
  await context.close();
  expect(wider).toEqual([]);
});
