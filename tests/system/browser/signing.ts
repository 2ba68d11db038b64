/** Signing as people do it: the form, the mailbox, the button or the code. */
import type { BrowserContextOptions } from 'playwright-core';
import { expect, test } from 'vitest';
import { en } from '../../../shared/text/languages/en.ts';
import { follow } from '../../fixtures/browser.ts';
import { codeIn, linkIn, waitForMail } from '../../fixtures/inbox.ts';
import { anOrganisation, aPerson, confirmationMail, expectCount, fillIn, type Signer, shownCount } from './signer.ts';
import type { Site } from './site.ts';

export function signing(site: () => Site): void {
  /** Signs with the form. Returns the page, the mail, and the count before. */
  async function signAs(signer: Signer, options: BrowserContextOptions = {}) {
    const page = await site().visit(`/${site().letter}`, options);
    const before = await shownCount(page);
    await fillIn(page, signer);
    await page.getByRole('heading', { name: en['sent.title'], exact: true }).waitFor();
    return { page, before, mail: await confirmationMail(site(), signer) };
  }

  test.each([
    ['with JavaScript', {}],
    [
      'without JavaScript on a phone',
      { javaScriptEnabled: false, viewport: { width: 390, height: 844 }, isMobile: true },
    ],
  ])('an organisation signs and confirms by the link, %s', async (how, options) => {
    const signer = anOrganisation(`Reading Circle ${how}`);
    const { page, before, mail } = await signAs(signer, options);
    await page.goto(linkIn(mail));
    expect(await page.locator('main').textContent()).toContain(`Reading Circle ${how}`);
    await expectCount(page, site().letter, before);

    await page.goto(linkIn(mail));
    await follow(page.getByRole('button', { name: en['confirm.button'] }));
    await page.getByRole('heading', { level: 1, name: en['confirm.done-title'], exact: true }).waitFor();
    await expectCount(page, site().letter, before + 1);
    expect(await page.locator('.names .who').first().textContent()).toBe(`Reading Circle ${how}`);
    await waitForMail(site().stack.inboxUrl, signer.email, 'You signed');

    await page.goto(linkIn(mail));
    expect(await page.locator('h1').textContent(), 'the link again').toBe(en['confirm.done-title']);
    await expectCount(page, site().letter, before + 1);
  });

  test('an organisation confirms by typing the code', async () => {
    const signer = anOrganisation('Chess Club of the Old Harbour');
    const { page, before, mail } = await signAs(signer);
    await follow(page.getByRole('link', { name: en['sent.type-code'] }));
    await page.getByLabel(en['code.email']).fill(signer.email);
    await page.getByLabel(en['code.code']).fill(codeIn(mail).toLowerCase());
    await follow(page.getByRole('button', { name: en['code.submit'] }));
    await page.getByRole('heading', { level: 1, name: en['confirm.done-title'], exact: true }).waitFor();
    await expectCount(page, site().letter, before + 1);
    expect(await page.locator('.names .who').first().textContent()).toBe('Chess Club of the Old Harbour');
  });

  test('a person who withholds their name is counted but not listed', async () => {
    const { page, before, mail } = await signAs(aPerson('Ines Unseen', { withheld: true }), {
      javaScriptEnabled: false,
    });
    await page.goto(linkIn(mail));
    await follow(page.getByRole('button', { name: en['confirm.button'] }));
    await page.getByRole('heading', { name: en['confirm.done-title'] }).waitFor();
    await expectCount(page, site().letter, before + 1);
    for (const path of ['', '/signatories', '/signatories?q=Ines']) {
      await page.goto(`/${site().letter}${path}`);
      expect(await page.locator('.names').textContent()).not.toContain('Ines');
    }
  });
}
