import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** A running process. Process ids are reused, so the start time has to match as well. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly startedAt: string;
}

/** Information from the system about a process; undefined when it has ended (zombies included). */
export function inspectProcess(pid: number): (ProcessIdentity & { command: string }) | undefined {
  return process.platform === 'linux' ? inspectInProc(pid) : inspectWithPs(pid);
}

export function isRunning(known: ProcessIdentity): boolean {
  return inspectProcess(known.pid)?.startedAt === known.startedAt;
}

/** Ends a process kindly, then by force. */
export async function endProcess(known: ProcessIdentity, timeoutMs = 2000): Promise<void> {
  signal(known, 'SIGTERM');
  const deadline = Date.now() + timeoutMs;
  while (isRunning(known) && Date.now() < deadline) await sleep(50);
  if (isRunning(known)) signal(known, 'SIGKILL');
  while (isRunning(known) && Date.now() < deadline + timeoutMs) await sleep(20);
}

function signal(known: ProcessIdentity, name: NodeJS.Signals): void {
  if (!isRunning(known)) return;
  try {
    process.kill(known.pid, name);
  } catch {
    // It ended meanwhile.
  }
}

function inspectInProc(pid: number): (ProcessIdentity & { command: string }) | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program is in brackets and may hold anything; the state is the 3rd field, the start time the
    // 22nd.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const startedAt = fields[19];
    if (fields[0] === 'Z' || fields[0] === 'X' || startedAt === undefined) return undefined;
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return { pid, startedAt, command };
  } catch {
    return undefined;
  }
}

function inspectWithPs(pid: number): (ProcessIdentity & { command: string }) | undefined {
  const ask = (column: string) =>
    execFileSync('ps', ['-ww', '-o', `${column}=`, '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  try {
    if (ask('state').startsWith('Z')) return undefined;
    return { pid, startedAt: ask('lstart'), command: ask('command') };
  } catch {
    return undefined;
  }
}
