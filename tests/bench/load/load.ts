/**
 * The whole local stack under load: signatures and readers at a rising rate until a component is saturated; then some
 * minutes at half of that rate, to see whether memory stays flat; then SES refuses for a while, and the backlog of mails
 * has to go out, each mail once.
 *
 * BENCH_MINUTES: minutes at half of the rate (10). BENCH_REFUSE_SECONDS: duration of the refusal (60). It ends with an
 * error only when a guarantee breaks: a signature lost, or a mail sent twice. Times and memory are reported.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { deriveKeys } from '../../../shared/platform/token/keys.ts';
import { openClient } from '../flood/client.ts';
import { heading } from '../table.ts';
import { openArrivals } from './arrivals.ts';
import { openLedger } from './ledger.ts';
import { reportCost, reportMemory, reportRefusal, reportSteps, stepLine } from './report.ts';
import { openSamples, type Samples } from './samples.ts';
import { behind, culprit } from './saturated.ts';
import type { Arrived } from './ses-gate.ts';
import { makePeople, readersPerSignature } from './signer.ts';
import { type LoadedStack, startLoadedStack } from './stack.ts';
import { measure, type Step } from './step.ts';

const positive = z.coerce.number().positive();
const minutes = positive.parse(process.env['BENCH_MINUTES'] ?? 10);
const refuseSeconds = positive.parse(process.env['BENCH_REFUSE_SECONDS'] ?? 60);

const firstRate = 2;
const nextTimes = 1.5;
const stepSeconds = 10;
/** Requests that still run at the former rate are not measured. */
const settleSeconds = 3;
const warmUpSeconds = 8;
/** Times that memory is looked at on the way. */
const looks = 5;
/** A mail that failed often is left to the sweep, which looks ten minutes later. */
const longestBacklog = 15 * 60;

export async function load(): Promise<void> {
  const ledger = openLedger();
  const samples = openSamples();
  let onMail: (mail: Arrived) => void = () => {};
  const stack = await startLoadedStack((mail) => onMail(mail));
  const client = openClient(stack.publicUrl);
  const people = makePeople(client, deriveKeys(stack.masterKey), { ledger, samples });
  onMail = people.arrived;
  const failures: unknown[] = [];
  const signers = openArrivals(people.sign, (error) => failures.push(error));
  const readers = openArrivals(people.read, (error) => failures.push(error));
  const rate = (perSecond: number) => {
    signers.rate(perSecond);
    readers.rate(perSecond * readersPerSignature);
  };
  const settled = () => drained(() => signers.underWay() + ledger.waiting().length);
  // Otherwise the inbox itself would grow.
  const emptying = setInterval(() => {
    stack.ses.emptyInbox().catch((error: unknown) => failures.push(error));
  }, 30_000);
  try {
    heading(
      'Load',
      `Signatures (challenge, submission, mail, confirmation, receipt) and ${readersPerSignature} readers for each, on the local stack.`,
      `Each step takes ${stepSeconds} s. Processor time is in cores; "thread" is the part of the time for which our stack's thread was busy.`,
    );
    const steps = await rise(stack, samples, rate, settled);
    const best = Math.max(...steps.map(({ rates }) => rates.confirmation));
    reportSteps(steps);
    const last = steps.at(-1);
    if (last) console.log(`\n${culprit(last.busy, behind(last.rates))}`);
    const kept = steps.findLast(({ rates }) => behind(rates).length === 0);
    if (kept) reportCost(kept);
    console.log(`Most signatures a second: ${best.toFixed(1)}.`);

    rate(0);
    await settled();
    const half = best / 2;
    rate(half);
    reportMemory(await steady(stack, samples, half), half);

    stack.ses.refuse(true);
    await sleep(refuseSeconds * 1000);
    stack.ses.refuse(false);
    const waiting = new Set(ledger.waiting());
    // New mails go on to come at half of the rate.
    const seconds = await drained(() => ledger.waiting().filter((mail) => waiting.has(mail)).length);
    rate(0);
    const rest = await settled();
    reportRefusal({ refuseSeconds, waiting: waiting.size, refused: stack.ses.refused(), seconds, rest });

    for (const [line, times] of stack.complaints()) console.log(`The stack wrote ${times} times: ${line}`);
    const total = await counted(people.count, ledger.sums().confirmed);
    const { accepted, confirmed, mails } = ledger.sums();
    console.log(`\n${accepted} accepted, ${confirmed} confirmed, ${total} counted, ${mails} mails.`);
    const broken = [...ledger.broken(total), ...failures.map(String)];
    for (const sentence of broken) console.error(sentence);
    if (broken.length > 0) process.exitCode = 1;
    else console.log('No signature was lost, and no mail was sent twice.');
  } finally {
    clearInterval(emptying);
    signers.stop();
    readers.stop();
    client.close();
    await stack.stop();
  }
}

/** Raises the rate until a step does not keep it, twice: other work on the machine may have disturbed it once. */
async function rise(
  stack: LoadedStack,
  samples: Samples,
  rate: (perSecond: number) => void,
  settle: () => Promise<unknown>,
) {
  const steps: Step[] = [];
  rate(firstRate);
  await sleep(warmUpSeconds * 1000);
  let wasBehind = false;
  for (let asked = firstRate; ; ) {
    rate(asked);
    await sleep(settleSeconds * 1000);
    const step = await measure(stack, samples, { asked, seconds: stepSeconds });
    steps.push(step);
    console.log(stepLine(step));
    const isBehind = behind(step.rates).length > 0;
    if (isBehind && wasBehind) return steps;
    wasBehind = isBehind;
    if (isBehind) {
      rate(0);
      await settle();
    } else {
      asked *= nextTimes;
    }
  }
}

/** Memory of the stack after a collection, at the start, on the way and at the end. */
async function steady(stack: LoadedStack, samples: Samples, asked: number) {
  const found = [{ minute: 0, memory: await stack.probe('collect'), step: undefined as Step | undefined }];
  const seconds = (minutes * 60) / looks;
  for (let look = 1; look <= looks; look += 1) {
    const step = await measure(stack, samples, { asked, seconds });
    found.push({ minute: (look * seconds) / 60, memory: await stack.probe('collect'), step });
  }
  return found;
}

/** @returns seconds until nothing waits any more; undefined when something still does after a long time */
async function drained(waiting: () => number): Promise<number | undefined> {
  const start = performance.now();
  while (waiting() > 0) {
    if (performance.now() - start > longestBacklog * 1000) return undefined;
    await sleep(250);
  }
  return (performance.now() - start) / 1000;
}

/** Reads the count until it has caught up: it may be some seconds old. */
async function counted(count: () => Promise<number>, confirmed: number): Promise<number> {
  for (let tries = 0; ; tries += 1) {
    const total = await count();
    if (total >= confirmed || tries >= 60) return total;
    await sleep(1000);
  }
}
