/** The local stack as `npm start` runs it: database, inbox and our functions, each in a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { answersHttp } from '../../../infra/local/children.ts';
import { launchDynamoDB } from '../../../infra/local/dynamodb.ts';
import { launchInbox } from '../../../infra/local/inbox.ts';
import { freePort, loopback } from '../../../infra/local/ports.ts';
import { type Arrived, type SesGate, startSesGate } from './ses-gate.ts';

const probed = z.object({ rss: z.number(), heapUsed: z.number(), idle: z.number(), active: z.number() });
/** Memory in bytes; milliseconds for which its thread was idle and active, since it started. */
export type Probed = z.infer<typeof probed>;

export interface LoadedStack {
  readonly publicUrl: string;
  readonly masterKey: string;
  readonly ses: SesGate;
  readonly pids: Readonly<Record<'stack' | 'database' | 'inbox' | 'bench', number>>;
  /** @returns lines that it wrote about errors, numbers left out, and how often */
  readonly complaints: () => ReadonlyMap<string, number>;
  /** @param collect whether to collect garbage before */
  probe(collect?: 'collect'): Promise<Probed>;
  stop(): Promise<void>;
}

const startsWithin = 60_000;
const root = fileURLToPath(new URL('../../../', import.meta.url));
const probe = fileURLToPath(new URL('probe.ts', import.meta.url));

/** @param source folder of the version to start */
export async function startLoadedStack(onMail: (mail: Arrived) => void, source = root): Promise<LoadedStack> {
  const dataDir = await mkdtemp(join(tmpdir(), 'undersigned-load-'));
  const undo: (() => unknown)[] = [() => rm(dataDir, { recursive: true })];
  const stop = async () => {
    for (const step of undo.splice(0).toReversed()) await step();
  };
  try {
    const database = await launchDynamoDB({ databaseDir: join(dataDir, 'dynamodb') });
    undo.push(database.stop);
    const inbox = await launchInbox();
    undo.push(inbox.stop);
    await Promise.all([database.ready, inbox.ready]);
    const ses = await startSesGate(inbox.endpoint, onMail);
    undo.push(ses.stop);
    const port = await freePort();
    const publicUrl = `http://${loopback}:${port}`;
    const child = spawn(process.execPath, ['--expose-gc', '--import', probe, 'infra/local/start.ts'], {
      cwd: source,
      env: {
        ...process.env,
        PORT: String(port),
        DATA_DIR: dataDir,
        DYNAMODB_ENDPOINT: database.endpoint,
        SES_ENDPOINT: ses.endpoint,
        // As below npm: it stops by itself when its parent process has ended.
        npm_lifecycle_event: 'bench',
      },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    const complaints = countLines(child);
    undo.push(() => stopped(child));
    await untilReady(child, `${publicUrl}/health`, complaints);
    const secret = z.object({ masterKey: z.string() });
    const { masterKey } = secret.parse(JSON.parse(await readFile(join(dataDir, 'secret.json'), 'utf8')));
    const pids = { stack: child.pid ?? 0, database: database.pid, inbox: inbox.pid, bench: process.pid };
    return {
      publicUrl,
      masterKey,
      ses,
      pids,
      complaints: () => complaints,
      probe: (collect) => ask(child, collect),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function untilReady(child: ChildProcess, url: string, complaints: ReadonlyMap<string, number>): Promise<void> {
  const deadline = Date.now() + startsWithin;
  while (!(await answersHttp(url))) {
    if (child.exitCode !== null)
      throw new Error(`The stack ended with ${child.exitCode}: ${[...complaints.keys()].join('\n')}`);
    if (Date.now() > deadline) throw new Error('The stack did not start in time.');
    await sleep(100);
  }
}

/** While SES refuses, the same line comes for every mail, with another id of a message. */
function countLines({ stderr }: ChildProcess): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  if (!stderr) return counts;
  createInterface({ input: stderr }).on('line', (line) => {
    const words = line.replaceAll(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}|\d+/g, '#');
    counts.set(words, (counts.get(words) ?? 0) + 1);
  });
  return counts;
}

async function ask(child: ChildProcess, collect: 'collect' | undefined): Promise<Probed> {
  const answer = once(child, 'message', { signal: AbortSignal.timeout(startsWithin) });
  child.send(collect ?? 'look');
  const [message] = await answer;
  return probed.parse(message);
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}
