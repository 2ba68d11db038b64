/** Requirements for every page: WCAG 2.2 AA as far as axe can tell, in light and dark, and no horizontal scrolling. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mailKind } from '../../../shared/mail/kind.ts';
import { axeViolations } from '../../fixtures/axe.ts';
import { waitForMail } from '../../fixtures/inbox.ts';
import { kinds } from '../../mail/every-kind.ts';
import { composeOne, subject } from '../../mail/every-mail.ts';
import { type OpenPages, pageNames } from './pages.ts';
import { anOrganisation, confirmationMail, sign } from './signer.ts';
import type { Site } from './site.ts';

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

export function everyPage(site: () => Site, pages: () => OpenPages): void {
  // They store nothing in a browser, so one page serves all.
  let page: Page | undefined;
  let close = async () => {};
  beforeAll(async () => {
    page = await site().visit('about:blank', {}, (closing) => {
      close = closing;
    });
  });
  afterAll(() => close());

  async function expectSoundMail(html: string): Promise<void> {
    if (!page) return expect.unreachable('no page');
    await page.goto('about:blank');
    await page.setContent(html);
    // A mail is shown on the background of the reader's mail program.
    await page.addStyleTag({ content: ':root { background: Canvas }' });
    await expectSound(page);
    // Some programs paint it dark and change the colour of the text, and nothing else.
    await page.emulateMedia({ colorScheme: 'light' });
    await page.addStyleTag({
      content: ':root { background: #1b1b1b; color: #e8e8e8; color-scheme: light !important }',
    });
    expect(await axeViolations(page, { rules: ['color-contrast'] }), 'painted dark').toEqual([]);
  }

  test.for(pageNames)('%s', async (name) => {
    if (!page) return expect.unreachable('no page');
    await pages()[name](page);
    await expectSound(page);
  });

  test('both mails', async () => {
    const signer = anOrganisation('Readers of Mails');
    await sign(site(), signer);
    const receipt = await waitForMail(site().stack.inboxUrl, signer.email, 'You signed');
    for (const { html } of [await confirmationMail(site(), signer), receipt]) await expectSoundMail(html);
  });

  test.for(mailKind.options)('the mail "%s"', async (kind) => {
    await expectSoundMail((await kinds[kind](subject())).html);
  });

  test('the copy of a handover', async () => {
    await expectSoundMail((await composeOne('handover-copy', subject())).html);
  });
}

async function expectSound(page: Page): Promise<void> {
  for (const width of [320, 390, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await page.evaluate('document.documentElement.scrollWidth'), `width at ${width}`).toBe(width);
  }
  expect(await violations(page, 'light')).toEqual([]);
  expect(await violations(page, 'dark')).toEqual([]);
}

/** @returns axe's violations: in light mode all WCAG 2.2 AA rules that it knows, in dark mode only contrast */
export async function violations(page: Page, colorScheme: 'light' | 'dark'): Promise<string[]> {
  // A colour in transition from light to dark is neither.
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  const found = await axeViolations(page, colorScheme === 'light' ? { tags: wcag } : { rules: ['color-contrast'] });
  return found.map((violation) => `${colorScheme}: ${violation}`);
}
