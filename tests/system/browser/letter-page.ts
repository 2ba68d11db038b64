/** The letter page shows every part of the letter, in the order of a letter, and prints as one. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import type { Site } from './site.ts';

/** Parsed independently, to detect parts that our own parser drops. */
const frontMatter = z.object({
  slug: z.string(),
  date: z.string(),
  title: z.string(),
  addressees: z.array(z.object({ name: z.string(), lines: z.array(z.string()).default([]) })),
  salutation: z.string(),
  closing: z.string().optional(),
  convener: z.object({
    organisation: z.string(),
    signatory: z.string(),
    role: z.string(),
    offices: z.array(
      z.object({
        name: z.string(),
        lines: z.array(z.string()),
        telephone: z.string().optional(),
        fax: z.string().optional(),
        email: z.string().optional(),
      }),
    ),
  }),
});

async function readParts(path: string) {
  const [, yaml = '', body = ''] = (await readFile(path, 'utf8')).split(/^---\n/m);
  const { slug, date, title, addressees, salutation, closing, convener } = frontMatter.parse(parse(yaml));
  const written = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date));
  const parts = [
    written,
    ...addressees.flatMap(({ name, lines }) => [name, ...lines]),
    title,
    salutation,
    ...body.trim().split(/\n\n+/),
    ...(closing ? [closing] : []),
    convener.signatory,
    convener.role,
    convener.organisation,
    'The undersigned',
    ...convener.offices.flatMap(({ name, lines, telephone, fax, email }) => [
      name,
      ...lines,
      ...(telephone ? [`Tel: ${telephone}`] : []),
      ...(fax ? [`Fax: ${fax}`] : []),
      ...(email ? [email] : []),
    ]),
  ];
  return { slug, parts };
}

/** Text with its line breaks as displayed, to detect text that is hidden or run together with another part. */
async function seenText(page: Page): Promise<string> {
  return z.string().parse(await page.evaluate('document.querySelector("article").innerText'));
}

export function letterPage(site: () => Site): void {
  test('shows every part of the letter in order', async () => {
    for (const path of site().files) {
      const { slug, parts } = await readParts(path);
      const page = await site().visit(`/${slug}`);
      const lines = (await seenText(page)).split('\n').map((line) => line.trim());
      expect(lines.filter((line) => parts.includes(line))).toEqual(parts);
    }
  });

  test('prints the letter and nothing else, on at most two sheets of A4', async () => {
    const page = await site().visit(`/open-the-reading-rooms`);
    const sheets = Buffer.from(await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
    expect(sheets.match(/\/Type \/Page\b/g)?.length).toBeLessThanOrEqual(2);

    await page.setViewportSize({ width: 390, height: 844 });
    for (const selector of ['#sign', '.foot', '.stick']) expect(await page.locator(selector).isVisible()).toBe(true);
    await page.emulateMedia({ media: 'print' });
    for (const selector of ['#sign', '.foot', '.stick']) expect(await page.locator(selector).isVisible()).toBe(false);
    for (const selector of ['article h1', '.salutation', '.signature', '.undersigned', '.offices']) {
      expect(await page.locator(selector).isVisible(), selector).toBe(true);
    }
  });

  test('makes no requests to other sites', async () => {
    const page = await site().visit('about:blank');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`/${site().letter}`, { waitUntil: 'networkidle' });
    expect(asked.filter((url) => !url.startsWith(site().stack.publicUrl) && !url.startsWith('data:'))).toEqual([]);
    expect(await page.context().cookies()).toEqual([]);
  });
}
