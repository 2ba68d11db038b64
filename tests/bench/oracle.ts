/** Whether the time of an answer tells who was asked about: everybody a stranger may ask about, interleaved. */
import { noon, sendJson } from '../fixtures/proof.ts';
import { prepareSenders, senders } from '../fixtures/senders.ts';
import { makeWorld, openTestLetter } from '../fixtures/world.ts';
import { accepted } from './accepted.ts';
import type { BenchEngine } from './bench-store.ts';
import { duration, heading, printTable } from './table.ts';
import { race } from './timing.ts';

const rounds = 200;

export async function oracle(engine: BenchEngine): Promise<void> {
  const world = makeWorld(await engine.freshStore(), { now: noon });
  await openTestLetter(world.store);
  await prepareSenders(world, sendJson);
  let number = 1_000;
  const contenders = Object.entries(senders).map(([name, sender]) => ({
    name,
    async run() {
      number += 1;
      const { body, env } = sender(number);
      await accepted(await sendJson(world, body, { env })).text();
    },
  }));
  const times = await race(contenders, { rounds, each: 1, warmUp: 20 });
  const median = (name: string) => times.get(name)?.median ?? Number.NaN;
  const beside = (name: string) => `${((median(name) / median('new') - 1) * 100).toFixed(1)} %`;
  heading(
    '5. Time of an answer by who was asked about',
    `Medians of ${rounds} submissions each with DynamoDB Local, interleaved in random order, beside those of "new".`,
    '"new again" is the same class once more: what lies between those two is chance.',
  );
  printTable(
    ['who', 'median', 'beside new'],
    contenders.map(({ name }) => [name, duration(median(name)), beside(name)]),
  );
  const others = contenders.map(({ name }) => median(name)).filter((value) => !Number.isNaN(value));
  const spread = Math.max(...others) - Math.min(...others);
  console.log(
    `\nAll lie within ${duration(spread)}; the two of one class are ${duration(Math.abs(median('new again') - median('new')))} apart.`,
  );
}
