/** ministack, an emulator of AWS in Python, in its own virtual environment and on a free port of loopback. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, openSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { type Env, freePort, run, until } from './process.ts';

const region = 'eu-central-1';
const here = import.meta.dirname;
const root = join(here, '..', '..');

/** What children may see of our environment: no credentials, no profile, nothing that means a real account. */
function cleanEnv(more: Env): Env {
  const passed = ['HOME', 'LANG', 'PIP_CERT', 'PIP_FIND_LINKS', 'PIP_INDEX_URL', 'PIP_CONFIG_FILE', 'SSL_CERT_FILE'];
  const kept = passed.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  });
  // Node 24 first: the emulator starts functions with the `node` it finds.
  const { PATH = '' } = process.env;
  return { ...Object.fromEntries(kept), PATH: `${join(root, 'node_modules', '.bin')}:${PATH}`, ...more };
}

/** Installs the pinned emulator once; the next run finds it. @returns the Python of that environment */
async function install(): Promise<string> {
  const venv = join(root, '.venv', 'deploy');
  const python = join(venv, 'bin', 'python');
  const requirements = join(here, 'requirements.txt');
  const stamp = join(venv, 'installed.txt');
  const wanted = readFileSync(requirements, 'utf8');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return python;
  const options = { cwd: root, env: cleanEnv({}) };
  await run('python3', ['-m', 'venv', '--clear', venv], options);
  await run(python, ['-m', 'pip', 'install', '--quiet', '--requirement', requirements], options);
  await run('cp', [requirements, stamp], options);
  return python;
}

const mail = z.object({ To: z.array(z.string()), Subject: z.string(), BodyText: z.string() });
export type EmulatedMail = z.infer<typeof mail>;
const mailbox = z.object({ messages: z.record(z.string(), z.array(mail)) });

export class Emulator {
  readonly endpoint: string;
  /** For whatever talks to the emulator: the CDK, the repository's command line. */
  readonly env: Env;
  readonly #child: ChildProcess;
  readonly #log: string;

  private constructor(endpoint: string, env: Env, child: ChildProcess, log: string) {
    this.endpoint = endpoint;
    this.env = env;
    this.#child = child;
    this.#log = log;
  }

  /** `folder` takes its log and its temporary files. */
  static async start(folder: string): Promise<Emulator> {
    const python = await install();
    const port = await freePort();
    const endpoint = `http://127.0.0.1:${port}`;
    const log = join(folder, 'emulator.log');
    const output = openSync(log, 'a');
    const child = spawn(python, ['-m', 'ministack'], {
      cwd: folder,
      env: cleanEnv({
        GATEWAY_PORT: String(port),
        BIND_HOST: '127.0.0.1',
        MINISTACK_REGION: region,
        TMPDIR: folder,
        // Functions get the credentials of their roles, and may do only what these allow.
        AUTH: 'true',
      }),
      stdio: ['ignore', output, output],
    });
    const env = cleanEnv({
      AWS_ENDPOINT_URL: endpoint,
      AWS_REGION: region,
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_CONFIG_FILE: join(folder, 'no-config'),
      AWS_SHARED_CREDENTIALS_FILE: join(folder, 'no-credentials'),
    });
    const emulator = new Emulator(endpoint, env, child, log);
    try {
      await until('the emulator answers', async () => {
        if (child.exitCode !== null) throw new Error(`the emulator ended:\n${await emulator.log()}`);
        const answer = await fetch(`${endpoint}/_ministack/ready`).catch(() => undefined);
        return answer?.ok ? true : undefined;
      });
    } catch (error) {
      await emulator.stop();
      throw error;
    }
    return emulator;
  }

  /** Every mail that was sent to the address, oldest first. */
  async mailsTo(address: string): Promise<EmulatedMail[]> {
    const answer = await fetch(`${this.endpoint}/_ministack/ses/messages`);
    const { messages } = mailbox.parse(await answer.json());
    return Object.values(messages)
      .flat()
      .filter(({ To }) => To.some((to) => to.includes(address)));
  }

  /** The end of its log, with the output of the functions. */
  async log(): Promise<string> {
    return (await readFile(this.#log, 'utf8')).slice(-12_000);
  }

  /** Ends the process that we started, and waits until it is gone. */
  async stop(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const gone = new Promise((resolve) => this.#child.once('exit', resolve));
    const force = setTimeout(() => this.#child.kill('SIGKILL'), 10_000);
    this.#child.kill('SIGTERM');
    await gone;
    clearTimeout(force);
  }
}
