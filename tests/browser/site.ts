/** What all browser tests share: one local stack with its letters, one browser. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { launchBrowser } from '../fixtures/browser.ts';
import { writeLetters } from '../fixtures/letters.ts';
import { type LocalStack, startLocalStack } from '../fixtures/local-stack.ts';

/** The letter that started it all. It lies outside the repository: who cloned only that tests with ours. */
const firstLetter = fileURLToPath(
  new URL('../../../shared/letters/2010-09-08-kazakhstan-uzbek-refugees.md', import.meta.url),
);

export interface Site {
  readonly stack: LocalStack;
  /** Files of the open letters. */
  readonly files: readonly string[];
  /** Slug of the letter to sign. */
  readonly letter: string;
  /** Opens a page of its own, with nothing kept from others; it closes when the test is over. */
  visit(path: string, options?: BrowserContextOptions): Promise<Page>;
  close(): Promise<void>;
}

export async function openSite(): Promise<Site> {
  const [stack, browser] = await Promise.all([startLocalStack(), launchBrowser()]);
  const close = async () => {
    await browser.close();
    await stack.stop();
  };
  try {
    const written = await writeLetters(stack.dataDir);
    const paths = [...(existsSync(firstLetter) ? [firstLetter] : []), ...written];
    const printed = await Promise.all(paths.map((path) => stack.letter('import', path, '--open')));
    const letter = printed[0]?.trim().split('/').at(-1) ?? '';
    const visit = async (path: string, options: BrowserContextOptions = {}) => {
      const page = await newPage(browser, stack.publicUrl, options);
      await page.goto(path);
      return page;
    };
    return { stack, files: paths.slice(0, -1), letter, visit, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function newPage(browser: Browser, baseURL: string, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ baseURL, viewport: { width: 1280, height: 800 }, ...options });
  onTestFinished(() => context.close());
  context.setDefaultTimeout(5_000);
  return context.newPage();
}
