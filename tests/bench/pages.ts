/**
 * Load of each public page on a phone: bytes, requests, work of the main thread and layout shift. With BENCH_BESIDE set
 * to the folder of another checkout, the same pages of its local stack are measured in turn.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Browser, Page, Response } from 'playwright-core';
import * as z from 'zod';
import { answersHttp } from '../../infra/local/children.ts';
import { freePort, loopback } from '../../infra/local/ports.ts';
import { launchBrowser } from '../fixtures/browser.ts';
import { type InboxMail, linkIn, mailsTo, manageLinkIn, waitForMail } from '../fixtures/inbox.ts';
import { example } from '../system/browser/site.ts';
import { heading, printTable } from './table.ts';
import { summarise } from './timing.ts';

const rounds = 5;
const phone = { width: 390, height: 844 };
const root = fileURLToPath(new URL('../../', import.meta.url));

interface Version {
  readonly name: string;
  readonly pages: ReadonlyMap<string, string>;
  stop(): Promise<void>;
}

interface Load {
  readonly bytes: number;
  readonly requests: number;
  readonly others: number;
  readonly work: number;
  readonly shift: number;
}

export async function pages(): Promise<void> {
  const { BENCH_BESIDE } = process.env;
  const folders = [['this version', root], ...(BENCH_BESIDE ? [['beside', resolve(BENCH_BESIDE)]] : [])] as const;
  const browser = await launchBrowser();
  const versions: Version[] = [];
  try {
    for (const [name = '', folder = ''] of folders) versions.push(await start(name, folder));
    const rows: string[][] = [];
    for (const page of versions[0]?.pages.keys() ?? []) {
      const loads = new Map<string, Load[]>(versions.map(({ name }) => [name, []]));
      for (let round = 0; round < rounds; round += 1)
        for (const { name, pages: addresses } of versions)
          loads.get(name)?.push(await load(browser, addresses.get(page) ?? ''));
      for (const { name } of versions) rows.push([page, name, ...describe(loads.get(name) ?? [])]);
    }
    heading(
      'Load of the public pages',
      `On a screen of ${phone.width} pixels, with an empty cache, ${rounds} times in turn. Bytes are those of all files, compressed with`,
      'gzip one by one, as the edge sends them; work is the median time of the main thread.',
    );
    printTable(['page', 'version', 'bytes', 'requests', 'to others', 'work', 'layout shift'], rows);
  } finally {
    for (const version of versions) await version.stop();
    await browser.close();
  }
}

function describe(loads: readonly Load[]): string[] {
  const [first] = loads;
  if (!first) return [];
  const shift = Math.max(...loads.map((one) => one.shift));
  const work = summarise(loads.map((one) => one.work)).median;
  return [
    `${first.bytes.toLocaleString('en')} B`,
    String(first.requests),
    String(first.others),
    `${(work * 1000).toFixed(0)} ms`,
    shift.toFixed(3),
  ];
}

/** Starts the local stack of a checkout, signs its example letter once, and lists the pages. */
async function start(name: string, folder: string): Promise<Version> {
  const data = await mkdtemp(join(tmpdir(), 'undersigned-pages-'));
  const [port, inboxPort] = [await freePort(), await freePort()];
  const env = { ...process.env, PORT: String(port), INBOX_PORT: String(inboxPort), DATA_DIR: data };
  const child = spawn('npm', ['start'], { cwd: folder, env, stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  const url = `http://${loopback}:${port}`;
  const stop = async () => {
    const ended = once(child, 'exit');
    // The group, since npm does not pass signals on in every version.
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
    await ended;
    await rm(data, { recursive: true, force: true });
  };
  try {
    while (!(await answersHttp(`${url}/${example}`))) await new Promise((wait) => setTimeout(wait, 200));
    const inbox = `http://${loopback}:${inboxPort}`;
    return { name, pages: await addresses(url, inbox), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function addresses(url: string, inbox: string): Promise<ReadonlyMap<string, string>> {
  const email = 'reader@pages.example';
  const submission = {
    kind: 'individual',
    signatory: { name: 'Rosa Reader', email },
    display: 'public',
    consents: { publication: true },
  };
  const json = { 'content-type': 'application/json', accept: 'application/json' };
  const sent = await fetch(`${url}/v1/letters/${example}/signatures`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify(submission),
  });
  if (!sent.ok) throw new Error(`The submission got status ${sent.status}.`);
  const confirm = linkIn(await waitForMail(inbox, email, ''));
  await fetch(confirm, { method: 'POST', headers: json });
  const own = manageLinkIn(await receipt(inbox, email));
  return new Map([
    ['home', `${url}/`],
    ['letter', `${url}/${example}`],
    ['signatories', `${url}/${example}/signatories`],
    ['privacy notice', `${url}/${example}/privacy`],
    ['code from the mail', `${url}/confirm?letter=${example}`],
    ['confirmed', confirm],
    ['own signature', own],
    ['link to one’s own page', `${url}/manage`],
  ]);
}

/** Found by its link, since its subject differs from version to version. */
async function receipt(inbox: string, email: string): Promise<InboxMail> {
  const until = Date.now() + 60_000;
  while (Date.now() < until) {
    const found = (await mailsTo(inbox, email)).find(({ text }) => text.includes('/manage/'));
    if (found) return found;
    await new Promise((wait) => setTimeout(wait, 200));
  }
  throw new Error('No receipt within a minute.');
}

const metrics = z.object({ metrics: z.array(z.object({ name: z.string(), value: z.number() })) });
const shifts = `new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => (sum += value)))
    .observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => done(sum), 300);
})`;

async function load(browser: Browser, address: string): Promise<Load> {
  const context = await browser.newContext({ viewport: phone });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable');
    const answers: Response[] = [];
    page.on('response', (answer) => answers.push(answer));
    await page.goto(address, { waitUntil: 'networkidle' });
    const shift = z.number().parse(await page.evaluate(shifts));
    const { metrics: measured } = metrics.parse(await session.send('Performance.getMetrics'));
    const work = measured.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
    return { ...(await sizes(page, answers)), work, shift };
  } finally {
    await context.close();
  }
}

async function sizes(page: Page, answers: readonly Response[]): Promise<Pick<Load, 'bytes' | 'requests' | 'others'>> {
  const { host } = new URL(page.url());
  const bodies = await Promise.all(answers.map((answer) => answer.body().catch(() => Buffer.alloc(0))));
  return {
    bytes: bodies.reduce((sum, body) => sum + (body.length === 0 ? 0 : gzipSync(body).length), 0),
    requests: answers.length,
    others: answers.filter((answer) => new URL(answer.url()).host !== host).length,
  };
}
