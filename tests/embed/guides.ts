/** Checks what docs/embedding/elements.md says about the elements. */
import { readdir, readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { en } from '../../shared/text/languages/en.ts';
import { readGuide, snippet } from '../system/browser/guide.ts';
import { aPerson } from '../system/browser/signer.ts';
import { example } from '../system/browser/site.ts';
import { fill, formIn, send, styleOf } from './form.ts';
import { plainPage } from './pages.ts';
import type { Embedding } from './world.ts';

const source = new URL('../../embed/', import.meta.url);

export function guides(world: () => Embedding): void {
  const read = (heading: string, language?: string) => snippet(world().site, 'embedding/elements', heading, language);
  const open = (html: string, headers = {}) => world().site.host.page({ html, headers });

  test('names every property, part, slot and event, and no other', async () => {
    const files = (await readdir(source, { recursive: true })).filter((name) => name.endsWith('.ts'));
    const code = (await Promise.all(files.map((name) => readFile(new URL(name, source), 'utf8')))).join('\n');
    const guide = await readGuide('embedding/elements');
    const table = (heading: string) =>
      z
        .string()
        .parse(guide.split(`${heading}\n`)[1])
        .split('\n## ')[0] ?? '';
    const all = (text: string, pattern: RegExp) =>
      [...new Set([...text.matchAll(pattern)].map(([, name]) => name))].sort();

    expect(all(table('## Looks'), /`--signon-([a-z-]+)`/g)).toEqual(all(code, /--signon-([a-z-]+)/g));
    expect(all(guide, /`signon:([a-z]+)`/g)).toEqual(all(code, /dispatch\([a-z.]+, '([a-z]+)'/g));
    expect(all(table('## Slots'), /^\| `([a-z]+)`/gm)).toEqual(all(code, /slot\(\s*'([a-z]+)'/g));
    const parts = table('there are parts:').split('```')[0] ?? '';
    const named = all(parts, /`([a-z]+)`/g);
    expect(named).toEqual(all(code, /\bpart: '([a-z]+)'/g));
  });

  test('has strings, colours and a listener that a page can copy', async ({ onTestFinished }) => {
    const head = await read('Looks');
    const html = plainPage((await read('Events')) + (await read('The elements')), head);
    const page = await world().site.visit(open(html), {}, onTestFinished);
    const form = formIn(page, example);
    const button = form.getByRole('button', { name: en['form.submit'] });
    await button.waitFor();
    for (const words of ['Valley Radio asks you to sign', 'It takes two minutes.', 'We never see your address.']) {
      expect(await page.getByText(words).isVisible(), words).toBe(true);
    }
    const looks = await Promise.all(['backgroundColor', 'textTransform'].map((style) => styleOf(button, style)));
    expect(looks).toEqual(['rgb(122, 31, 92)', 'uppercase']);
    await page.locator('sign-on-letter h2').waitFor();
    await page.locator('sign-on-count b').waitFor();
    await page.locator('sign-on-list').getByLabel(en['list.search']).waitFor();

    await fill(form, aPerson('Greta Guided'));
    await send(form);
    await page.getByText('Thank you for standing with the river.').waitFor();
    expect(await page.title()).toBe(`Thank you for signing ${example}`);
  });

  test('has the policy that a page needs, including for the worker', async ({ onTestFinished }) => {
    const { site } = world();
    const policy = (await read('Content security policy', 'text')).trim();
    const headers = { 'content-security-policy': `default-src 'none'; style-src 'none'; ${policy}` };
    const element = (await snippet(site, 'embedding', 'The element')).replace(/\s+style="[^"]*"/, '');
    const page = await site.visit('about:blank', {}, onTestFinished);
    const complaints: string[] = [];
    page.on('console', (said) => complaints.push(said.text()));
    await page.goto(open(plainPage(element), headers));
    const started = page.waitForEvent('worker');
    const form = formIn(page, example);
    await form.getByLabel(en['form.role']).fill('Chair');
    await started;
    await form.getByText(en['embed.proof-ready']).waitFor();
    expect(complaints).toEqual([]);
  });

  test('has a fixed version, which no other file can replace', async ({ onTestFinished }) => {
    const { site } = world();
    const hashes = z
      .record(z.string(), z.string())
      .parse(await (await fetch(`${site.stack.publicUrl}/embed/integrity.json`)).json());
    const wrong = `sha384-${'A'.repeat(64)}`;
    /** The snippet with the current names and their hashes, except for one. */
    const fixed = async (but?: string) =>
      (await read('A fixed version')).replaceAll(
        /embed\/(\w+)-….js("[^…]*?")sha384-…/g,
        (_, name: string, between: string) => {
          const [file, hash] =
            Object.entries(hashes).find(([one]) => one.startsWith(`${name}-`) && /js$/.test(one)) ?? [];
          return `embed/${file}${between}${name === but ? wrong : hash}`;
        },
      );
    const element = (await snippet(site, 'embedding', 'The element')).replace(/<script[\s\S]*/, '');
    const show = async (but?: string): Promise<Page> =>
      site.visit(open(plainPage(element, await fixed(but))), {}, onTestFinished);
    await formIn(await show(), example)
      .getByLabel(en['form.email'])
      .waitFor();
    for (const but of ['v1', 'form']) {
      const page = await site.visit('about:blank', {}, onTestFinished);
      const refused = page.waitForEvent('console', (said) => /integrity|cannot be shown/i.test(said.text()));
      await page.goto(open(plainPage(element, await fixed(but))));
      await refused;
      expect(await page.getByRole('link', { name: 'Sign the letter' }).isVisible(), but).toBe(true);
    }
  });
}
