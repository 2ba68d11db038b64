/**
 * Takes signatures through bundled handlers in this process and prints, as JSON, the processor time of each step and of
 * each package. The database, the inbox and the secrets are other processes, and everything that is not a handler is
 * left out.
 */
import { writeFile } from 'node:fs/promises';
import { Session } from 'node:inspector/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as z from 'zod';
import { timeByPackage, type Window } from './packages.ts';
import { type Measure, type StepName, signatures } from './steps.ts';

const [folder = '', warmUp = '0', count = '0', around = '{}'] = process.argv.slice(2);
const surroundings = z.object({
  letter: z.string(),
  table: z.string(),
  dynamodb: z.string(),
  inbox: z.string(),
  masterKey: z.string(),
});
const handler = z.custom<(event: unknown, context: unknown) => Promise<unknown>>(
  (value) => typeof value === 'function',
);
const loaded = z.object({ handler });

async function load(name: string) {
  return loaded.parse({ ...(await import(pathToFileURL(join(folder, name, 'index.mjs')).href)) }).handler;
}

const spent = new Map<StepName, number>();
const windows: Window[] = [];
const microseconds = () => Number(process.hrtime.bigint() / 1000n);

const measure: Measure = async (step, call) => {
  const from = microseconds();
  const before = process.cpuUsage();
  const result = await call();
  const { user, system } = process.cpuUsage(before);
  windows.push({ from, to: microseconds() });
  spent.set(step, (spent.get(step) ?? 0) + user + system);
  return result;
};

const handlers = { publicApi: await load('public-api'), mailer: await load('mailer') };
const sign = signatures(handlers, surroundings.parse(JSON.parse(around)), measure);

async function signAll(first: number, howMany: number): Promise<void> {
  for (let number = first; number < first + howMany; number += 1) await sign(number);
}

await signAll(0, Number(warmUp));
spent.clear();
await signAll(1000, Number(count));
const steps = Object.fromEntries([...spent].map(([step, time]) => [step, time / Number(count)]));

const session = new Session();
session.connect();
// Apart from the run above, because the profiler takes time itself.
await session.post('Profiler.enable');
await session.post('Profiler.setSamplingInterval', { interval: 200 });
windows.length = 0;
await session.post('Profiler.start');
await signAll(2000, Number(count));
const { profile } = await session.post('Profiler.stop');
const { BENCH_PROFILE } = process.env;
if (BENCH_PROFILE) await writeFile(BENCH_PROFILE, JSON.stringify({ profile, windows }));
const packages = timeByPackage(profile, windows);
process.stdout.write(`${JSON.stringify({ steps, packages })}\n`, () => process.exit());
