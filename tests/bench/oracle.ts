/** Whether the time of an answer tells who was asked about: everybody a stranger may ask about, interleaved. */
import { noon, sendJson } from '../fixtures/proof.ts';
import { prepareSenders, senders } from '../fixtures/senders.ts';
import { makeWorld, openTestLetter } from '../fixtures/world.ts';
import { accepted } from './accepted.ts';
import type { BenchEngine } from './bench-store.ts';
import { duration, heading, printTable } from './table.ts';
import { race } from './timing.ts';

const rounds = 200;
const runs = ['first', 'second'] as const;

export async function oracle(engine: BenchEngine): Promise<void> {
  const world = makeWorld(await engine.freshStore(), { now: noon });
  await openTestLetter(world.store);
  await prepareSenders(world, sendJson);
  let number = 1_000;
  // Everybody twice: how far the two runs of one class lie apart is chance, whatever the class.
  const contenders = Object.entries(senders).flatMap(([name, sender]) =>
    runs.map((run) => ({
      name: `${name}, ${run}`,
      async run() {
        number += 1;
        const { body, env } = sender(number);
        await accepted(await sendJson(world, body, { env })).text();
      },
    })),
  );
  const times = await race(contenders, { rounds, each: 1, warmUp: 10 });
  const medianOf = (name: string, run: (typeof runs)[number]) => times.get(`${name}, ${run}`)?.median ?? Number.NaN;
  report(
    Object.keys(senders).map((name) => ({ name, first: medianOf(name, 'first'), second: medianOf(name, 'second') })),
  );
}

interface Measured {
  readonly name: string;
  readonly first: number;
  readonly second: number;
}

function report(classes: readonly Measured[]): void {
  heading(
    '5. Time of an answer by who was asked about',
    `Medians of two runs of ${rounds} submissions each, with DynamoDB Local, all interleaved in random order.`,
    'What lies between two runs of one class is chance: two classes should lie no further apart.',
  );
  printTable(
    ['who', 'first run', 'second run', 'apart'],
    classes.map(({ name, first, second }) => [
      name,
      duration(first),
      duration(second),
      duration(Math.abs(first - second)),
    ]),
  );
  const within = classes.map(({ first, second }) => Math.abs(first - second));
  const means = classes.map(({ first, second }) => (first + second) / 2);
  console.log(
    `\nWithin a class up to ${duration(Math.max(...within))} apart; the classes, both runs together, up to ${duration(Math.max(...means) - Math.min(...means))}.`,
  );
}
