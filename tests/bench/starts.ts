/** Size and start time of the bundles, beside a bare Hono function bundled in the same way. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { functionNames } from '../../infra/build/bundle.ts';
import { functionEnvironment } from '../../infra/local/environment.ts';
import { type Bundled, bundled } from './bundled.ts';
import { heading, printTable } from './table.ts';
import { shuffled, summarise } from './timing.ts';

const bare = 'bare Hono function';
const floor = 'with zod, DynamoDB';
const rounds = 20;
const run = promisify(execFile);

export async function starts(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'undersigned-bundles-'));
  try {
    const functions = fileURLToPath(new URL('../../functions/', import.meta.url));
    // A deployment brings the native modules of the document function along.
    await symlink(fileURLToPath(new URL('../../node_modules', import.meta.url)), join(folder, 'node_modules'));
    const entries: [string, string][] = [
      [bare, fileURLToPath(import.meta.resolve('./bare.ts'))],
      [floor, fileURLToPath(import.meta.resolve('./floor.ts'))],
      ...functionNames.map((name): [string, string] => [name, join(functions, name, 'handler.ts')]),
    ];
    const bundles: Bundled[] = [];
    for (const [name, entry] of entries) bundles.push(await bundled(name, entry, join(folder, name)));
    report(bundles, await timeStarts(bundles));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Imports the bundle in a new process. Its other work is not counted. */
const script = `
  if (process.argv[2] === 'http') await import('node:http');
  const start = performance.now();
  await import(process.argv[1]);
  process.stdout.write(String(performance.now() - start), () => process.exit());
`;

const ways = ['http', 'alone'] as const;
type Way = (typeof ways)[number];

async function timeStarts(bundles: readonly Bundled[]): Promise<ReadonlyMap<string, number[]>> {
  const env = { PATH: process.env['PATH'], ...environment() };
  const times = new Map<string, number[]>();
  // The first round, when nothing was read yet, is not counted.
  for (let round = 0; round <= rounds; round += 1) {
    for (const way of ways) {
      for (const { name, file } of shuffled(bundles)) {
        const args = ['--input-type=module', '--eval', script, pathToFileURL(file).href, way];
        const { stdout } = await run(process.execPath, args, { env });
        const kept = times.get(`${name} ${way}`) ?? [];
        times.set(`${name} ${way}`, round === 0 ? [] : [...kept, Number(stdout)]);
      }
    }
  }
  return times;
}

function environment(): Record<string, string> {
  const nowhere = 'http://127.0.0.1:9';
  const endpoints = {
    dynamodb: nowhere,
    sqs: nowhere,
    ses: nowhere,
    secrets: nowhere,
    s3: nowhere,
    lambda: nowhere,
    mailQueues: { urgent: `${nowhere}/mail`, other: `${nowhere}/other-mail` },
  };
  return functionEnvironment(8787, endpoints);
}

function report(bundles: readonly Bundled[], times: ReadonlyMap<string, number[]>): void {
  heading(
    '3. Bundles and start-up',
    `Importing the bundle in a new process, ${rounds} times each in random order: median, least, and what the least is more`,
    `than that of the bare function. First with node:http loaded, as Lambda's own client does; then ("alone") without.`,
    'The second line is Hono with zod and a client for DynamoDB, which all of ours have, and nothing else.',
  );
  const of = (name: string, way: Way) => summarise(times.get(`${name} ${way}`) ?? []);
  const more = (name: string, way: Way) => {
    const { median, least } = of(name, way);
    const beside = of(bare, way);
    return [`+${(median - beside.median).toFixed(1)} ms`, `+${(least - beside.least).toFixed(1)} ms`];
  };
  printTable(
    ['function', 'all files', 'at start', 'median', 'least', 'more', 'least more', 'alone', 'more', 'least more'],
    bundles.map(({ name, all, atStart }) => [
      name,
      `${(all / 1000).toFixed(0)} kB`,
      `${(atStart / 1000).toFixed(0)} kB`,
      `${of(name, 'http').median.toFixed(1)} ms`,
      `${of(name, 'http').least.toFixed(1)} ms`,
      ...more(name, 'http'),
      `${of(name, 'alone').median.toFixed(1)} ms`,
      ...more(name, 'alone'),
    ]),
  );
}
