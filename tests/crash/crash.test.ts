/**
 * Nothing accepted is lost (DESIGN rule 1): with 200 submissions in flight, our processes and the database get
 * `kill -9`. The inbox stands for SES: it lives on and keeps its mails.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { startInbox } from '../../infra/local/inbox.ts';
import { freePort, loopback } from '../../infra/local/ports.ts';
import { startQueue } from '../../infra/local/queue.ts';
import { endorsement } from '../fixtures/world.ts';
import { startKillable } from './killable.ts';

const submissions = 200;
const letter = 'keep-the-river-open';

const store = z.object({
  emails: z.array(
    z.object({ destination: z.object({ to: z.array(z.string()) }), body: z.object({ text: z.string() }) }),
  ),
});
const count = z.object({ organisations: z.number(), individuals: z.number(), total: z.number() });
const page = z.object({
  items: z.array(z.object({ organisation: z.object({ name: z.string() }) })),
  nextCursor: z.string().nullable(),
});

describe.concurrent('after kill -9 in the middle of 200 submissions', () => {
  test('every answered one has its mail, and the count is the list: the queue lived on', () => crash(true), 80_000);
  test('the same when the kill also emptied the queue', () => crash(false), 80_000);
});

async function crash(queueLivesOn: boolean): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'undersigned-crash-'));
  const inbox = await startInbox();
  const queue = queueLivesOn ? await startQueue() : undefined;
  const port = await freePort();
  const site = `http://${loopback}:${port}`;
  const env = {
    PORT: String(port),
    DATA_DIR: dataDir,
    SES_ENDPOINT: inbox.endpoint,
    // Without one of its own the stack runs the queue in its process: the kill empties it.
    ...(queue ? { SQS_ENDPOINT: queue.endpoint } : {}),
  };
  let stack = await startKillable(env);
  try {
    const enough = 40 + Math.floor(Math.random() * 80);
    const answered = await submitUntil(site, enough, () => stack.kill());
    // The kill hit in flight: some had their answer, some never got one.
    expect(answered.size).toBeGreaterThanOrEqual(40);
    expect(answered.size).toBeLessThan(submissions);
    const before = (await readMails(inbox.endpoint)).size;
    const t0 = Date.now();

    stack = await startKillable(env);
    const mails = await untilMailed(inbox.endpoint, answered);
    console.log({ queueLivesOn, enough, answered: answered.size, before, wait: Date.now() - t0, mails: mails.size });
    const confirmed = await confirmAll(mails);
    const listed = await readList(site);
    expect(listed.toSorted()).toEqual([...confirmed].toSorted());
    expect(confirmed).toEqual(confirmed.union(new Set([...answered].map(nameOf))));
    expect(count.parse(await json(`${site}/v1/letters/${letter}/count`))).toEqual({
      organisations: confirmed.size,
      individuals: 0,
      total: confirmed.size,
    });
  } finally {
    await stack.kill();
    await queue?.stop();
    await inbox.stop();
    rmSync(dataDir, { recursive: true });
  }
}

const nameOf = (number: number) => `Organisation ${number}`;

/** Sends all at once and kills when so many were answered. @returns the numbers of those answered 202 */
async function submitUntil(site: string, enough: number, kill: () => Promise<void>): Promise<Set<number>> {
  const answered = new Set<number>();
  let killed: Promise<void> | undefined;
  await Promise.all(
    Array.from({ length: submissions }, async (_, number) => {
      const response = await post(`${site}/v1/letters/${letter}/signatures`, endorsement(number)).catch(
        () => undefined,
      );
      if (response?.status === 202) answered.add(number);
      if (answered.size >= enough) killed ??= kill();
    }),
  );
  await killed;
  return answered;
}

function post(url: string, body?: unknown): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

const json = async (url: string): Promise<unknown> => (await fetch(url)).json();

/** @returns the links in the confirmation mails, by the number of the submission: more than one where a mail doubled */
async function readMails(inboxUrl: string): Promise<Map<number, string[]>> {
  const { emails } = store.parse(await json(`${inboxUrl}/store`));
  const mails = emails.flatMap(({ destination, body }) => {
    const link = /^http\S+\/confirm\/\S+$/m.exec(body.text)?.[0];
    const number = /^person(\d+)@/.exec(destination.to.join())?.[1];
    return link && number ? [{ number: Number(number), link }] : [];
  });
  const byNumber = Map.groupBy(mails, ({ number }) => number);
  return new Map([...byNumber].map(([number, found]) => [number, found.map(({ link }) => link)]));
}

async function untilMailed(inboxUrl: string, answered: ReadonlySet<number>): Promise<Map<number, string[]>> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const mails = await readMails(inboxUrl);
    const missing = answered.difference(mails);
    if (missing.size === 0) return mails;
    if (Date.now() > deadline) throw new Error(`${missing.size} of ${answered.size} never got their mail`);
    await sleep(200);
  }
}

/** Presses in every mail, eight at a time. @returns the names of who confirmed */
async function confirmAll(mails: ReadonlyMap<number, readonly string[]>): Promise<Set<string>> {
  const names = new Set<string>();
  const waiting = mails.entries();
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      for (const [number, links] of waiting) {
        for (const link of links) expect((await post(link)).status).toBe(200);
        names.add(nameOf(number));
      }
    }),
  );
  return names;
}

async function readList(site: string): Promise<string[]> {
  const names: string[] = [];
  let cursor: string | null = null;
  do {
    const after: string = cursor === null ? '' : `&cursor=${cursor}`;
    const { items, nextCursor } = page.parse(await json(`${site}/v1/letters/${letter}/signatures?limit=50${after}`));
    names.push(...items.map(({ organisation }) => organisation.name));
    cursor = nextCursor;
  } while (cursor !== null);
  return names;
}
