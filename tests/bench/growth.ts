/** Checks that the cost of reading does not grow with the number of signatures. */
import { GetCommand } from '../../shared/platform/store/commands.ts';
import { letterKey } from '../../shared/platform/store/keys.ts';
import { makeWorld } from '../fixtures/world.ts';
import { accepted } from './accepted.ts';
import { type BenchEngine, openExample } from './bench-store.ts';
import { fill } from './fill.ts';
import { meterCalls } from './meter.ts';
import { duration, heading, printTable } from './table.ts';
import { type Contender, race, type Times } from './timing.ts';

const sizes = [0, 100, 1_000, 10_000] as const;
const slug = 'keep-the-river-open';
const routes = {
  list: `/v1/letters/${slug}/signatures?limit=50`,
  'list by name': `/v1/letters/${slug}/signatures?limit=50&order=name`,
  count: `/v1/letters/${slug}/count`,
  'letter page': `/${slug}`,
} as const;

export async function growth(engine: BenchEngine): Promise<void> {
  const worlds = [];
  for (const size of sizes) worlds.push(await worldOf(engine, size));
  const contenders = worlds.flatMap(({ size, get, touch }): Contender[] => [
    ...Object.entries(routes).map(([name, path]) => ({ name: `${name} ${size}`, run: () => get(path) })),
    { name: `${control} ${size}`, run: touch },
  ]);
  const times = await race(contenders, { rounds: 40, each: 3, warmUp: 10 });
  const units = new Map<string, number>();
  for (const { size, costOf } of worlds) {
    for (const [name, path] of Object.entries(routes)) units.set(`${name} ${size}`, await costOf(path));
  }
  report(times, units);
}

/** One item by its key: shows how much slower the engine itself is with a larger table. */
const control = 'one GetItem';

/** A table of its own with one letter and this many signatures. */
async function worldOf(engine: BenchEngine, size: number) {
  const store = await engine.freshStore();
  const { client, table } = store;
  const letter = await openExample(store);
  await fill(store, letter, size);
  const metered = engine.openAgain(store);
  const calls = meterCalls(metered, store);
  const [timedApp, meteredApp] = [makeWorld(store).app, makeWorld(metered).app];
  return {
    size,
    get: async (path: string) => {
      await accepted(await timedApp.request(path)).text();
    },
    touch: () => client.send(new GetCommand({ TableName: table, Key: letterKey(letter.slug) })),
    async costOf(path: string) {
      calls.length = 0;
      accepted(await meteredApp.request(path));
      return calls.reduce((total, { reads }) => total + reads, 0);
    },
  };
}

function report(times: ReadonlyMap<string, Times>, units: ReadonlyMap<string, number>): void {
  heading(
    '4. Growth',
    'Median time with DynamoDB Local, beside the same with 100 signatures, which fill a page (with none it is empty);',
    `RU: read units, by the same rules as above. "${control}" is what the engine takes longer for, whoever asks.`,
  );
  const medianOf = (name: string, size: number) => times.get(`${name} ${size}`)?.median ?? Number.NaN;
  const relative = (name: string, size: number) => `${(medianOf(name, size) / medianOf(name, 100)).toFixed(2)} ×`;
  printTable(
    ['signatures', ...Object.keys(routes).flatMap((name) => [name, 'RU']), control],
    sizes.map((size) => [
      size.toLocaleString('en'),
      ...Object.keys(routes).flatMap((name) => [relative(name, size), units.get(`${name} ${size}`) ?? 0]),
      relative(control, size),
    ]),
  );
  const least = [...Object.keys(routes), control].map((name) => `${name} ${duration(medianOf(name, 100))}`);
  console.log(`\n1.00 × is: ${least.join(', ')}.`);
}
