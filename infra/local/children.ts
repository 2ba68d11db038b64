import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

/** A process that we start and that ends with us. */
export interface Child {
  readonly pid: number;
  /** Resolves when it ends, for any reason. */
  readonly ended: Promise<void>;
  /** Waits until it answers. Rejects with its last output if it ends before. */
  ready(answers: () => Promise<boolean>): Promise<void>;
  stop(): Promise<void>;
}

const readyWithinMs = 30_000;

/**
 * Starts a child with a pipe as its standard input. The child ends when the pipe closes, and the system closes it
 * however we end. It gets a process group of its own, so that Ctrl-C reaches only us and we choose the order in which
 * things stop.
 */
export function startChild(command: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<Child> {
  const child = spawn(command, args, { env, stdio: ['pipe', 'pipe', 'pipe'], detached: true });
  // Closing our end of the pipe must not throw after the child has ended.
  child.stdin.on('error', () => {});
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('spawn', () => resolve(handle(child)));
  });
}

function handle(child: ChildProcess): Child {
  let said = '';
  const remember = (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-2000);
  };
  child.stdout?.on('data', remember);
  child.stderr?.on('data', remember);
  let gone = false;
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      gone = true;
      resolve();
    });
  });
  return {
    pid: child.pid ?? 0,
    ended,
    async ready(answers) {
      const deadline = Date.now() + readyWithinMs;
      while (!(await answers())) {
        if (gone) throw new Error(`It stopped while starting: ${said.trim()}`);
        if (Date.now() > deadline)
          throw new Error(`It did not respond within ${readyWithinMs / 1000} s: ${said.trim()}`);
        await sleep(20);
      }
    },
    async stop() {
      if (gone) return;
      child.stdin?.end();
      await Promise.race([ended, sleep(2000, undefined, { ref: false })]);
      if (gone) return;
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** @returns whether the address answers HTTP, with any status */
export async function answersHttp(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(1000) });
    await response.body?.cancel();
    return true;
  } catch {
    return false;
  }
}
