/** Screenshots of every page and mail, for manual review: `SCREENSHOTS=1 npx vitest run tests/system/browser`. */
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { test } from 'vitest';
import { waitForMail } from '../../fixtures/inbox.ts';
import { type OpenPages, pageNames } from './pages.ts';
import { anOrganisation, confirmationMail, sign } from './signer.ts';
import type { Site } from './site.ts';

const folder = fileURLToPath(new URL('../../../test-results/screens/', import.meta.url));

const looks = [390, 1280].flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({
    look: `${width}-${colorScheme}`,
    options: { colorScheme, viewport: { width, height: width < 600 ? 844 : 800 } },
  })),
);

export function screenshots(site: () => Site, pages: () => OpenPages): void {
  test.each(looks)('every page at $look', { timeout: 120_000, retry: 2 }, async ({ look, options }) => {
    await mkdir(folder, { recursive: true });
    for (const name of pageNames) {
      const page = await site().visit('about:blank', options);
      await pages()[name](page);
      await shoot(page, `${name}-${look}`);
    }
  });

  test.each(looks)('both mails at $look', async ({ look, options }) => {
    const signer = anOrganisation(`Association of the ${look} look`);
    await sign(site(), signer);
    const mails = {
      confirmation: await confirmationMail(site(), signer),
      receipt: await waitForMail(site().stack.inboxUrl, signer.email, 'You signed'),
    };
    for (const [name, { html }] of Object.entries(mails)) {
      const page = await site().visit('about:blank', options);
      await page.setContent(html);
      await shoot(page, `mail-${name}-${look}`);
    }
  });
}

async function shoot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `${folder}${name}.png`, fullPage: true });
  await page.context().close();
}
