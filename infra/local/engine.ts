import { answersHttp, type Child } from './children.ts';

/** Something that answers at an address on the loopback, in place of a service of AWS. */
export interface Engine {
  readonly endpoint: string;
  stop(): Promise<void>;
}

/** An engine that may still be starting: its address is known before it answers, so that others can start meanwhile. */
export interface LaunchedEngine extends Engine {
  readonly pid: number;
  /** Resolves when it answers; rejects, with it stopped, when it cannot start. */
  readonly ready: Promise<void>;
  /** Resolves when it ends, whoever ended it. */
  readonly ended: Promise<void>;
}

export function launchedEngine(name: string, child: Child, endpoint: string, healthPath: string): LaunchedEngine {
  const ready = child
    .ready(() => answersHttp(endpoint + healthPath))
    .catch(async (error: unknown) => {
      await child.stop();
      throw new Error(`${name} did not start.`, { cause: error });
    });
  // Whoever launched it may fail at something else before looking at this.
  ready.catch(() => {});
  return { endpoint, pid: child.pid, ready, ended: child.ended, stop: child.stop };
}

/** An engine that somebody else runs. */
export function foreignEngine(endpoint: string): Engine {
  return { endpoint, stop: async () => {} };
}
