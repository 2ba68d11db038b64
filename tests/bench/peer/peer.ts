/**
 * An API of openletter.earth (https://github.com/citizenspring/openletter) that the operator has started on this
 * machine, to measure the same signatures there. docs/performance.md says how to start it.
 */
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { refusal } from '../../../infra/local/refusal.ts';
import { type Client, openClient, type Sent } from '../flood/client.ts';
import type { Played } from '../load/one-signature.ts';
import { usageOf } from '../load/usage.ts';
import { listenersOn } from './listeners.ts';
import { startMailSink } from './smtp.ts';

const settings = z.object({
  BENCH_PEER: z
    .url({
      protocol: /^http$/,
      hostname: /^(127\.0\.0\.1|localhost|\[::1\])$/,
      error: 'It must be an http address of this machine.',
    })
    .optional(),
  /** Of the process whose time is counted, when it cannot be found from its port. */
  BENCH_PEER_PID: z.coerce.number().int().positive().optional(),
  /** Where the peer sends its mails; the default is the default of the peer. */
  BENCH_PEER_SMTP_PORT: z.coerce.number().int().min(0).max(65_535).default(2525),
});

export interface Peer {
  /** Port to which it must send its mails. */
  readonly smtpPort: number;
  /** Makes a new letter, which people can sign. */
  newLetter(): Promise<Played>;
  close(): Promise<void>;
}

/**
 * @param mailWithin milliseconds in which a mail must come
 * @returns nothing when no peer is set
 * @throws a refusal when a setting is wrong
 */
export async function openPeer(env: NodeJS.ProcessEnv, mailWithin = 60_000): Promise<Peer | undefined> {
  const read = settings.safeParse({ ...env, BENCH_PEER: env['BENCH_PEER'] || undefined });
  if (!read.success) throw refusal(z.prettifyError(read.error));
  const { BENCH_PEER: url, BENCH_PEER_PID: pid, BENCH_PEER_SMTP_PORT: port } = read.data;
  if (url === undefined) return undefined;
  const pids = pid === undefined ? listenersOn(Number(new URL(url).port || 80)) : [pid];
  if (pids.length === 0) throw refusal(`No process is found that listens at ${url}. Name it with BENCH_PEER_PID=….`);
  const mailbox = await openMailbox(port, mailWithin);
  const client = openClient(url);
  return {
    smtpPort: mailbox.port,
    async newLetter() {
      const letter = { title: 'Keep the river open', text: 'The river belongs to all of us.', locale: 'en' };
      const { slug } = await ask(client, { path: '/letters/create', json: { letters: [letter] } }, created);
      return {
        async sign(number) {
          const email = `office@signer-${number}.example`;
          const token = mailbox.next(email);
          const form = formOf(number, email);
          // It takes one signature in 30 seconds from each network.
          const headers = { 'x-forwarded-for': someNetwork() };
          const signed = z.object({ name: z.literal(form.name) });
          await ask(client, { path: `/letters/${slug}/en/sign`, json: form, headers }, signed);
          const json = { token: await token() };
          await ask(client, { path: '/signatures/confirm', json }, signed.extend({ is_verified: z.literal(true) }));
        },
        settled: () => Promise.resolve(),
        used: () => pids.reduce((sum, each) => sum + usageOf(each).seconds, 0),
      };
    },
    async close() {
      client.close();
      await mailbox.stop();
    },
  };
}

const created = z.object({ slug: z.string() });
/** It also answers with status 200 when it refuses. */
const refused = z.object({ error: z.object({ message: z.string() }) });

/** @throws when the answer is another than expected */
async function ask<T>(client: Client, sent: Sent, expected: z.ZodType<T>): Promise<T> {
  const { status, body } = await client.send(sent);
  const json: unknown = status === 200 ? JSON.parse(body) : undefined;
  const read = expected.safeParse(json);
  if (read.success) return read.data;
  const reason = refused.safeParse(json).data?.error.message ?? `status ${status}`;
  throw new Error(`The peer refused ${sent.path}: ${reason}.`);
}

/** Organisations and individuals in turn, as in our own stack. */
function formOf(number: number, email: string) {
  const form = { name: `Aru Signer ${number}`, occupation: 'Director', email };
  return number % 2 === 1 ? form : { ...form, organization: `Reading Circle of Street ${number}` };
}

/** @returns an address of the range for documentation (RFC 3849) */
function someNetwork(): string {
  const groups = randomBytes(12).toString('hex').match(/.{4}/g) ?? [];
  return ['2001', 'db8', ...groups].join(':');
}

/** Receives the mails of the peer, in which it sends the tokens to confirm. */
async function openMailbox(port: number, within: number) {
  const waiting = new Map<string, (token: string) => void>();
  const sink = await startMailSink(port, 'BENCH_PEER_SMTP_PORT', (to, { text = '', html }) => {
    const token = /\/confirm_signature\?token=(\w+)/.exec(html || text)?.[1];
    if (token !== undefined) waiting.get(to)?.(token);
    waiting.delete(to);
  });
  return {
    ...sink,
    /** @returns a function that waits for the token in the next mail to that address */
    next(email: string): () => Promise<string> {
      const arrived = new Promise<string>((resolve) => waiting.set(email, resolve));
      return async () => {
        const tooLate = new AbortController();
        const missing = sleep(within, undefined, { signal: tooLate.signal }).then(() => {
          throw new Error(`No mail with a token came to port ${sink.port}: the peer must send its mails there.`);
        });
        try {
          return await Promise.race([arrived, missing]);
        } finally {
          tooLate.abort();
        }
      };
    },
  };
}
