/** Firefox, driven by WebDriver BiDi: https://pptr.dev/webdriver-bidi */
import { type ElementHandle, launch, type Page } from 'puppeteer-core';
import { findOnPage, isNewPage, markPage, type Sought } from './find-on-page.ts';
import { findProgram } from './installed.ts';
import { type Installed, persist, type Visitor } from './visitor.ts';

export function findFirefox(): Installed {
  const executablePath = findProgram(['firefox-esr', 'firefox']);
  if (executablePath === undefined) return { missing: 'Firefox is not installed (Debian: firefox-esr)' };
  return { launch: () => launchFirefox(executablePath) };
}

async function launchFirefox(executablePath: string): Promise<Visitor> {
  const browser = await launch({ browser: 'firefox', executablePath, headless: true });
  const page = await browser.newPage();
  await page.setViewport({ width: 390, height: 844 });
  const use = <Result>(sought: Sought, words: string, act: (element: ElementHandle) => Promise<Result>) =>
    persist(async () => act(await find(page, sought, words)));
  return {
    version: await browser.version(),
    open: async (address) => {
      await page.goto(address);
    },
    seesForm: () => use('form', '', async () => {}),
    type: (label, text) =>
      use('field', label, async (field) => {
        await field.evaluate('(field) => field.select?.()');
        await field.type(text);
      }),
    choose: (label, option) =>
      use('field', label, async (field) => {
        const options = `[...(${findOnPage})('field', ${JSON.stringify(label)}).options ?? []]`;
        const value: unknown = await page.evaluate(
          `${options}.find(({ text }) => text === ${JSON.stringify(option)})?.value`,
        );
        if (typeof value === 'string') await field.select(value);
        else await field.type(option);
      }),
    tick: (label) =>
      use('field', label, async (box) => {
        if (!(await box.evaluate((element) => 'checked' in element && element.checked))) await box.click();
      }),
    press: (words) => use('button', words, (button) => button.click()),
    async follow(words) {
      await page.evaluate(markPage);
      await use('button', words, (button) => button.click());
      await persist(async () => {
        if (!(await page.evaluate(isNewPage))) throw new Error(`"${words}" led nowhere.`);
      });
    },
    sees: (words) => use('text', words, async () => {}),
    hasField: async (label) => (await page.evaluate(`(${findOnPage})('field', ${JSON.stringify(label)})`)) !== null,
    valueOf: (label) =>
      use('field', label, (field) => field.evaluate((element) => ('value' in element ? String(element.value) : ''))),
    close: () => browser.close(),
  };
}

async function find(page: Page, sought: Sought, words: string): Promise<ElementHandle> {
  const handle = await page.evaluateHandle(`(${findOnPage})(${JSON.stringify(sought)}, ${JSON.stringify(words)})`);
  const element = handle.asElement();
  if (!element) throw new Error(`There is no ${sought} "${words}" on this page.`);
  return element;
}
