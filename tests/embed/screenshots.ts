/** Screenshots of the elements in each state, for manual review: `SCREENSHOTS=1 npx vitest run tests/embed`. */
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { test } from 'vitest';
import { plainPage, scriptTag } from './pages.ts';
import { eachState } from './states.ts';
import type { Embedding } from './world.ts';

const folder = fileURLToPath(new URL('../../test-results/screens/', import.meta.url));

const looks = [
  { look: 'light', language: 'en', dir: 'ltr', width: 800 },
  { look: 'dark', language: 'de', dir: 'ltr', width: 800 },
  { look: 'arabic', language: 'ar', dir: 'rtl', width: 800 },
  { look: '320', language: 'en', dir: 'ltr', width: 320 },
] as const;

export function screenshots(world: () => Embedding): void {
  test.each(looks)('$look', { timeout: 120_000 }, async ({ look, language, dir, width }) => {
    await mkdir(folder, { recursive: true });
    const { site, forPeople } = world();
    const colorScheme = look === 'dark' ? 'dark' : 'light';
    const page = await site.visit('about:blank', { colorScheme, viewport: { width, height: 800 } });
    const shoot = (name: string) =>
      page.screenshot({ path: `${folder}embed-${name.replaceAll(' ', '-')}-${look}.png`, fullPage: true });
    await eachState(world(), page, { language, dir, look: shoot });
    const tags = [site.letter, forPeople].flatMap((letter) =>
      ['count', 'list', 'letter'].map(
        (view) => `<p></p><sign-on-${view} lang="${language}" letter="${letter}"></sign-on-${view}>`,
      ),
    );
    await page.goto(site.host.page({ html: plainPage(tags.join('') + scriptTag(site.stack.publicUrl)) }));
    await page.locator('sign-on-letter h2').last().waitFor();
    await page.locator('sign-on-list ul').last().waitFor({ state: 'attached' });
    await shoot('around');
  });
}
