import { answersHttp, type Child } from './children.ts';

/** A stand-in for an AWS service, at an address on the loopback interface. */
export interface Engine {
  readonly endpoint: string;
  stop(): Promise<void>;
}

/** An engine that may still be starting. Its address is known before it answers, so that others can start meanwhile. */
export interface LaunchedEngine extends Engine {
  readonly pid: number;
  /** Resolves when it answers. If it cannot start, it is stopped and this rejects. */
  readonly ready: Promise<void>;
  /** Resolves when it ends, for any reason. */
  readonly ended: Promise<void>;
}

export function launchedEngine(name: string, child: Child, endpoint: string, healthPath: string): LaunchedEngine {
  const ready = child
    .ready(() => answersHttp(endpoint + healthPath))
    .catch(async (error: unknown) => {
      await child.stop();
      throw new Error(`${name} did not start.`, { cause: error });
    });
  // The caller may fail elsewhere before it awaits this.
  ready.catch(() => {});
  return { endpoint, pid: child.pid, ready, ended: child.ended, stop: child.stop };
}

/** An engine that somebody else runs. */
export function foreignEngine(endpoint: string): Engine {
  return { endpoint, stop: async () => {} };
}
