/** A proof of work, made while somebody types. Nothing for it is fetched earlier. */
import type { Challenge, Solution } from 'altcha-lib/types';
import { request, requestOptions } from '../api.ts';

/** Earliest time to submit, in milliseconds: the server takes faster senders for bots. Includes a margin for clocks. */
const soonest = 3_100;
/** The server forgets a challenge after 20 minutes. */
const latest = 17 * 60_000;
/** After this long without an answer, something has stopped the worker. */
const patience = 20_000;

export interface Proof {
  /** Begins, if it has not begun. */
  start(): void;
  /** @returns the proof to send, as soon as it is ready; undefined when the server gave no challenge */
  take(): Promise<Pick<Solved, 'proof' | 'name'> | undefined>;
  /** Begins again: the last proof may have been used. */
  renew(): void;
}

/** @param onState called with the state to show: working or ready */
export function makeProof(onState: (state: 'working' | 'ready') => void): Proof {
  let made: { at: number; solved: Promise<Solved | undefined> } | undefined;
  const start = () => {
    if (made && Date.now() - made.at < latest) return made;
    onState('working');
    const solved = solve().then(
      (done) => {
        onState('ready');
        return done;
      },
      () => {
        // Without a challenge, the form can still be sent, within tighter limits; the next try asks again.
        made = undefined;
        return undefined;
      },
    );
    made = { at: Date.now(), solved };
    return made;
  };
  return {
    start,
    async take() {
      const solved = await start().solved;
      if (!solved) return undefined;
      const early = solved.asOf + soonest - Date.now();
      if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
      return solved;
    },
    renew() {
      made = undefined;
    },
  };
}

interface Solved {
  readonly proof: string;
  /** Identifies the challenge to the server; unique. */
  readonly name: string;
  /** Time at which the challenge arrived, which is never before it was made. */
  readonly asOf: number;
}

async function solve(): Promise<Solved> {
  const challenge: Challenge = await (await request('v1/challenge')).json();
  const asOf = Date.now();
  const solution = await inWorker(challenge).catch(() => here(challenge));
  if (!solution) throw new Error('not solved');
  return { proof: btoa(JSON.stringify({ challenge, solution })), name: challenge.parameters.nonce, asOf };
}

const solver = () => new URL(PROOF, import.meta.url);

/**
 * A worker must be of the page's own origin: on another site it starts from a copy. Throws where the page's policy
 * allows no worker.
 */
async function inWorker(challenge: Challenge): Promise<Solution | null> {
  const isOwn = solver().origin === location.origin;
  const address = isOwn ? solver().href : URL.createObjectURL(await (await fetch(solver(), requestOptions)).blob());
  let worker: Worker | undefined;
  try {
    return await new Promise((resolve, reject) => {
      worker = new Worker(address, { type: 'module' });
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = reject;
      setTimeout(reject, patience);
      worker.postMessage(challenge);
    });
  } finally {
    worker?.terminate();
    URL.revokeObjectURL(address);
  }
}

/** Solves in slices on this thread. */
async function here(challenge: Challenge): Promise<Solution | null> {
  const { solve }: typeof import('../proof-worker.ts') = await import(solver().href);
  return solve(challenge);
}
