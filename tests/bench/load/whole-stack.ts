/**
 * Processor time that the whole local stack takes for one signature: our functions with their event sources and the
 * emulated queues, in one process. Database and inbox run in others. With BENCH_BESIDE set to the folder of another
 * checkout, its stack is measured in turn with this one.
 */
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { deriveKeys } from '../../../shared/platform/token/keys.ts';
import type { BenchEngine } from '../bench-store.ts';
import { openClient } from '../flood/client.ts';
import { duration, heading, printTable } from '../table.ts';
import { openLedger } from './ledger.ts';
import { openSamples } from './samples.ts';
import type { Arrived } from './ses-gate.ts';
import { makePeople, type People } from './signer.ts';
import { startLoadedStack } from './stack.ts';
import { usageOf } from './usage.ts';

const turns = 3;
const warmUp = 40;
const count = 80;
/** People who sign at the same time, so that some changes and mails come in batches. */
const atOnce = 4;
const idleSeconds = 5;
const root = fileURLToPath(new URL('../../../', import.meta.url));

export async function wholeStack(_: BenchEngine): Promise<void> {
  const { BENCH_BESIDE } = process.env;
  const versions = new Map([
    ['this version', root],
    ...(BENCH_BESIDE ? [['beside', resolve(BENCH_BESIDE)] as const] : []),
  ]);
  heading(
    'Processor time of one signature in the local stack',
    `Challenge, submission, mail, confirmation and receipt; ${count} signatures after ${warmUp} that are not counted, ${atOnce} at once,`,
    `in a new stack for each turn. What an idle stack takes in the same time is subtracted. Database and inbox run in others.`,
  );
  const found: Record<string, number>[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const times: Record<string, number> = {};
    for (const [name, source] of versions) times[name] = await measureOnce(source);
    found.push(times);
  }
  const names = [...versions.keys()];
  const least = Object.fromEntries(names.map((name) => [name, Math.min(...found.map((times) => times[name] ?? 0))]));
  const ratio = (times: Record<string, number>) =>
    names.length > 1 ? [`${((times['this version'] ?? 0) / (times['beside'] ?? 0)).toFixed(2)} ×`] : [];
  printTable(
    ['turn', ...names, ...(names.length > 1 ? ['ratio'] : [])],
    [...found.map((times, turn) => [String(turn + 1), times] as const), ['least', least] as const].map(
      ([turn, times]) => [turn, ...names.map((name) => duration(times[name] ?? 0)), ...ratio(times)],
    ),
  );
}

/** @returns milliseconds for one signature */
async function measureOnce(source: string): Promise<number> {
  const ledger = openLedger();
  let onMail: (mail: Arrived) => void = () => {};
  const stack = await startLoadedStack((mail) => onMail(mail), source);
  const client = openClient(stack.publicUrl);
  try {
    const people = makePeople(client, deriveKeys(stack.masterKey), { ledger, samples: openSamples() });
    onMail = people.arrived;
    const used = () => usageOf(stack.pids.stack).seconds;
    const settled = async () => {
      while (ledger.waiting().length > 0) await sleep(20);
    };
    await signAll(people, 0, warmUp);
    await settled();
    const idleBefore = used();
    await sleep(idleSeconds * 1000);
    const idle = (used() - idleBefore) / idleSeconds;
    const [start, before] = [performance.now(), used()];
    await signAll(people, warmUp, count);
    await settled();
    const seconds = (performance.now() - start) / 1000;
    const { confirmed } = ledger.sums();
    if (confirmed !== warmUp + count) throw new Error(`${confirmed} of ${warmUp + count} signatures were confirmed.`);
    return ((used() - before - idle * seconds) / count) * 1000;
  } finally {
    client.close();
    await stack.stop();
  }
}

async function signAll(people: People, first: number, howMany: number): Promise<void> {
  const numbers = Array.from({ length: howMany }, (_, index) => first + index).values();
  const signOneByOne = async () => {
    for (const number of numbers) await people.sign(number);
  };
  await Promise.all(Array.from({ length: atOnce }, signOneByOne));
}
