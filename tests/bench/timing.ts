/**
 * Compares times. Contenders are measured in turns of random order, so that a slow moment of the machine affects all of
 * them.
 */

export interface Contender {
  readonly name: string;
  run(): Promise<unknown>;
}

export interface Times {
  readonly median: number;
  readonly least: number;
}

/**
 * @param rounds number of turns for each contender; the median is taken over these
 * @param each number of runs in one turn
 * @returns milliseconds per run, by name
 */
export async function race(
  contenders: readonly Contender[],
  { rounds, each, warmUp = each }: { rounds: number; each: number; warmUp?: number },
): Promise<ReadonlyMap<string, Times>> {
  const samples = new Map(contenders.map(({ name }) => [name, [] as number[]]));
  for (const contender of contenders) for (let run = 0; run < warmUp; run += 1) await contender.run();
  for (let round = 0; round < rounds; round += 1) {
    for (const contender of shuffled(contenders)) {
      const start = performance.now();
      for (let run = 0; run < each; run += 1) await contender.run();
      samples.get(contender.name)?.push((performance.now() - start) / each);
    }
  }
  return new Map([...samples].map(([name, times]) => [name, summarise(times)]));
}

/** @returns the median and the minimum of the times */
export function summarise(times: readonly number[]): Times {
  const sorted = times.toSorted((a, b) => a - b);
  return { median: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN, least: sorted[0] ?? Number.NaN };
}

/** @returns the values in random order (Fisher and Yates) */
export function shuffled<Value>(values: readonly Value[]): Value[] {
  const left = [...values];
  return values.flatMap(() => left.splice(Math.floor(Math.random() * left.length), 1));
}
