import { setTimeout as sleep } from 'node:timers/promises';
import { logFailure } from './log.ts';

/** A background task that runs until it is stopped. */
export interface Running {
  /** Resolves when the current turn has ended. */
  stop(): Promise<void>;
}

/** Waits for the given time, or until the signal aborts. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => {});
}

/**
 * Repeats a turn until stopped. A turn returns how long to wait before the next. A turn that throws (an engine is away)
 * is logged and followed by ever longer waits; it never ends the loop.
 */
export function startLoop(name: string, turn: (signal: AbortSignal) => Promise<number>): Running {
  const stopping = new AbortController();
  const { signal } = stopping;
  const loop = async () => {
    let failures = 0;
    while (!signal.aborted) {
      try {
        const wait = await turn(signal);
        failures = 0;
        if (wait > 0) await pause(wait, signal);
      } catch (error) {
        logFailure(`${name}: failed, going on`, error);
        await pause(backOff(failures), signal);
        failures += 1;
      }
    }
  };
  const ended = loop();
  return {
    stop() {
      stopping.abort();
      return ended;
    },
  };
}

/** 0.2 s, 0.4 s, … up to 5 s. */
export function backOff(failures: number): number {
  return Math.min(200 * 2 ** failures, 5000);
}
