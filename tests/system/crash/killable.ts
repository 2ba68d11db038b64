/** A local stack that can be killed as by a power cut, and restarted on the same data folder. */

import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { captureChild } from '../../fixtures/logs.ts';

export interface KillableStack {
  /** Sends `kill -9` to our process and the database at once. Resolves when both have ended. */
  kill(): Promise<void>;
}

const root = fileURLToPath(new URL('../../../', import.meta.url));
const pids = z.object({ pid: z.int().positive(), children: z.array(z.object({ pid: z.int().positive() })) });

/** Starts it in a process group of its own; resolves when it accepts requests. */
export async function startKillable(env: Readonly<Record<string, string>> & { DATA_DIR: string }) {
  const child = spawn(process.execPath, [join(root, 'infra/local/start.ts')], {
    cwd: root,
    // Below npm it stops by itself when its parent ends, in any way.
    env: { ...process.env, npm_lifecycle_event: 'test', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  captureChild(child.stdout, child.stderr);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The stack ended with ${code} while starting.`)));
    child.stdout.on('data', (chunk: Buffer) => {
      if (chunk.includes('is running')) resolve();
    });
  });
  // Read now, so that nothing delays the kill itself.
  const { pid, children } = pids.parse(JSON.parse(readFileSync(join(env.DATA_DIR, 'pids.json'), 'utf8')));
  if (pid !== child.pid || children.length !== 1) throw new Error('The stack runs other processes than expected.');
  let killed: Promise<void> | undefined;
  const kill = async () => {
    for (const { pid: database } of children) killHard(database);
    child.kill('SIGKILL');
    await ended;
  };
  return {
    /** Works once only: the process id may belong to another process later. */
    kill() {
      killed ??= kill();
      return killed;
    },
  } satisfies KillableStack;
}

function killHard(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has already ended.
  }
}
