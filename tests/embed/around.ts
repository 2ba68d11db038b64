/** The elements around the form: the count, the list and the letter. */
import { test } from 'vitest';
import { en } from '../../shared/text/languages/en.ts';
import { violations } from '../system/browser/every-page.ts';
import { aPerson, sign } from '../system/browser/signer.ts';
import { plainPage, scriptTag } from './pages.ts';
import type { Embedding } from './world.ts';

export function around(world: () => Embedding): void {
  test('a new signature is counted and listed within a minute', async ({ expect, onTestFinished }) => {
    const { site, forPeople } = world();
    const {
      stack: { publicUrl },
      host,
    } = site;
    const on = { ...site, letter: forPeople };
    await Promise.all(
      Array.from({ length: 11 }, (_, number) => sign(on, aPerson(`Signer ${String.fromCharCode(65 + number)}`))),
    );
    const tags = ['count', 'list', 'letter'].map((view) => `<sign-on-${view} letter="${forPeople}"></sign-on-${view}>`);
    const page = await site.visit('about:blank', {}, onTestFinished);
    await page.clock.install();
    await page.goto(host.page({ html: plainPage(tags.join('') + scriptTag(publicUrl)) }));
    const [count, list, letter] = ['count', 'list', 'letter'].map((view) => page.locator(`sign-on-${view}`));
    if (!count || !list || !letter) return expect.unreachable();

    const counted = async () => Number.parseInt((await count.locator('b').textContent()) ?? '', 10);
    await count.locator('b').waitFor();
    await list.getByRole('listitem').first().waitFor();
    const before = await counted();
    expect(before).toBeGreaterThanOrEqual(11);
    expect(await list.getByRole('listitem').count()).toBe(10);

    expect(await letter.getByRole('heading', { level: 2 }).textContent()).toBe('A swing for Mill Square');
    expect(await letter.locator('strong').first().textContent()).toBe('a swing');
    expect(await letter.getByRole('link', { name: 'the plan' }).getAttribute('href')).toBe('https://plan.example/');
    expect(await violations(page, 'light')).toEqual([]);

    await list.getByRole('button', { name: en['list.next'] }).click();
    await list.getByRole('button', { name: en['list.first'] }).waitFor();
    expect(await list.getByRole('listitem').count()).toBe(1);
    await list.getByRole('button', { name: en['list.first'] }).click();
    await list.getByLabel(en['list.search']).fill('signer c');
    await page.clock.fastForward(400);
    await expect.poll(() => list.getByRole('listitem').allTextContents()).toEqual(['Signer C']);
    await list.getByLabel(en['list.search']).fill('nobody');
    await page.clock.fastForward(400);
    await list.getByText(en['list.none']).waitFor();
    await list.getByLabel(en['list.search']).fill('');
    await page.clock.fastForward(400);
    await expect.poll(() => list.getByRole('listitem').count()).toBe(10);
    await list.getByLabel(en['list.search']).blur();

    await sign(on, aPerson('Latest Of All'));
    await page.clock.fastForward(15_000);
    await expect.poll(() => list.getByRole('listitem').first().textContent()).toBe('Latest Of All');
    await expect.poll(counted).toBeGreaterThan(before);
  });
}
