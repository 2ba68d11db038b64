/** `/embed` of the local stack: choices are shown at once, and the copied lines work. */
import { test } from 'vitest';
import * as z from 'zod';
import { messagesIn } from '../../shared/text/catalogue.ts';
import { en } from '../../shared/text/languages/en.ts';
import { follow } from '../fixtures/browser.ts';
import { example } from '../system/browser/site.ts';
import { formIn, styleOf } from './form.ts';
import { plainPage } from './pages.ts';
import type { Embedding } from './world.ts';

export function playground(world: () => Embedding): void {
  test('shows choices at once; the copied lines work on the site of the partner', async ({
    expect,
    onTestFinished,
  }) => {
    const { site } = world();
    const options = { permissions: ['clipboard-read', 'clipboard-write'] };
    const page = await site.visit('/embed', options, onTestFinished);
    const live = page.locator('#live');
    await page.getByLabel('Letter', { exact: true }).selectOption(example);
    // The previous letter's form stays until this one has loaded.
    const { title } = z
      .looseObject({ title: z.string() })
      .parse(await (await fetch(`${site.stack.publicUrl}/v1/letters/${example}`)).json());
    await live.getByText(title).waitFor();
    await formIn(page, example).getByLabel(en['form.role']).fill('Kept');
    await page.getByLabel('Partner').selectOption('Valley Radio');
    await page.getByLabel('Language').selectOption('de');
    await page.getByLabel('Buttons and links').fill('#7a1f5c');
    const german = await messagesIn('de');
    const button = live.getByRole('button', { name: german['form.submit'] });
    await button.waitFor();
    await expect.poll(() => styleOf(button, 'backgroundColor')).toBe('rgb(122, 31, 92)');
    expect(await live.getByLabel(german['form.role']).inputValue()).toBe('Kept');
    expect(await page.getByText('Valley Radio may show it on').textContent()).toContain(site.host.origin);
    await page.getByText('In dark, “Buttons and links” on “Background”').waitFor();

    await page.getByLabel('Load exactly today’s script').check();
    const integrity = z
      .looseObject({ 'v1.js': z.string() })
      .parse(await (await fetch(`${site.stack.publicUrl}/embed/integrity.json`)).json());
    expect(await page.locator('.sri code').textContent()).toBe(integrity['v1.js']);
    await expect.poll(() => page.getByRole('textbox', { name: 'To copy' }).inputValue()).toContain(integrity['v1.js']);
    await page.getByRole('button', { name: 'Copy' }).click();
    await page.getByText('Copied.').waitFor();
    const copied = z.string().parse(await page.evaluate('navigator.clipboard.readText()'));
    expect(copied).toBe(await page.getByRole('textbox', { name: 'To copy' }).inputValue());

    await page.goto(site.host.page({ html: plainPage(copied) }));
    const there = formIn(page, example).getByRole('button', { name: german['form.submit'] });
    await there.waitFor();
    expect(await styleOf(there, 'backgroundColor')).toBe('rgb(122, 31, 92)');
  });

  test('shows the lines without JavaScript, too', async ({ expect, onTestFinished }) => {
    const { site, forPeople } = world();
    const page = await site.visit('/embed', { javaScriptEnabled: false }, onTestFinished);
    await page.getByLabel('What').selectOption('The count');
    await page.getByLabel('Letter', { exact: true }).selectOption(forPeople);
    await follow(page.getByRole('button', { name: 'Show' }));
    expect(await page.getByRole('textbox', { name: 'To copy' }).inputValue()).toContain(
      `<sign-on-count letter="${forPeople}">`,
    );
    expect(await page.getByText('npm run partner').textContent()).toContain(`--letter ${forPeople}`);
  });
}
