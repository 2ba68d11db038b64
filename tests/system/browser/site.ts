/** Shared by all browser tests: one local stack with its letters, and one browser. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { openBrowser } from '../../fixtures/browser.ts';
import { firstLetterPath, writeLetters } from '../../fixtures/letters.ts';
import { type LocalStack, startLocalStack } from '../../fixtures/local-stack.ts';
import { type Host, openHost } from './host.ts';

type WhenDone = (close: () => Promise<void>) => void;

export interface Site {
  readonly stack: LocalStack;
  /** Files of the open letters. */
  readonly files: readonly string[];
  /** Slug of the letter to sign. */
  readonly letter: string;
  /** Somebody else's site, registered for the example letter. */
  readonly host: Host;
  /**
   * Opens a page in a context of its own, isolated from others.
   *
   * @param whenDone receives a function that closes it; tests that run in parallel pass their own, others need none
   */
  visit(path: string, options?: BrowserContextOptions, whenDone?: WhenDone): Promise<Page>;
  close(): Promise<void>;
}

/** The letter that comes with the stack, as docs/embedding.md names it. */
export const example = 'keep-the-river-open';

const viewport = { width: 1280, height: 800 };

export async function openSite(): Promise<Site> {
  const [stack, browser, host] = await Promise.all([startLocalStack(), openBrowser(), openHost()]);
  const close = async () => {
    await browser.close();
    await host.close();
    await stack.stop();
  };
  try {
    const written = await writeLetters(stack.dataDir);
    const first = firstLetterPath();
    const paths = [...(first ? [first] : []), ...written];
    const [printed] = await Promise.all([
      Promise.all(paths.map((path) => stack.letter('import', path, '--open'))),
      stack.partner('add', 'valley-radio', '--name', 'Valley Radio', '--origin', host.origin, '--letter', example),
    ]);
    const letter = printed[0]?.trim().split('/').at(-1) ?? '';
    const visit: Site['visit'] = async (path, options = {}, whenDone = onTestFinished) => {
      const context = await browser.newContext({ baseURL: stack.publicUrl, viewport, ...options });
      whenDone(() => context.close());
      context.setDefaultTimeout(20_000);
      const page = await context.newPage();
      await page.goto(path);
      return page;
    };
    return { stack, files: paths.slice(0, -1), letter, host, visit, close };
  } catch (error) {
    await close();
    throw error;
  }
}
