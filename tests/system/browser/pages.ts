/** Every page, and how to open it. */
import type { Page } from 'playwright-core';
import { en } from '../../../shared/text/languages/en.ts';
import { follow } from '../../fixtures/browser.ts';
import { anOrganisation, aPerson, formOn, sign, signAndManage, stopLinkFor, submit } from './signer.ts';
import type { Site } from './site.ts';

export const pageNames = [
  'letter',
  'letter-with-errors',
  'letter-closed',
  'letter-in-french',
  'form-alone',
  'signatories',
  'sent',
  'confirm',
  'result',
  'bad-link',
  'code',
  'code-wrong',
  'docs',
  'home',
  'not-found',
  'privacy',
  'dispute',
  'dispute-with-errors',
  'ask-link',
  'manage',
  'manage-with-errors',
  'manage-withdrawn',
  'changes',
  'stop',
  'playground',
] as const;
export type PageName = (typeof pageNames)[number];
export type OpenPages = Readonly<Record<PageName, (page: Page) => Promise<unknown>>>;

/** Signs the letter a few times. Returns a function for each page that opens it. */
export async function preparePages(site: Site): Promise<OpenPages> {
  const [pending, confirmed, managed, withdrawn] = await Promise.all([
    submit(site, anOrganisation('Foundation for the Rule of Law in the Steppe')),
    sign(site, anOrganisation('Steppe Legal Aid')),
    signAndManage(site, anOrganisation('Friends of the Long River')),
    signAndManage(site, anOrganisation('Gone Again')),
    sign(site, aPerson('Mirela Quiet', { withheld: true })),
    sign(site, anOrganisation('Verein für Menschenrechte und Flüchtlingshilfe Zürich e. V.')),
    sign(site, aPerson('Noor van den Berg', { organisation: 'Harbour Law School', role: 'Lecturer' })),
  ]);
  await fetch(withdrawn, { method: 'POST', body: new URLSearchParams({ action: 'withdraw' }) });
  const stop = await stopLinkFor(site, anOrganisation('Whoever It Was'));
  const go = (path: string) => (page: Page) => page.goto(path);
  const withForm = (path: string) => async (page: Page) => {
    await page.goto(path);
    await formOn(page);
  };
  return {
    letter: withForm(`/${site.letter}`),
    'letter-with-errors': async (page) => {
      await page.route('**/embed/v1.js', (route) => route.abort());
      await page.goto(`/${site.letter}`);
      await page.getByLabel(en['form.email']).fill('no address');
      await follow(page.getByRole('button', { name: en['form.submit'] }));
      await page.unroute('**/embed/v1.js');
    },
    'letter-closed': go('/closed-letter'),
    'letter-in-french': withForm('/keep-the-river-open?lang=fr'),
    'form-alone': withForm(`/${site.letter}/form`),
    signatories: go(`/${site.letter}/signatories`),
    sent: go(`/${site.letter}/sent`),
    confirm: go(pending),
    result: go(confirmed),
    'bad-link': go(`${pending.slice(0, -3)}`),
    code: go(`/confirm?letter=${site.letter}`),
    'code-wrong': async (page) => {
      await page.goto(`/confirm?letter=${site.letter}`);
      await page.getByLabel(en['code.email']).fill('office@signers.example');
      await page.getByLabel(en['code.code']).fill('ABCD-2345');
      await follow(page.getByRole('button', { name: en['code.submit'] }));
    },
    docs: go('/docs'),
    home: go('/'),
    'not-found': go('/there-is-nothing'),
    privacy: go(`/${site.letter}/privacy`),
    dispute: go(`/${site.letter}/dispute`),
    'dispute-with-errors': async (page) => {
      await page.goto(`/${site.letter}/dispute`);
      await follow(page.getByRole('button', { name: en['dispute.submit'] }));
    },
    'ask-link': go('/manage'),
    manage: go(managed),
    'manage-with-errors': async (page) => {
      await page.goto(managed);
      await page.getByLabel(en['form.name']).fill('www.spam.example');
      await follow(page.getByRole('button', { name: en['manage.correct-button'] }));
    },
    'manage-withdrawn': go(withdrawn),
    changes: go(`/${site.letter}/changes`),
    stop: go(stop),
    playground: async (page) => {
      await page.goto('/embed?alert=%23ffaa00');
      await page.locator('#live').getByRole('button', { name: en['form.submit'] }).waitFor();
    },
  };
}
