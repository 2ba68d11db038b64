/** What opens links that people did not open: mail gateways, link previews, security products (PEERS 1). */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { en } from '../../shared/text/en.ts';
import { linkIn } from '../fixtures/inbox.ts';
import { anOrganisation, confirmationMail, shownCount, submit } from './signer.ts';
import type { Site } from './site.ts';

export function scanners(site: () => Site): void {
  test('scanners confirm nothing, and the person after them can', async () => {
    const signer = anOrganisation('Society of the Careful');
    const link = await submit(site(), signer);
    const { html } = await confirmationMail(site(), signer);
    expect(html).toContain(link);
    const letter = await site().visit(`/${site().letter}`);
    const before = await shownCount(letter);

    for (const method of ['HEAD', 'GET', 'HEAD', 'OPTIONS']) await (await fetch(link, { method })).body?.cancel();
    const page = await site().visit('about:blank');
    const methods = new Set<string>();
    page.context().on('request', (request) => methods.add(request.method()));
    await page.goto(link, { waitUntil: 'networkidle' });
    await page.mouse.move(200, 200);
    await page.mouse.wheel(0, 2_000);
    await sleep(1_000);
    const links = await page.locator('a[href]').all();
    const addresses = await Promise.all(links.map((one) => one.getAttribute('href')));
    for (const address of new Set(addresses)) await page.goto(new URL(address ?? '', link).href);
    expect([...methods]).toEqual(['GET']);

    await letter.reload();
    expect(await shownCount(letter)).toBe(before);
    await page.goto(linkIn(await confirmationMail(site(), signer)));
    await page.getByRole('button', { name: en['confirm.button'] }).click();
    await letter.reload();
    expect(await shownCount(letter)).toBe(before + 1);
  });
}
