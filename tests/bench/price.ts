/** Cost of signatures on AWS: calls, units, bytes and milliseconds as measured here, times the price list. */

import { inLambda, solvedProof } from '../fixtures/proof.ts';
import { scanPages } from '../fixtures/records.ts';
import { endorsement, makeWorld, openTestLetter, tokenIn } from '../fixtures/world.ts';
import { accepted } from './accepted.ts';
import type { BenchEngine } from './bench-store.ts';
import { beyondFreeTiers, billOf, type FixedCosts, monthOf, sumOf, timesTheFloor, type Usage } from './bill.ts';
import { memoryGb } from './fixed-costs.ts';
import { measureIdleMonth } from './idle-month.ts';
import { meterCalls, unitsOncePerBatch } from './meter.ts';
import { listedOn, type Prices, regions } from './price-list.ts';
import { heading, printTable } from './table.ts';
import { summarise } from './timing.ts';
import { itemSize } from './units.ts';

const letter = 'clean-air';
const sampleSize = 12;
/**
 * Not measured here: milliseconds that SES and SQS take to answer, and how many times slower than this machine's core a
 * function of 512 MB is (it has 29 % of one).
 */
const assumed = { ses: 60, sqs: 10, slower: 3 } as const;
/** Bytes that CloudWatch adds to each line of a log. Lambda's own lines are switched off (infra/function.ts). */
const lineOverhead = 26;
/** Bytes that DynamoDB adds to each item, and to each entry of an index. */
const overhead = 100;

interface Measured {
  readonly writeUnits: number;
  /** Those of them that a batch of mails causes once. */
  readonly batchUnits: number;
  readonly readUnits: number;
  readonly bytesOut: number;
  readonly bytesLogged: number;
  /** Writes that make something due: each starts the relay, in the worst case alone. */
  readonly wakes: number;
  readonly stored: number;
  readonly ms: Readonly<Record<string, number>>;
}

export async function price(engine: BenchEngine): Promise<void> {
  report(await measure(engine), await measureIdleMonth(engine, assumed.slower));
}

/** Takes organisations through all steps as browsers do: challenge, submission, mail, page, button, receipt. */
async function measure(engine: BenchEngine): Promise<Measured> {
  const looker = await engine.freshStore();
  const store = engine.openAgain(looker);
  const calls = meterCalls(store, looker);
  const [counted, timed] = [makeWorld(store), makeWorld(await engine.freshStore())];
  await openTestLetter(looker);
  await openTestLetter(timed.store);
  const bytesBefore = await bytesIn(looker);
  calls.length = 0;
  let bytesOut = 0;
  const bytesLogged = await loggedBy(async () => {
    for (let number = 1; number <= sampleSize; number += 1) bytesOut += (await signOnce(counted, number)).bytes;
  });
  const of = <T>(all: readonly T[], value: (one: T) => number) =>
    all.reduce((sum, one) => sum + value(one), 0) / sampleSize;
  const signatureWrites = calls
    .flatMap(({ hits }) => hits)
    .filter(({ place, key }) => place === 'table' && key.startsWith('SIGNATURE#'));
  // Times without the second reads of the meter. The minimum of each, as other programs share the machine.
  const times: Readonly<Record<string, number>>[] = [];
  for (let number = 1; number <= sampleSize; number += 1) times.push((await signOnce(timed, number)).ms);
  const names = Object.keys(times[0] ?? {});
  return {
    writeUnits: of(calls, (call) => call.writes + call.indexWrites),
    batchUnits: unitsOncePerBatch(calls) / sampleSize,
    readUnits: of(calls, (call) => call.reads),
    bytesOut: bytesOut / sampleSize,
    bytesLogged: bytesLogged / sampleSize,
    wakes: signatureWrites.length / sampleSize - 1,
    stored: ((await bytesIn(looker)) - bytesBefore) / sampleSize,
    ms: Object.fromEntries(names.map((name) => [name, summarise(times.map((one) => one[name] ?? 0)).least])),
  };
}

/** @returns the bytes of logs of the work; the logs are not shown */
async function loggedBy(work: () => Promise<void>): Promise<number> {
  let bytes = 0;
  const count = (text: string | Uint8Array) => {
    bytes += Buffer.byteLength(text) + lineOverhead;
    return true;
  };
  const outputs = [process.stdout, process.stderr] as const;
  const writes = outputs.map((output) => output.write);
  const disabled = process.env['POWERTOOLS_METRICS_DISABLED'];
  for (const output of outputs) output.write = count;
  process.env['POWERTOOLS_METRICS_DISABLED'] = 'false';
  process.env['METRIC_NAMESPACE'] = 'Undersigned';
  try {
    await work();
  } finally {
    for (const [index, output] of outputs.entries()) output.write = writes[index] ?? output.write;
    process.env['POWERTOOLS_METRICS_DISABLED'] = disabled;
  }
  return bytes;
}

async function signOnce(world: ReturnType<typeof makeWorld>, number: number) {
  const ms: Record<string, number> = {};
  let bytes = 0;
  const step = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const start = performance.now();
    const result = await work();
    ms[name] = performance.now() - start;
    if (result instanceof Response) bytes += (await accepted(result).clone().arrayBuffer()).byteLength;
    return result;
  };
  await step('challenge', async () => world.app.request('/v1/challenge'));
  const proof = await solvedProof(world);
  world.clock.now += 5_000;
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...endorsement(number), proof }),
  };
  await step('submission', async () =>
    world.app.request(`/v1/letters/${letter}/signatures`, init, inLambda(`203.0.113.${number}`)),
  );
  await step('first mail', () => world.sendMails());
  const mail = world.mails.at(-1);
  if (!mail) throw new Error('no mail was sent');
  const path = `/confirm/${tokenIn(mail)}`;
  await step('confirmation page', async () => world.app.request(path));
  await step('confirmation', async () => world.app.request(path, { method: 'POST' }));
  await step('receipt', () => world.sendMails());
  return { ms, bytes };
}

/** Bytes for which storage is billed: the items, and their entries in the two lists. */
async function bytesIn(store: Awaited<ReturnType<BenchEngine['freshStore']>>): Promise<number> {
  let bytes = 0;
  for await (const items of scanPages(store)) {
    // A listed signature has two index entries, each at most a third of the item.
    for (const item of items)
      bytes += itemSize(item) * ('listKey' in item ? 1.7 : 1) + overhead * ('listKey' in item ? 3 : 1);
  }
  return bytes;
}

/** @returns the usage of one signature; `together` is the number of changes or mails that a function gets at once */
function usageOf(
  { writeUnits, batchUnits, readUnits, bytesOut, bytesLogged, wakes, ms }: Measured,
  together: number,
): Usage {
  const requests = ['challenge', 'submission', 'confirmation page', 'confirmation'];
  const relays = wakes / together;
  const mailers = 2 / together;
  const invocations = requests.length + relays + mailers;
  const busy =
    assumed.slower * requests.reduce((sum, name) => sum + (ms[name] ?? 0), 0) +
    relays * assumed.sqs +
    // Mails of a batch are sent at the same time, so their waiting times overlap.
    assumed.slower * ((ms['first mail'] ?? 0) + (ms['receipt'] ?? 0)) +
    (2 * assumed.ses) / together;
  return {
    writeUnits: writeUnits - batchUnits * (1 - 1 / together),
    readUnits,
    bytesOut,
    apiRequests: requests.length,
    invocations,
    gbSeconds: (busy / 1000) * memoryGb,
    // Sent, received and deleted; in batches of ten when there are that many.
    queueCalls: 6 / together,
    mails: 2,
    bytesLogged,
  };
}

const micro = (dollars: number) => `${(dollars * 1e6).toFixed(1)}`;

function report(measured: Measured, idle: FixedCosts): void {
  heading(
    '7. What a signature costs',
    `Prices listed on ${listedOn}, US dollars, without free tiers. Measured: ${measured.writeUnits.toFixed(1)} write units (${measured.batchUnits.toFixed(1)} of them once for each batch of mails), ${measured.readUnits.toFixed(1)} read units, ${(measured.bytesOut / 1000).toFixed(1)} kB to the signer, ${(measured.bytesLogged / 1000).toFixed(1)} kB of logs, ${measured.wakes.toFixed(0)} changes for the relay,`,
    `${Object.entries(measured.ms)
      .map(([name, ms]) => `${name} ${ms.toFixed(0)} ms`)
      .join(', ')} (with DynamoDB Local in place of DynamoDB).`,
    `Assumed: SES answers in ${assumed.ses} ms, SQS in ${assumed.sqs} ms, a function is ${assumed.slower} × slower than here.`,
  );
  for (const [region, prices] of Object.entries(regions)) regionReport(region, prices, measured, idle);
}

function regionReport(region: string, prices: Prices, measured: Measured, idle: FixedCosts): void {
  const [alone, busy] = [billOf(usageOf(measured, 1), prices), billOf(usageOf(measured, 10), prices)];
  console.log(`${region}, millionths of a dollar for each confirmed signature`);
  printTable(
    ['part', 'one by one', 'ten at a time'],
    [
      ...alone.map(([part, dollars], index) => [part, micro(dollars), micro(busy[index]?.[1] ?? 0)]),
      ['sum', micro(sumOf(alone)), micro(sumOf(busy))],
      ['times the mails', timesTheFloor(alone).toFixed(3), timesTheFloor(busy).toFixed(3)],
    ],
  );
  console.log(`\n${region}, dollars`);
  const kept = (count: number) => ((count * measured.stored) / 1e9) * (prices.storage + prices.recovery);
  printTable(
    ['confirmed', 'one by one', 'ten at a time', 'of it mails', 'kept for a month'],
    [1_000, 100_000, 1_000_000].map((count) => [
      count.toLocaleString('en'),
      ...[sumOf(alone), sumOf(busy), (2 * prices.mails) / 1000].map((each) => (each * count).toFixed(2)),
      kept(count).toFixed(2),
    ]),
  );
  const [month, billed] = [monthOf(idle, prices), monthOf(beyondFreeTiers(idle), prices)];
  console.log(`\n${region}, dollars in a month in which nobody signs (template of the stack, empty table)`);
  printTable(
    ['part', 'list price', 'after free tiers'],
    [
      ...month.map(([part, dollars], index) => [part, dollars.toFixed(3), (billed[index]?.[1] ?? 0).toFixed(3)]),
      ['sum', sumOf(month).toFixed(2), sumOf(billed).toFixed(2)],
    ],
  );
  console.log(
    `${idle.alarms} alarmed metrics, ${idle.secrets} secrets, ${idle.invocations} runs, ${Math.round(idle.readUnits)} read units, ${idle.queueCalls} calls to queues\n`,
  );
}
