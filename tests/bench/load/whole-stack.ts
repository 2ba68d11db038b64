/**
 * Processor time that the whole local stack takes for one signature: our functions with their event sources and the
 * emulated queues, in one process. Database and inbox run in others. With BENCH_BESIDE set to the folder of another
 * checkout, its stack is measured in turn with this one; with BENCH_PEER set to the address of an API of
 * openletter.earth, that API is.
 */
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { deriveKeys } from '../../../shared/platform/token/keys.ts';
import type { BenchEngine } from '../bench-store.ts';
import { openClient } from '../flood/client.ts';
import { openPeer } from '../peer/peer.ts';
import { heading, printTable } from '../table.ts';
import { comparison, type Measured } from './comparison.ts';
import { openLedger } from './ledger.ts';
import { type Plan, timeOfOne } from './one-signature.ts';
import { openSamples } from './samples.ts';
import type { Arrived } from './ses-gate.ts';
import { makePeople } from './signer.ts';
import { startLoadedStack } from './stack.ts';
import { usageOf } from './usage.ts';

const turns = 3;
/** People who sign at the same time, so that some changes and mails come in batches. */
const plan: Plan = { warmUp: 80, count: 160, atOnce: 4, idleSeconds: 5 };
/** Printed below a comparison with openletter. */
const difference = [
  'The API of openletter does less for a signature: it has no proof of work, no queue and no receipt, and sends its one mail before it answers the',
  'form. The time of our stack includes the emulated queues. The process of openletter serves all turns, so only the first turn after a restart',
  'compares two new processes.',
];
const root = fileURLToPath(new URL('../../../', import.meta.url));

export async function wholeStack(_: BenchEngine): Promise<void> {
  const { BENCH_BESIDE } = process.env;
  const peer = await openPeer(process.env);
  heading(
    'Processor time of one signature in the local stack',
    `Challenge, submission, mail, confirmation and receipt; ${plan.count} signatures after ${plan.warmUp} that are not counted, ${plan.atOnce} at once,`,
    `in a new stack for each turn. What an idle stack takes in the same time is subtracted. Database and inbox run in others.`,
  );
  const measured: Measured[] = [
    { name: 'this version', measure: () => timeInStack(root) },
    ...(BENCH_BESIDE ? [{ name: 'beside', ratio: 'ratio', measure: () => timeInStack(resolve(BENCH_BESIDE)) }] : []),
    ...(peer
      ? [
          {
            name: 'openletter',
            ratio: 'ratio to openletter',
            measure: async () => timeOfOne(await peer.newLetter(), plan),
          },
        ]
      : []),
  ];
  try {
    const found: number[][] = [];
    for (let turn = 0; turn < turns; turn += 1) {
      const times: number[] = [];
      for (const { measure } of measured) times.push(await measure());
      found.push(times);
    }
    printTable(...comparison(measured, found));
    if (peer) for (const line of difference) console.log(line);
  } finally {
    await peer?.close();
  }
}

/** @returns milliseconds for one signature */
async function timeInStack(source: string): Promise<number> {
  const ledger = openLedger();
  let onMail: (mail: Arrived) => void = () => {};
  const stack = await startLoadedStack((mail) => onMail(mail), source);
  const client = openClient(stack.publicUrl);
  try {
    const people = makePeople(client, deriveKeys(stack.masterKey), { ledger, samples: openSamples() });
    onMail = people.arrived;
    const settled = async () => {
      while (ledger.waiting().length > 0) await sleep(20);
    };
    const time = await timeOfOne({ sign: people.sign, settled, used: () => usageOf(stack.pids.stack).seconds }, plan);
    const [{ confirmed }, signed] = [ledger.sums(), plan.warmUp + plan.count];
    if (confirmed !== signed) throw new Error(`${confirmed} of ${signed} signatures were confirmed.`);
    return time;
  } finally {
    client.close();
    await stack.stop();
  }
}
