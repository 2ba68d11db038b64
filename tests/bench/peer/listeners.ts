/** Finds the processes that listen on a port. */
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { codeOf } from '../../../infra/local/refusal.ts';

/**
 * Looks into /proc (https://man7.org/linux/man-pages/man5/proc_pid_net.5.html), so it works on Linux only, and for
 * processes of the same user.
 *
 * @returns their ids; none when there is no such process, or it belongs to another user
 */
export function listenersOn(port: number): number[] {
  const inodes = new Set(['tcp', 'tcp6'].flatMap((table) => listeningSockets(`/proc/net/${table}`, port)));
  if (inodes.size === 0) return [];
  const isListener = (pid: string) =>
    filesOf(pid).some((file) => inodes.has(/^socket:\[(\d+)\]$/.exec(file)?.[1] ?? ''));
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && isListener(name))
    .map(Number);
}

/** @returns inodes of the sockets that listen on that port */
function listeningSockets(table: string, port: number): string[] {
  const [, ...lines] = (ifReadable(() => readFileSync(table, 'utf8')) ?? '').trim().split('\n');
  return lines.flatMap((line) => {
    const [, local = '', , state, , , , , , inode = ''] = line.trim().split(/\s+/);
    const isListening = state === '0A';
    return isListening && Number.parseInt(local.split(':')[1] ?? '', 16) === port ? [inode] : [];
  });
}

/** @returns whatever the process has open, as the system names it */
function filesOf(pid: string): string[] {
  const folder = `/proc/${pid}/fd`;
  const names = ifReadable(() => readdirSync(folder)) ?? [];
  return names.flatMap((name) => ifReadable(() => readlinkSync(`${folder}/${name}`)) ?? []);
}

/** @returns nothing for processes that ended meanwhile or belong to others */
function ifReadable<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (['ENOENT', 'ESRCH', 'EACCES', 'EPERM'].includes(codeOf(error) ?? '')) return undefined;
    throw error;
  }
}
