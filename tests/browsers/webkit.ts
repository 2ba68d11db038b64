/**
 * WebKit as most phones run it, in the shape that Debian packages: MiniBrowser on a virtual screen, driven by
 * WebDriver: https://webkitgtk.org
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Builder, type WebDriver, WebElement } from 'selenium-webdriver';
import { freePort, loopback } from '../../infra/local/ports.ts';
import { findOnPage, isNewPage, markPage, type Sought } from './find-on-page.ts';
import { findProgram } from './installed.ts';
import { type Installed, persist, type Visitor } from './visitor.ts';

const folders = ['x86_64', 'aarch64'].map((machine) => `/usr/lib/${machine}-linux-gnu/webkit2gtk-4.1`);

interface Programs {
  readonly driver: string;
  readonly browser: string;
  readonly screen: string;
}

export function findWebKit(): Installed {
  const driver = findProgram(['WebKitWebDriver']);
  const browser = findProgram(['MiniBrowser'], [...folders, ...folders.map((one) => one.replace('4.1', '4.0'))]);
  const screen = findProgram(['Xvfb']);
  if (driver && browser && screen) return { launch: () => launchWebKit({ driver, browser, screen }) };
  return { missing: 'WebKit is not installed (Debian: webkit2gtk-driver and xvfb)' };
}

async function launchWebKit(programs: Programs): Promise<Visitor> {
  // Everything the browser keeps is deleted with this folder.
  const home = await mkdtemp(join(tmpdir(), 'undersigned-webkit-'));
  const screen = spawn(programs.screen, ['-displayfd', '1', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [display] = (await once(screen.stdout, 'data')) as unknown[];
  const port = await freePort();
  const server = spawn(programs.driver, [`--port=${port}`, `--host=${loopback}`], {
    env: { ...process.env, HOME: home, XDG_RUNTIME_DIR: home, DISPLAY: `:${String(display).trim()}` },
    stdio: 'ignore',
  });
  const driver = await startSession(`http://${loopback}:${port}`, programs.browser);
  const { browserName, browserVersion } = await describe(driver);
  const use = <Result>(sought: Sought, words: string, act: (element: WebElement) => Promise<Result>) =>
    persist(async () => act(await find(driver, sought, words)));
  return {
    version: `${browserName} ${browserVersion}`,
    open: (address) => driver.get(address),
    seesForm: () => use('form', '', async () => {}),
    type: (label, text) =>
      use('field', label, async (field) => {
        await field.clear();
        await field.sendKeys(text);
      }),
    choose: (label, option) => use('field', label, (field) => field.sendKeys(option)),
    tick: (label) =>
      use('field', label, async (box) => {
        if (!(await box.isSelected())) await box.click();
      }),
    press: (words) => use('button', words, (button) => button.click()),
    async follow(words) {
      await driver.executeScript(markPage);
      await use('button', words, (button) => button.click());
      await persist(async () => {
        if (!(await driver.executeScript(`return ${isNewPage}`))) throw new Error(`"${words}" led nowhere.`);
      });
    },
    sees: (words) => use('text', words, async () => {}),
    hasField: (label) =>
      find(driver, 'field', label).then(
        () => true,
        () => false,
      ),
    valueOf: async (label) => (await use('field', label, (field) => field.getProperty('value'))) ?? '',
    async close() {
      await driver.quit();
      for (const child of [server, screen]) {
        const ended = once(child, 'exit');
        child.kill();
        await ended;
      }
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** The driver takes a moment to listen. */
async function startSession(address: string, binary: string): Promise<WebDriver> {
  await persist(() => fetch(`${address}/status`));
  return new Builder()
    .disableEnvironmentOverrides()
    .usingServer(address)
    .withCapabilities({
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary, args: ['--automation', '--geometry=390x844'] },
    })
    .build();
}

async function describe(driver: WebDriver) {
  const capabilities = await driver.getCapabilities();
  return { browserName: capabilities.getBrowserName(), browserVersion: capabilities.getBrowserVersion() };
}

async function find(driver: WebDriver, sought: Sought, words: string): Promise<WebElement> {
  const found = await driver.executeScript(`return (${findOnPage})(arguments[0], arguments[1])`, sought, words);
  if (!(found instanceof WebElement)) throw new Error(`There is no ${sought} "${words}" on this page.`);
  return found;
}
