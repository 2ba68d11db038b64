/** Software that opens links by itself: mail gateways, link previews, security products. */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { en } from '../../../shared/text/languages/en.ts';
import { follow } from '../../fixtures/browser.ts';
import { linkIn } from '../../fixtures/inbox.ts';
import { anOrganisation, confirmationMail, shownCount, signAndManage, submit } from './signer.ts';
import type { Site } from './site.ts';

export function scanners(site: () => Site): void {
  test('scanners confirm nothing, and a person can still confirm after them', async () => {
    const signer = anOrganisation('Society of the Careful');
    const link = await submit(site(), signer);
    const { html } = await confirmationMail(site(), signer);
    expect(html).toContain(link);
    const letter = await site().visit(`/${site().letter}`);
    const before = await shownCount(letter);

    await scan(site(), link);
    await letter.reload();
    expect(await shownCount(letter)).toBe(before);

    const page = await site().visit('about:blank');
    await page.goto(linkIn(await confirmationMail(site(), signer)));
    await follow(page.getByRole('button', { name: en['confirm.button'] }));
    await letter.reload();
    expect(await shownCount(letter)).toBe(before + 1);
  });

  test('scanners of a receipt withdraw and change nothing', async () => {
    const link = await signAndManage(site(), anOrganisation('Society of the Steadfast'));
    const held = async () => (await fetch(link, { headers: { accept: 'application/json' } })).json();
    const letter = await site().visit(`/${site().letter}`);
    const [before, count] = [await held(), await shownCount(letter)];
    expect(before).toMatchObject({ state: 'counted' });

    await scan(site(), link);
    expect(await held()).toEqual(before);
    await letter.reload();
    expect(await shownCount(letter)).toBe(count);
  });
}

/** Requests the page in every way except pressing the button, runs its scripts, and follows every link on it. */
async function scan(site: Site, link: string): Promise<void> {
  for (const method of ['HEAD', 'GET', 'HEAD', 'OPTIONS']) await (await fetch(link, { method })).body?.cancel();
  const page = await site.visit('about:blank');
  const methods = new Set<string>();
  page.context().on('request', (request) => methods.add(request.method()));
  await page.goto(link, { waitUntil: 'networkidle' });
  await page.mouse.move(200, 200);
  await page.mouse.wheel(0, 2_000);
  await sleep(1_000);
  const links = await page.locator('a[href]').all();
  const addresses = await Promise.all(links.map((one) => one.getAttribute('href')));
  expect(addresses.length).toBeGreaterThan(0);
  for (const address of new Set(addresses)) {
    await page.goto(new URL(address ?? '', link).href).catch((error: Error) => {
      // A download is not a page.
      if (!error.message.includes('Download is starting')) throw error;
    });
  }
  expect([...methods]).toEqual(['GET']);
}
