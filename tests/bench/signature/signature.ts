/**
 * Where the processor time of one whole signature goes: challenge, submission, mail, confirmation, receipt, by step and
 * by package. With BENCH_BESIDE set to the folder of another checkout, its functions are measured in turn with these.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import * as z from 'zod';
import { bundle } from '../../../infra/build/bundle.ts';
import { functionEnvironment, secretId } from '../../../infra/local/environment.ts';
import { startInbox } from '../../../infra/local/inbox.ts';
import { startSecrets } from '../../../infra/local/secrets.ts';
import type { BenchEngine, openExample, startEngine } from '../bench-store.ts';
import { duration, heading, printTable } from '../table.ts';
import { type StepName, stepNames } from './steps.ts';

const run = promisify(execFile);
const warmUp = 20;
const count = 60;
const turns = 3;
const root = fileURLToPath(new URL('../../../', import.meta.url));

const measured = z.object({ steps: z.record(z.string(), z.number()), packages: z.record(z.string(), z.number()) });
type Measured = z.infer<typeof measured>;

export async function signature(engine: BenchEngine): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'undersigned-signature-'));
  const inbox = await startInbox();
  const secrets = await startSecrets(folder, secretId);
  const { BENCH_BESIDE } = process.env;
  const versions = new Map([
    ['this version', root],
    ...(BENCH_BESIDE ? [['beside', resolve(BENCH_BESIDE)] as const] : []),
  ]);
  try {
    const found = new Map<string, Measured[]>([...versions.keys()].map((name) => [name, []]));
    for (const [name, source] of versions) await bundleBoth(source, join(folder, name));
    for (let turn = 0; turn < turns; turn += 1) {
      for (const [name, source] of versions) {
        const endpoints = {
          ...{ dynamodb: engine.endpoint, inbox: inbox.endpoint, secrets: secrets.endpoint },
          masterKey: await masterKeyIn(folder),
        };
        found.get(name)?.push(await measureOnce(engine, source, join(folder, name), endpoints));
      }
    }
    report(found);
  } finally {
    await secrets.stop();
    await inbox.stop();
    await rm(folder, { recursive: true });
  }
}

async function bundleBoth(source: string, folder: string): Promise<void> {
  for (const name of ['public-api', 'mailer'])
    await bundle(join(source, 'functions', name, 'handler.ts'), join(folder, name), { sourcemap: true });
}

const functionOf = <Of>() => z.custom<Of>((value) => typeof value === 'function');
const benchStore = z.object({
  openExample: functionOf<typeof openExample>(),
  startEngine: functionOf<typeof startEngine>(),
});

/** Each version writes the letter as it reads it. @returns the names of the letter, and of its table on this engine */
async function exampleOf(source: string, engine: BenchEngine): Promise<{ letter: string; table: string }> {
  const file = pathToFileURL(join(source, 'tests', 'bench', 'bench-store.ts'));
  const version = benchStore.parse({ ...(await import(file.href)) });
  process.env['DYNAMODB_ENDPOINT'] = engine.endpoint;
  const store = await (await version.startEngine()).freshStore();
  return { letter: (await version.openExample(store)).slug, table: store.table };
}

interface Endpoints {
  readonly dynamodb: string;
  readonly inbox: string;
  readonly secrets: string;
  readonly masterKey: string;
}

async function masterKeyIn(folder: string): Promise<string> {
  const kept = z.object({ masterKey: z.string() });
  return kept.parse(JSON.parse(await readFile(join(folder, 'secret.json'), 'utf8'))).masterKey;
}

/** One process, with a table of its own: a few signatures that are not counted, and then those that are. */
async function measureOnce(
  engine: BenchEngine,
  source: string,
  folder: string,
  { dynamodb, inbox, secrets, masterKey }: Endpoints,
) {
  const { letter, table } = await exampleOf(source, engine);
  const around = { letter, table, dynamodb, inbox, masterKey };
  const nowhere = 'http://127.0.0.1:9';
  const env = functionEnvironment(8787, {
    ...{ dynamodb, ses: inbox, secrets, sqs: nowhere, s3: nowhere, lambda: nowhere },
    mailQueues: { urgent: `${nowhere}/mail`, other: `${nowhere}/other-mail` },
  });
  const script = fileURLToPath(new URL('process.ts', import.meta.url));
  const args = [script, folder, String(warmUp), String(count), JSON.stringify(around)];
  const { stdout } = await run(process.execPath, args, {
    env: { PATH: process.env['PATH'], BENCH_PROFILE: process.env['BENCH_PROFILE'], ...env, TABLE_NAME: table },
    maxBuffer: 10_000_000,
  });
  return measured.parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''));
}

function report(found: ReadonlyMap<string, readonly Measured[]>): void {
  heading(
    'Processor time of one signature',
    `An organisation signs, confirms and gets its receipt; ${count} times after ${warmUp} that are not counted, in one process`,
    `with the bundled functions; the least of ${turns} processes each, in turn. Database, inbox and secrets run in others.`,
  );
  const names = [...found.keys()];
  const least = (name: string, step: StepName) =>
    Math.min(...(found.get(name) ?? []).map(({ steps }) => steps[step] ?? Number.NaN));
  const whole = (name: string) => stepNames.reduce((sum, step) => sum + least(name, step), 0);
  const time = (us: number) => duration(us / 1000);
  const ratio = (of: (name: string) => number) =>
    names.length > 1 ? [`${(of('this version') / of('beside')).toFixed(2)} ×`] : [];
  printTable(
    ['step', ...names, ...(names.length > 1 ? ['ratio'] : [])],
    [
      ...stepNames.map((step) => [
        step,
        ...names.map((name) => time(least(name, step))),
        ...ratio((name) => least(name, step)),
      ]),
      ['all', ...names.map((name) => time(whole(name))), ...ratio(whole)],
    ],
  );
  const last = found.get('this version')?.at(-1)?.packages ?? {};
  const sum = Object.values(last).reduce((all, one) => all + one, 0);
  console.log('\nBy package, from a profile of this version; "native code" is what Node itself calls:\n');
  printTable(
    ['package', 'share'],
    Object.entries(last)
      .toSorted(([, one], [, other]) => other - one)
      .slice(0, 20)
      .map(([name, us]) => [name, `${((us / sum) * 100).toFixed(1)} %`]),
  );
}
