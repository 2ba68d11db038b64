/** Processor time and memory, as the system counts them. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';

export interface Usage {
  /** Processor time since the process started. */
  readonly seconds: number;
  /** Resident memory in bytes. */
  readonly rss: number;
}

/** The unit of Linux for processor time as programs see it, whatever the kernel's own. */
const ticksPerSecond = 100;

/** @throws when the process has ended */
export function usageOf(pid: number): Usage {
  return process.platform === 'linux' ? usageInProc(pid) : usageFromPs(pid);
}

/** https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
function usageInProc(pid: number): Usage {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name of the program is in brackets and may hold anything. The state, which follows it, is the 3rd field; time
  // in the program and in the kernel are the 14th and 15th.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = Number(fields[11]) + Number(fields[12]);
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return { seconds: ticks / ticksPerSecond, rss: Number(kilobytes) * 1024 };
}

function usageFromPs(pid: number): Usage {
  const [kilobytes, time = ''] = execFileSync('ps', ['-o', 'rss=,time=', '-p', String(pid)], { encoding: 'utf8' })
    .trim()
    .split(/\s+/);
  // Hours, if any, minutes and seconds.
  const seconds = time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
  return { seconds, rss: Number(kilobytes) * 1024 };
}

export const cores = cpus().length;

/** @returns seconds for which the machine's cores were busy, with whatever work, since it started */
export function machineSeconds(): number {
  const ms = cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0);
  return ms / 1000;
}
