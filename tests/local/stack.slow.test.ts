import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { localAws } from '../../infra/local/environment.ts';
import type { Functions } from '../../infra/local/functions.ts';
import type { StackOptions } from '../../infra/local/options.ts';
import { freePort } from '../../infra/local/ports.ts';
import { type Stack, startStack } from '../../infra/local/stack.ts';
import { countMoves } from '../../shared/count/count.ts';
import { letterSlug, makeSignatureId } from '../../shared/ids.ts';
import { TransactWriteCommand } from '../../shared/platform/store/commands.ts';
import { openStore } from '../../shared/platform/store/store.ts';

const functions: Functions = {
  fetch: () => new Response('hello'),
  secretariat: () => new Response('console'),
  relay: () => {},
  mailer: () => {},
  housekeeping: () => {},
  document: () => {},
};
const load = async () => functions;

const folder = mkdtempSync(join(tmpdir(), 'undersigned-'));
const dataDir = join(folder, 'data');
let options: StackOptions;
let stack: Stack;

beforeAll(async () => {
  options = { port: await freePort(), inboxPort: await freePort(), dataDir };
  stack = await startStack(options, load);
});
afterAll(async () => {
  await stack.stop();
  rmSync(folder, { recursive: true });
});

/** Runs one of our commands to its end. */
async function command(name: string, env: Record<string, string>) {
  const script = fileURLToPath(new URL(`../../infra/local/${name}`, import.meta.url));
  const child = spawn(process.execPath, [script], { env: { ...process.env, ...env } });
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const [code, out, errors] = await Promise.all([exit, text(child.stdout), text(child.stderr)]);
  return { code, out, errors };
}

test('serves the pages and the inbox, and prints their addresses', async () => {
  expect(await (await fetch(stack.publicUrl)).text()).toBe('hello');
  expect(await (await fetch(`${stack.inboxUrl}/store`)).json()).toMatchObject({ emails: [] });
  const described = z
    .object({ pid: z.number(), publicUrl: z.string(), env: z.record(z.string(), z.string()) })
    .parse(JSON.parse(readFileSync(join(dataDir, 'stack.json'), 'utf8')));
  expect(described).toMatchObject({ pid: process.pid, publicUrl: `http://127.0.0.1:${options.port}` });
  expect(described.env).toMatchObject({ TABLE_NAME: 'undersigned', PUBLIC_URL: stack.publicUrl });
});

test('only lets its owner read the master key', () => {
  expect(statSync(join(dataDir, 'secret.json')).mode & 0o777).toBe(0o600);
});

test('refuses a second stack on the same folder', async () => {
  const other = { ...options, port: await freePort(), inboxPort: await freePort() };
  await expect(startStack(other, load)).rejects.toThrow(/^A stack is already running on .*DATA_DIR=….$/);
  expect(existsSync(join(dataDir, 'stack.json'))).toBe(true);
});

test('reset refuses while a stack runs there', async () => {
  const { code, errors } = await command('reset.ts', { DATA_DIR: dataDir });
  expect(code).toBe(1);
  expect(errors.trim().split('\n')).toEqual([expect.stringMatching(/^A stack is already running on /)]);
  expect(existsSync(join(dataDir, 'secret.json'))).toBe(true);
});

test.each(['PORT', 'INBOX_PORT'])(
  'reports a %s that is in use in one sentence, and leaves nothing behind',
  async (variable) => {
    const taken = createServer();
    const port = await freePort();
    await new Promise<void>((resolve) => taken.listen(port, '127.0.0.1', resolve));
    const ports = { PORT: String(await freePort()), INBOX_PORT: String(await freePort()), [variable]: String(port) };
    const other = join(folder, `other-${variable}`);
    const { code, out, errors } = await command('start.ts', { ...ports, DATA_DIR: other });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(errors.trim()).toBe(`Port ${port} is in use by another program. Choose another one with ${variable}=….`);
    expect(existsSync(join(other, 'pids.json'))).toBe(false);
    await new Promise((resolve) => taken.close(resolve));
  },
);

test('reports an invalid setting in one sentence', async () => {
  const { code, errors } = await command('start.ts', { PORT: 'eighty' });
  expect({ code, errors }).toEqual({
    code: 1,
    errors: 'PORT must be a port number from 1 to 65535, not "eighty".\n',
  });
});

test('reports a missing Java in one sentence with the way out', async () => {
  const ports = { PORT: String(await freePort()), INBOX_PORT: String(await freePort()) };
  const { code, errors } = await command('start.ts', { ...ports, DATA_DIR: join(folder, 'no-java'), PATH: '/nowhere' });
  expect(code).toBe(1);
  expect(errors.trim().split('\n')).toEqual([expect.stringMatching(/openjdk-17-jre-headless.*DYNAMODB_ENDPOINT/)]);
});

describe('the doctor', () => {
  const doctor = () => command('../../cli/doctor.ts', { DATA_DIR: dataDir });

  test('finds nothing wrong with a healthy stack', async () => {
    const { code, out, errors } = await doctor();
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    const checks = out
      .trim()
      .split('\n')
      .map((line) => line.slice(0, 20).replace(/ +/g, ' ').trim());
    const all = ['address', 'secret', 'inbox', 'dead letters', 'count', 'deliveries', 'version'].map(
      (name) => `ok ${name}`,
    );
    expect(checks).toEqual([...all, 'Everything works.']);
  });

  test('reports a dead letter and a wrong count, and what to do', async () => {
    const { env } = z
      .object({ env: z.record(z.string(), z.string()) })
      .parse(JSON.parse(readFileSync(join(dataDir, 'stack.json'), 'utf8')));
    const sqs = new SQSClient({
      ...localAws,
      endpoint: env['AWS_ENDPOINT_URL_SQS'] ?? '',
      useQueueUrlAsEndpoint: false,
    });
    const QueueUrl = `${env['MAIL_QUEUE_URL']}-dead`;
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'nobody could send this' }));
    const store = openStore(env['TABLE_NAME'] ?? '', { ...localAws, endpoint: env['AWS_ENDPOINT_URL_DYNAMODB'] ?? '' });
    const slug = letterSlug.parse('keep-the-river-open');
    const move = { letter: slug, id: makeSignatureId(), as: 'individuals', change: 1 } as const;
    await store.client.send(new TransactWriteCommand({ TransactItems: countMoves(store, [move]) }));
    const { code, out, errors } = await doctor();
    expect({ code, errors }).toEqual({ code: 1, errors: '2 checks failed.\n' });
    expect(out).toMatch(/FAIL +dead letters +1 in undersigned-mail-dead\n +→ docs\/operating\.md/);
    expect(out).toMatch(/FAIL +count +keep-the-river-open: .*-1 individuals more[^→]*→ npm run letter -- recount/);
  });
});

test('keeps everything when stopped, and deletes everything when reset', async () => {
  const key = readFileSync(join(dataDir, 'secret.json'), 'utf8');
  await stack.stop();
  expect(existsSync(join(dataDir, 'stack.json'))).toBe(false);
  expect(existsSync(join(dataDir, 'pids.json'))).toBe(false);
  expect(existsSync(join(dataDir, 'dynamodb', 'shared-local-instance.db'))).toBe(true);
  expect(readFileSync(join(dataDir, 'secret.json'), 'utf8')).toBe(key);
  expect((await command('reset.ts', { DATA_DIR: dataDir })).code).toBe(0);
  expect(existsSync(dataDir)).toBe(false);
});
