/** Processor time that a server takes for one signature. */
import { setTimeout as sleep } from 'node:timers/promises';

/** A server that people sign on. */
export interface Played {
  /** Takes one person the whole way, from the form to the confirmed signature. */
  sign(number: number): Promise<void>;
  /** Resolves when the server has nothing left to do for the signatures so far. */
  settled(): Promise<void>;
  /** @returns seconds of processor time since the server started */
  used(): number;
}

export interface Plan {
  /** Signatures before those that are counted. */
  readonly warmUp: number;
  readonly count: number;
  /** People who sign at the same time. */
  readonly atOnce: number;
  /** Time for which the idle server is measured. */
  readonly idleSeconds: number;
}

/** @returns milliseconds for one signature, without those that the idle server takes in the same time */
export async function timeOfOne(played: Played, { warmUp, count, atOnce, idleSeconds }: Plan): Promise<number> {
  await signAll(played, { first: 0, howMany: warmUp, atOnce });
  const idleBefore = played.used();
  await sleep(idleSeconds * 1000);
  const idle = (played.used() - idleBefore) / idleSeconds;
  const [start, before] = [performance.now(), played.used()];
  await signAll(played, { first: warmUp, howMany: count, atOnce });
  const seconds = (performance.now() - start) / 1000;
  return ((played.used() - before - idle * seconds) / count) * 1000;
}

interface Run {
  readonly first: number;
  readonly howMany: number;
  readonly atOnce: number;
}

async function signAll({ sign, settled }: Played, { first, howMany, atOnce }: Run): Promise<void> {
  const numbers = Array.from({ length: howMany }, (_, index) => first + index).values();
  const signOneByOne = async () => {
    for (const number of numbers) await sign(number);
  };
  await Promise.all(Array.from({ length: atOnce }, signOneByOne));
  await settled();
}
