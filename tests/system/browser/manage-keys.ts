/** The owner's page with the keyboard alone: the everyday first, and what cannot be undone asks once. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { en } from '../../../shared/text/languages/en.ts';
import { anOrganisation, signAndManage } from './signer.ts';
import type { Site } from './site.ts';

/** The words of the element with the focus: of its labels, or its own. */
const focusedWords = `
  const { activeElement } = document;
  const named = activeElement.labels?.length ? [...activeElement.labels] : [activeElement];
  named.map((one) => one.textContent).join(' ').trim()`;

/** Presses Tab until something with these words has the focus. @returns the words of all stops on the way */
async function tabTo(page: Page, words: string): Promise<string[]> {
  const stops: string[] = [];
  for (let pressed = 0; pressed < 80; pressed += 1) {
    await page.keyboard.press('Tab');
    const focused = z.string().parse(await page.evaluate(focusedWords));
    stops.push(focused);
    if (focused.includes(words)) return stops;
  }
  throw new Error(`the keyboard never reached "${words}": ${stops.join(' | ')}`);
}

export function manageKeys(site: () => Site): void {
  test('details, then the name and consents, then withdrawal, and verification last', async () => {
    const page = await site().visit('about:blank');
    await page.goto(await signAndManage(site(), anOrganisation('Union of Lighthouse Painters')));
    const order = [
      en['manage.correct-button'],
      en['manage.consents-button'],
      en['manage.withdraw-title'],
      en['manage.forget-title'],
      en['manage.more'],
    ];
    const stops: string[] = [];
    for (const words of order) stops.push(...(await tabTo(page, words)));
    // Nothing that is folded can be pressed by accident.
    expect(stops.join(' | ')).not.toContain(en['manage.withdraw-button']);
    expect(stops.join(' | ')).not.toContain(en['manage.forget-button']);
    expect(await page.getByText(en['manage.fact-version']).isVisible()).toBe(false);
    await page.keyboard.press('Enter');
    expect(await page.getByText(en['manage.fact-version']).isVisible()).toBe(true);
  });

  test('a correction, and a withdrawal with one question', async () => {
    const page = await site().visit('about:blank');
    await page.goto(await signAndManage(site(), anOrganisation('Circle of Night Ferry Pilots')));
    await tabTo(page, en['form.role']);
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('Harbour pilot');
    await tabTo(page, en['manage.correct-button']);
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
    expect(await page.locator('.facts').first().textContent()).toContain('Harbour pilot');
    await tabTo(page, en['manage.withdraw-title']);
    await page.keyboard.press('Enter');
    await tabTo(page, en['manage.withdraw-button']);
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
    expect(await page.getByText(en['manage.state-withdrawn']).isVisible()).toBe(true);
  });
}
