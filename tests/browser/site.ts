/** What all browser tests share: one local stack with its letters, one browser. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { launchBrowser } from '../fixtures/browser.ts';
import { type LocalStack, startLocalStack } from '../fixtures/local-stack.ts';

const file = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** The letter that started it all lies outside the repository; who cloned only that tests with ours. */
export const letterFiles = [
  file('../shared/letters/2010-09-08-kazakhstan-uzbek-refugees.md'),
  file('tests/fixtures/letters/open-the-reading-rooms.md'),
].filter((path) => existsSync(path));

const otherLetters = ['closed-letter', 'future-letter'].map((name) => file(`tests/fixtures/letters/${name}.md`));

export interface Site {
  readonly stack: LocalStack;
  readonly browser: Browser;
  /** Slug of the letter to sign. */
  readonly letter: string;
  /** Opens a page of its own, with nothing kept from others; it closes when the test is over. */
  visit(path: string, options?: BrowserContextOptions): Promise<Page>;
  close(): Promise<void>;
}

export async function openSite(): Promise<Site> {
  const [stack, browser] = await Promise.all([startLocalStack(), launchBrowser()]);
  const printed = await Promise.all(
    [...letterFiles, ...otherLetters].map((path) => stack.letter('import', path, '--open')),
  );
  const slugs = printed.map((said) => said.trim().split('/').at(-1) ?? '');
  return {
    stack,
    browser,
    letter: slugs[0] ?? '',
    async visit(path, options = {}) {
      const page = await newPage(browser, stack.publicUrl, options);
      await page.goto(path);
      return page;
    },
    async close() {
      await browser.close();
      await stack.stop();
    },
  };
}

async function newPage(browser: Browser, baseURL: string, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ baseURL, viewport: { width: 1280, height: 800 }, ...options });
  onTestFinished(() => context.close());
  context.setDefaultTimeout(5_000);
  return context.newPage();
}
