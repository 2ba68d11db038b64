/** The folder that outlives the stack: its lock, processes left behind, and the address of a running stack. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { endProcess, inspectProcess, isRunning, type ProcessIdentity } from './processes.ts';
import { codeOf, refusal } from './refusal.ts';

const identity = z.object({ pid: z.number().int(), startedAt: z.string() });
const occupation = identity.extend({ children: z.array(identity) });

/** Everything that a stack writes into its folder. A reset deletes these names and nothing else. */
const ours = ['dynamodb', 'files', 'files.new', 'secret.json', 'stack.json', 'pids.json'] as const;

const pidsFile = (dataDir: string) => join(dataDir, 'pids.json');
const stackFile = (dataDir: string) => join(dataDir, 'stack.json');

/** This process's lock on a data folder, until it is released. */
export interface DataDirLock {
  /** Records a child, so that a later start can end it if this process is killed. */
  addChild(pid: number): void;
  release(): void;
}

/**
 * Locks the folder for this process, after ending processes left behind by a killed stack. Refuses while a stack runs
 * there.
 */
export async function lockDataDir(dataDir: string): Promise<DataDirLock> {
  createFolder(dataDir);
  await clearRemains(dataDir);
  const self = inspectProcess(process.pid) ?? { pid: process.pid, startedAt: 'unknown' };
  const children: ProcessIdentity[] = [];
  const text = () => JSON.stringify({ pid: self.pid, startedAt: self.startedAt, children });
  try {
    writeFileSync(pidsFile(dataDir), text(), { flag: 'wx' });
  } catch (error) {
    throw codeOf(error) === 'EEXIST' ? alreadyRunning(dataDir) : error;
  }
  return {
    addChild(pid) {
      const child = inspectProcess(pid);
      if (child !== undefined) children.push({ pid, startedAt: child.startedAt });
      writeWhole(pidsFile(dataDir), text());
    },
    release() {
      rmSync(stackFile(dataDir), { force: true });
      rmSync(pidsFile(dataDir), { force: true });
    },
  };
}

/** Tells command lines how to reach the stack that runs on the same folder. */
interface StackDescription {
  readonly pid: number;
  readonly publicUrl: string;
  readonly inboxUrl: string;
  readonly env: Readonly<Record<string, string>>;
}

export function describeStack(dataDir: string, description: StackDescription): void {
  writeWhole(stackFile(dataDir), `${JSON.stringify(description, null, 2)}\n`);
}

/** Deletes everything that stacks have written into the folder. Refuses while one runs there. */
export async function emptyDataDir(dataDir: string): Promise<void> {
  if (!existsSync(dataDir)) return;
  await clearRemains(dataDir);
  for (const name of ours) rmSync(join(dataDir, name), { recursive: true, force: true });
  try {
    rmdirSync(dataDir);
  } catch {
    // Other files in the folder are kept.
  }
}

async function clearRemains(dataDir: string): Promise<void> {
  const left = readOccupation(dataDir);
  if (left !== undefined && isRunning(left)) throw alreadyRunning(dataDir);
  for (const child of left?.children ?? []) {
    // Ends only processes with our folder on their command lines.
    if (isRunning(child) && inspectProcess(child.pid)?.command.includes(dataDir)) await endProcess(child);
  }
  rmSync(pidsFile(dataDir), { force: true });
  rmSync(stackFile(dataDir), { force: true });
}

function readOccupation(dataDir: string): z.infer<typeof occupation> | undefined {
  try {
    return occupation.safeParse(JSON.parse(readFileSync(pidsFile(dataDir), 'utf8'))).data;
  } catch {
    return undefined;
  }
}

function alreadyRunning(dataDir: string): Error {
  return refusal(`A stack is already running on ${dataDir}. Stop it first, or choose another folder with DATA_DIR=….`);
}

function createFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true });
  } catch (error) {
    throw refusal(`DATA_DIR ${dataDir} cannot be created (${codeOf(error) ?? 'unknown reason'}).`);
  }
}

/** Replaces a file atomically, so that nobody reads half of it. */
function writeWhole(path: string, text: string): void {
  writeFileSync(`${path}.new`, text);
  renameSync(`${path}.new`, path);
}
