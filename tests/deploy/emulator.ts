/**
 * ministack, an emulator of AWS in Python, in its own virtual environment and on a free port of the loopback interface.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '../../infra/local/ports.ts';
import { emulatedMails } from '../system/acceptance/emulated-mails.ts';
import { type Env, until } from './process.ts';
import { cleanEnv, pythonCommand } from './python.ts';

export const region = 'eu-central-1';

export class Emulator {
  readonly endpoint: string;
  readonly functionsCall: string;
  /** Environment of programs that call the emulator: the CDK, the repository's command line. */
  readonly env: Env;
  readonly #child: ChildProcess;
  readonly #log: string;

  private constructor(endpoint: string, functionsCall: string, env: Env, child: ChildProcess, log: string) {
    this.endpoint = endpoint;
    this.functionsCall = functionsCall;
    this.env = env;
    this.#child = child;
    this.#log = log;
  }

  /**
   * @param folder receives its log and its temporary files
   * @param functionsCall endpoint at which the functions reach AWS
   */
  static async start(folder: string, functionsCall: string): Promise<Emulator> {
    const port = await freePort();
    const endpoint = `http://127.0.0.1:${port}`;
    const log = join(folder, 'emulator.log');
    const output = openSync(log, 'a');
    const child = spawn(pythonCommand('python'), ['-m', 'ministack'], {
      cwd: folder,
      env: cleanEnv({
        GATEWAY_PORT: String(port),
        BIND_HOST: '127.0.0.1',
        MINISTACK_REGION: region,
        TMPDIR: folder,
        // Functions get the credentials of their roles, and may only do what these allow.
        AUTH: 'true',
        AWS_ENDPOINT_URL: functionsCall,
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
    const emulator = new Emulator(endpoint, functionsCall, env, child, log);
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

  /** The end of its log, with the output of the functions. */
  async log(): Promise<string> {
    return (await readFile(this.#log, 'utf8')).slice(-12_000);
  }

  /** All mails that were sent to the address, oldest first. */
  mailsTo(address: string) {
    return emulatedMails(this.endpoint, address);
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** Ends the process that we started, and waits until it has ended. */
  async stop(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const gone = new Promise((resolve) => this.#child.once('exit', resolve));
    const force = setTimeout(() => this.#child.kill('SIGKILL'), 10_000);
    this.#child.kill('SIGTERM');
    await gone;
    clearTimeout(force);
  }
}
