/** Every state of the form, left to right and right to left: no violation, no horizontal scrolling, light and dark. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { messagesIn } from '../../shared/text/catalogue.ts';
import { violations } from '../system/browser/every-page.ts';
import { aPerson } from '../system/browser/signer.ts';
import { formIn } from './form.ts';
import { pageWithForm } from './pages.ts';
import type { Embedding } from './world.ts';

export const stateNames = [
  'empty',
  'with errors',
  'half filled in',
  'refused by the server',
  'too many',
  'offline',
  'timeout',
  'closed in between',
  'accepted',
  'closed',
  'unreachable',
] as const;
export type StateName = (typeof stateNames)[number];

/** Brings one page through all states, in this order, and reports each. */
export async function eachState(
  { site }: Embedding,
  page: Page,
  { language, dir, look }: { language: string; dir: 'ltr' | 'rtl'; look: (state: StateName) => Promise<unknown> },
): Promise<void> {
  const {
    stack: { publicUrl },
    host,
  } = site;
  const texts = await messagesIn(language);
  const form = formIn(page, site.letter);
  const open = (letter: string) =>
    page.goto(host.page({ html: pageWithForm(publicUrl, letter, `lang="${language}"`) }));
  const answer = async (status: number, problem: object) => {
    await page.unrouteAll();
    await page.route('**/signatures', (route) =>
      route.fulfill({
        status,
        json: problem,
        headers: { 'access-control-allow-origin': '*', 'content-type': 'application/problem+json' },
      }),
    );
  };
  const send = () => form.getByRole('button', { name: texts['form.submit'] }).click();
  const told = (text: string) => form.getByRole('alert').filter({ hasText: text }).waitFor();

  await page.clock.install();
  await open(site.letter);
  const submit = form.getByRole('button', { name: texts['form.submit'] });
  await submit.waitFor();
  expect(await form.locator('.root').getAttribute('dir')).toBe(dir);
  await look('empty');

  await send();
  await form.getByRole('alert').waitFor();
  expect(await form.getByRole('alert').getByRole('listitem').count()).toBe(6);
  expect(await page.evaluate(`document.activeElement.shadowRoot.activeElement.getAttribute('role')`)).toBe('alert');
  await look('with errors');

  const { name, email } = aPerson('Nuria Halfway');
  await form.getByLabel(texts['form.kind-individual']).check();
  await form.getByLabel(texts['form.name'], { exact: true }).fill(name);
  await form.getByLabel(texts['form.email']).fill('nuria@gmial.com');
  await form.getByLabel(texts['form.publication']).check();
  const suggestion = form.getByRole('button', { name: 'nuria@gmail.com' });
  await suggestion.waitFor();
  await form.getByText(texts['embed.proof-ready']).waitFor();
  await look('half filled in');
  await suggestion.click();
  expect(await form.getByLabel(texts['form.email']).inputValue()).toBe('nuria@gmail.com');
  await form.getByLabel(texts['form.email']).fill(email);

  await answer(422, {
    type: 'urn:problem-type:undersigned:invalid-fields',
    errors: [{ pointer: '#/signatory/email', detail: 'not an email address', code: 'email' }],
  });
  await page.clock.fastForward(5_000);
  await send();
  await told(texts['form.wrong-email']);
  await look('refused by the server');

  await answer(429, {});
  await send();
  await told(texts['embed.busy']);
  await look('too many');

  await page.unrouteAll();
  await page.route('**/signatures', (route) => route.abort());
  await send();
  await told(texts['embed.offline']);
  await look('offline');

  await page.unrouteAll();
  await page.route('**/signatures', () => {});
  await send();
  await form.getByText(texts['embed.sending']).waitFor();
  await page.clock.fastForward(25_000);
  await told(texts['embed.timeout']);
  await look('timeout');

  await answer(409, { type: 'urn:problem-type:undersigned:letter-closed' });
  await send();
  await told(texts['letter.closed']);
  await look('closed in between');

  await page.unrouteAll();
  await page.clock.fastForward(5_000);
  await send();
  await form.getByRole('heading', { name: texts['sent.title'] }).waitFor();
  expect(await page.evaluate(`document.activeElement.shadowRoot.activeElement.getAttribute('role')`)).toBe('status');
  await look('accepted');

  await open('closed-letter');
  await page.getByText(texts['letter.closed']).waitFor();
  await look('closed');

  await page.route('**/v1/letters/*', (route) => route.abort());
  await open(site.letter);
  await form.getByText(texts['embed.unreachable']).waitFor();
  await look('unreachable');
  await page.unrouteAll();
  await form.getByRole('button', { name: texts['embed.retry'] }).click();
  await submit.waitFor();
}

/** Together they use every colour. */
const coloured: readonly StateName[] = ['with errors', 'half filled in', 'accepted'];

export function states(world: () => Embedding): void {
  test.for([
    ['en', 'ltr'],
    ['ar', 'rtl'],
  ] as const)('in %s, %s', { timeout: 60_000 }, async ([language, dir], { onTestFinished }) => {
    const page = await world().site.visit('about:blank', {}, onTestFinished);
    const look = async (state: StateName) => {
      // As wide as 1280 px are at 400 %.
      await page.setViewportSize({ width: 320, height: 800 });
      expect(await page.evaluate('document.documentElement.scrollWidth'), state).toBe(320);
      expect(await violations(page, 'light'), state).toEqual([]);
      if (dir === 'ltr' && coloured.includes(state)) expect(await violations(page, 'dark'), state).toEqual([]);
      await page.setViewportSize({ width: 1280, height: 800 });
    };
    await eachState(world(), page, { language, dir, look });
  });
}
