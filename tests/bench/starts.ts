/**
 * Size and start time of the bundles, beside a bare Hono function bundled in the same way. With BENCH_BESIDE set to the
 * folder of another checkout, its bundles are imported in turn with these.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import * as z from 'zod';
import { type bundle, functionNames } from '../../infra/build/bundle.ts';
import { functionEnvironment } from '../../infra/local/environment.ts';
import { type Bundled, bundled, measure } from './bundled.ts';
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
    const { BENCH_BESIDE } = process.env;
    if (BENCH_BESIDE) bundles.push(...(await bundledBeside(resolve(BENCH_BESIDE), join(folder, 'beside'))));
    report(bundles, await timeStarts(bundles));
  } finally {
    await rm(folder, { recursive: true });
  }
}

const bundler = z.object({ bundle: z.custom<typeof bundle>((value) => typeof value === 'function') });

/** Bundles the functions of another checkout as that one does. Earlier ones had the bundler in another place. */
async function bundledBeside(root: string, folder: string): Promise<Bundled[]> {
  const places = ['infra/build/bundle.ts', 'infra/bundle.ts'].map((place) => join(root, place));
  const place = places.find((one) => existsSync(one));
  if (!place) throw new Error(`${root} has no bundler that is known here`);
  const other = bundler.parse({ ...(await import(pathToFileURL(place).href)) });
  const found: Bundled[] = [];
  for (const name of functionNames) {
    const entry = join(root, 'functions', name, 'handler.ts');
    const into = join(folder, name);
    if (existsSync(entry)) found.push(measure(`beside: ${name}`, await other.bundle(entry, into), into));
  }
  return found;
}

/** Imports the bundle in a new process. Its other work is not counted. */
const script = `
  if (process.argv[2] === 'http') await import('node:http');
  const [start, used] = [performance.now(), process.cpuUsage()];
  await import(process.argv[1]);
  const [wall, { user, system }] = [performance.now() - start, process.cpuUsage(used)];
  process.stdout.write(JSON.stringify({ wall, processor: (user + system) / 1000 }), () => process.exit());
`;
const measured = z.object({ wall: z.number(), processor: z.number() });
/** In milliseconds. */
type Measured = z.infer<typeof measured>;

const ways = ['http', 'alone'] as const;
type Way = (typeof ways)[number];

async function timeStarts(bundles: readonly Bundled[]): Promise<ReadonlyMap<string, Measured[]>> {
  const env = { PATH: process.env['PATH'], ...environment() };
  const times = new Map<string, Measured[]>();
  // The first round, when nothing was read yet, is not counted.
  for (let round = 0; round <= rounds; round += 1) {
    for (const way of ways) {
      for (const { name, file } of shuffled(bundles)) {
        const args = ['--input-type=module', '--eval', script, pathToFileURL(file).href, way];
        const { stdout } = await run(process.execPath, args, { env });
        const kept = times.get(`${name} ${way}`) ?? [];
        times.set(`${name} ${way}`, round === 0 ? [] : [...kept, measured.parse(JSON.parse(stdout))]);
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

function report(bundles: readonly Bundled[], times: ReadonlyMap<string, Measured[]>): void {
  heading(
    '3. Bundles and start-up',
    `Importing the bundle in a new process, ${rounds} times each in random order: median, least, and what the least is more`,
    `than that of the bare function; and processor time (user + system), least. First with node:http loaded, as Lambda's own client does; then ("alone") without.`,
    'The second line is Hono with zod and a client for DynamoDB, which all of ours have, and nothing else.',
  );
  const of = (name: string, way: Way, kind: keyof Measured = 'wall') =>
    summarise((times.get(`${name} ${way}`) ?? []).map((one) => one[kind]));
  const columns = (name: string, way: Way) => {
    const { median, least } = of(name, way);
    const beside = of(bare, way);
    return [
      `${median.toFixed(1)} ms`,
      `${least.toFixed(1)} ms`,
      `+${(median - beside.median).toFixed(1)} ms`,
      `+${(least - beside.least).toFixed(1)} ms`,
      `${of(name, way, 'processor').least.toFixed(1)} ms`,
    ];
  };
  printTable(
    ['function', 'all files', 'at start', ...ways.flatMap((way) => [way, 'least', 'more', 'least more', 'processor'])],
    bundles.map(({ name, all, atStart }) => [
      name,
      `${(all / 1000).toFixed(0)} kB`,
      `${(atStart / 1000).toFixed(0)} kB`,
      ...ways.flatMap((way) => columns(name, way)),
    ]),
  );
}
