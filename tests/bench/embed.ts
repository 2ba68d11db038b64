/**
 * Transfer size and work of a partner's page with the elements, measured in a browser from the files that were really
 * fetched.
 */
import { gzipSync } from 'node:zlib';
import type { Browser, Page, Response } from 'playwright-core';
import * as z from 'zod';
import { bundleEmbed } from '../../infra/build/bundle-embed.ts';
import { serveHttp } from '../../infra/local/http.ts';
import { freePort, loopback } from '../../infra/local/ports.ts';
import { pageLanguages } from '../../shared/text/catalogue.ts';
import { en } from '../../shared/text/languages/en.ts';
import { plainPage, scriptTag } from '../embed/pages.ts';
import { launchBrowser } from '../fixtures/browser.ts';
import { registerPartner } from '../fixtures/partners.ts';
import { makeWorld } from '../fixtures/world.ts';
import { type Host, openHost } from '../system/browser/host.ts';
import { type BenchEngine, openExample } from './bench-store.ts';
import { heading, printTable } from './table.ts';
import { summarise } from './timing.ts';

/** The best-known form in this field, made for one petition in one language: its script, compressed with gzip. */
const proca = 229_060;
const rounds = 7;

interface Setting {
  readonly browser: Browser;
  readonly host: Host;
  readonly server: string;
  readonly letter: string;
}

export async function embed(engine: BenchEngine): Promise<void> {
  await bundleEmbed();
  const store = await engine.freshStore();
  const { slug: letter } = await openExample(store);
  const host = await openHost();
  const parts = { origins: [host.origin], letters: [letter] };
  await registerPartner({ store, clock: { now: Date.now() } }, 'bench', parts);
  const port = await freePort();
  const [http, browser] = await Promise.all([serveHttp(makeWorld(store).app.fetch, port), launchBrowser()]);
  try {
    const setting = { browser, host, server: `http://${loopback}:${port}`, letter };
    await reportBytes(setting);
    await reportWork(setting);
    await reportShift(setting);
  } finally {
    await Promise.all([http.stop(), browser.close(), host.close()]);
  }
}

const metrics = z.object({ metrics: z.array(z.object({ name: z.string(), value: z.number() })) });

/** Opens a page with the elements and returns when each element has reported that it is ready. */
async function open(
  { browser, host, server, letter }: Setting,
  views: readonly string[],
  { language = 'en', style = '', viewport = { width: 1280, height: 800 } } = {},
): Promise<{ page: Page; fetched: Response[]; work: () => Promise<number> }> {
  const page = await browser.newPage({ viewport });
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const fetched: Response[] = [];
  page.on('response', (response) => {
    if (response.url().includes('/embed/')) fetched.push(response);
  });
  await page.addInitScript(`
    globalThis.ready = 0; globalThis.shift = 0;
    addEventListener('signon:ready', () => { ready += 1; });
    new PerformanceObserver((list) => { for (const { value } of list.getEntries()) shift += value; })
      .observe({ type: 'layout-shift', buffered: true });`);
  const tags = views.map(
    (view) => `<sign-on-${view} letter="${letter}" lang="${language}" ${style}><a href="/">Sign</a></sign-on-${view}>`,
  );
  const around = (text: string) => `<p>${text.repeat(20)}</p>`;
  const html = plainPage(
    around('Before. ') + tags.join('') + around('After. ') + (views.length > 0 ? scriptTag(server) : ''),
  );
  await page.goto(host.page({ html }));
  await page.waitForFunction(`ready === ${views.length}`);
  // Waits for one more paint, so that moving parts have moved.
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
  /** Milliseconds of the page's main thread. */
  const work = async () => {
    const read = metrics.parse(await session.send('Performance.getMetrics')).metrics;
    return ['ScriptDuration', 'LayoutDuration', 'RecalcStyleDuration']
      .map((name) => (read.find((metric) => metric.name === name)?.value ?? 0) * 1000)
      .reduce((a, b) => a + b, 0);
  };
  return { page, fetched, work };
}

async function bytesOf(responses: readonly Response[]): Promise<{ gzip: number; sent: number }> {
  // Fetched again, since a browser keeps no body of files that went to a worker.
  const bodies = await Promise.all(
    responses.map(async (one) => new Uint8Array(await (await fetch(one.url())).arrayBuffer())),
  );
  const sizes = await Promise.all(responses.map((response) => response.request().sizes()));
  return {
    gzip: bodies.reduce((sum, body) => sum + gzipSync(body, { level: 9 }).length, 0),
    sent: sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0),
  };
}

async function reportBytes(setting: Setting): Promise<void> {
  const rows: (string | number)[][] = [];
  const add = async (what: string, responses: readonly Response[], most: number) => {
    const { gzip, sent } = await bytesOf(responses);
    rows.push([what, responses.length, gzip, sent, most, `${((gzip / proca) * 100).toFixed(1)} %`]);
  };
  const form = await open(setting, ['form']);
  const untilReady = [...form.fetched];
  await add('form, until it can be filled in, English', untilReady, 12_000);
  await form.page.getByLabel(en['form.name'], { exact: true }).pressSequentially('A');
  await form.page.getByText(en['embed.proof-ready']).waitFor();
  const later = form.fetched.filter((response) => !untilReady.includes(response));
  const isWorker = (response: Response) => response.url().includes('/proof-');
  await add('proof of work, when somebody types', later.filter(isWorker), 5_000);
  await add(
    'what the form does, when somebody goes into it',
    later.filter((response) => !isWorker(response)),
    12_000,
  );
  await form.page.close();
  let [largest, where] = [0, 'en'];
  for (const language of pageLanguages) {
    const { page, fetched } = await open(setting, ['form'], { language });
    const { gzip } = await bytesOf(fetched);
    if (gzip > largest) [largest, where] = [gzip, language];
    await page.close();
  }
  rows.push([
    `form, in the longest language (${where})`,
    '',
    largest,
    '',
    12_000,
    `${((largest / proca) * 100).toFixed(1)} %`,
  ]);
  for (const views of [['count', 'list'], ['letter']]) {
    const { page, fetched } = await open(setting, views);
    await add(`${views.join(' and ')}, English`, fetched, 9_000);
    await page.close();
  }
  heading(
    '6. What a page loads',
    'Script and strings of one language, in bytes: compressed with gzip, and as they were sent (brotli). Beside it the',
    `script of Proca, ${proca} bytes with gzip.`,
  );
  printTable(['what', 'files', 'gzip', 'sent', 'at most', 'of Proca'], rows);
}

async function reportWork(setting: Setting): Promise<void> {
  const rows: string[][] = [];
  for (const views of [[], ['form'], ['count', 'list'], ['letter']]) {
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const { page, work } = await open(setting, views);
      times.push(await work());
      await page.close();
    }
    const { median, least } = summarise(times);
    rows.push([views.join(' and ') || 'the page alone', `${median.toFixed(1)} ms`, `${least.toFixed(1)} ms`]);
  }
  heading(
    '7. Work on the page’s own thread until all is there',
    `Script, styles and layout of the whole page, ${rounds} times each: median and least.`,
  );
  printTable(['with', 'median', 'least'], rows);
}

async function reportShift(setting: Setting): Promise<void> {
  const rows: (string | number)[][] = [];
  for (const viewport of [
    { width: 1280, height: 800 },
    { width: 390, height: 844 },
  ]) {
    for (const [what, style] of [
      ['as the guide has it', 'style="display:block;min-height:100vh"'],
      ['without room kept for it', ''],
    ] as const) {
      const { page } = await open(setting, ['form'], { style, viewport });
      const shift = z.number().parse(await page.evaluate('shift'));
      rows.push([`form, ${what}, ${viewport.width} px`, shift.toFixed(3)]);
      await page.close();
    }
  }
  heading('8. Layout shift', 'Cumulative, with text before and after the element (https://web.dev/articles/cls).');
  printTable(['with', 'shift'], rows);
}
