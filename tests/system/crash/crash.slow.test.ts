/**
 * Nothing accepted is lost (rule 1). With 200 submissions in flight, our processes and the database get
 * `kill -9`; then once more with their confirmations in flight. The inbox stands in for SES: it survives and keeps its
 * mails.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { startInbox } from '../../../infra/local/inbox.ts';
import { freePort, loopback } from '../../../infra/local/ports.ts';
import { startQueue } from '../../../infra/local/queue.ts';
import { leaseDuration } from '../../../shared/mail/lease.ts';
import { memory } from '../../fixtures/memory.ts';
import { personalMail } from '../../fixtures/personal.ts';
import { endorsement } from '../../fixtures/world.ts';
import { type KillableStack, startKillable } from './killable.ts';

const submissions = 200;
const letter = 'keep-the-river-open';

const store = z.object({
  emails: z.array(
    z.object({ destination: z.object({ to: z.array(z.string()) }), body: z.object({ text: z.string() }) }),
  ),
});
const count = z.object({ organisations: z.number(), individuals: z.number(), total: z.number() });
const outcome = z.object({ status: z.enum(['confirmed', 'already-confirmed']) });
const page = z.object({
  items: z.array(z.object({ organisation: z.object({ name: z.string() }) })),
  nextCursor: z.string().nullable(),
});

describe.concurrent('after kill -9 in the middle of 200 submissions', () => {
  test(
    'every answered one has its mail, and the count matches the list, when the queue survives',
    () => crash(true),
    240_000,
  );
  test('the same holds when the kill also empties the queue', () => crash(false), 240_000);
});

async function crash(queueLivesOn: boolean): Promise<void> {
  const dataDir = mkdtempSync(join(memory(), 'undersigned-crash-'));
  const inbox = await startInbox();
  const queue = queueLivesOn ? await startQueue() : undefined;
  const port = await freePort();
  const site = `http://${loopback}:${port}`;
  const env = {
    PORT: String(port),
    DATA_DIR: dataDir,
    SES_ENDPOINT: inbox.endpoint,
    // Without a queue of its own the stack runs one in its process, which the kill empties.
    SQS_ENDPOINT: queue?.endpoint ?? '',
    // A database of its own, which is killed with it, whatever the other tests share.
    DYNAMODB_ENDPOINT: '',
  };
  let stack: KillableStack | undefined;
  try {
    stack = await startKillable(env);
    const all = Array.from({ length: submissions }, (_, number) => number);
    const answered = await killInFlight(stack, all, (number) => submit(site, number));

    stack = await startKillable(env);
    const mails = await untilMailed(inbox.endpoint, answered);
    await killInFlight(stack, [...mails.keys()], (number) => pressAll(mails.get(number)));

    stack = await startKillable(env);
    // However many presses were kept, none is kept partly. (DynamoDB Local answers a transaction an instant before it
    // commits it, so a press answered in that instant may be undone here; never on AWS.)
    await expectCountIsList(site, await readList(site));
    await inParallel(8, [...mails.values()], async (links) => {
      expect(await pressAll(links)).toBeOneOf(['confirmed', 'already-confirmed']);
    });
    const listed = await readList(site);
    expect(listed.toSorted()).toEqual([...mails.keys()].map(nameOf).toSorted());
    await expectCountIsList(site, listed);
  } finally {
    await stack?.kill();
    await queue?.stop();
    await inbox.stop();
    rmSync(dataDir, { recursive: true });
  }
}

async function expectCountIsList(site: string, listed: readonly string[]): Promise<void> {
  expect(new Set(listed).size).toBe(listed.length);
  const counted = count.parse(await json(`${site}/v1/letters/${letter}/count`));
  expect(counted).toEqual({ organisations: listed.length, individuals: 0, total: listed.length });
}

const nameOf = (number: number) => `Organisation ${number}`;

/**
 * Runs several at a time, and kills when a fifth to half of them, another number each time, were answered. From then on
 * nothing new is sent, so those in flight are at most a third, and some are never answered.
 *
 * @param act returns the answer, or nothing when it failed
 * @returns the answered ones
 */
async function killInFlight(
  stack: KillableStack,
  numbers: readonly number[],
  act: (number: number) => Promise<string | undefined>,
): Promise<Set<number>> {
  const enough = Math.ceil(numbers.length * (0.2 + Math.random() * 0.3));
  const answered = new Set<number>();
  let killed: Promise<void> | undefined;
  await inParallel(Math.min(16, Math.floor(numbers.length / 3)), numbers, async (number) => {
    if (killed) return;
    if ((await act(number).catch(() => undefined)) !== undefined) answered.add(number);
    if (answered.size >= enough) killed ??= stack.kill();
  });
  await killed;
  expect(answered.size).toBeGreaterThanOrEqual(enough);
  expect(answered.size).toBeLessThan(numbers.length);
  return answered;
}

/**
 * Resends until the submission is accepted or the server is gone. Sent without an Idempotency-Key: with one the
 * signature is kept in a transaction, which DynamoDB Local answers an instant before it commits it (never on AWS).
 */
async function submit(site: string, number: number): Promise<string> {
  for (;;) {
    const response = await post(`${site}/v1/letters/${letter}/signatures`, endorsement(number));
    if (response.status === 202) return 'accepted';
    expect(response.status).toBeOneOf([500, 503]);
  }
}

/** Presses the button in every mail for the same signature. @returns the last answer */
async function pressAll(links: readonly string[] = []): Promise<string | undefined> {
  let told: string | undefined;
  for (const link of links) {
    let response = await post(link);
    while (response.status >= 500) response = await post(link);
    told = outcome.parse(await response.json()).status;
  }
  return told;
}

function post(url: string, body?: unknown): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

const json = async (url: string): Promise<unknown> => (await fetch(url)).json();

/**
 * @returns the links in the confirmation mails, by the number of the submission; more than one where a mail was doubled
 */
async function readMails(inboxUrl: string): Promise<Map<number, string[]>> {
  const { emails } = store.parse(await json(`${inboxUrl}/store`));
  const mails = emails.flatMap(({ destination, body }) => {
    personalMail(destination.to.join(), body.text);
    const link = /^http\S+\/confirm\/\S+$/m.exec(body.text)?.[0];
    const number = /^person(\d+)@/.exec(destination.to.join())?.[1];
    return link && number ? [{ number: Number(number), link }] : [];
  });
  const byNumber = Map.groupBy(mails, ({ number }) => number);
  return new Map([...byNumber].map(([number, found]) => [number, found.map(({ link }) => link)]));
}

async function untilMailed(inboxUrl: string, answered: ReadonlySet<number>): Promise<Map<number, string[]>> {
  // A mail in progress when the mailer was killed is free again after its lease, and the next sweep finds it.
  const deadline = Date.now() + leaseDuration + 60_000;
  for (;;) {
    const mails = await readMails(inboxUrl);
    const missing = [...answered].filter((number) => !mails.has(number));
    if (missing.length === 0) return mails;
    if (Date.now() > deadline) throw new Error(`${missing.length} of ${answered.size} never got their mail`);
    await sleep(500);
  }
}

async function inParallel<Item>(width: number, items: readonly Item[], work: (item: Item) => Promise<void>) {
  const waiting = items.values();
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (const item of waiting) await work(item);
    }),
  );
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
