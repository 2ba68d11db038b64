/** Solves a proof of work: as a worker that is sent a challenge, or as a module where no worker may run. */
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import type { Challenge } from 'altcha-lib/types';

/** Between two tries the thread is free; the browser computes each try elsewhere. */
export const solve = (challenge: Challenge) => solveChallenge({ challenge, deriveKey });

if (typeof document === 'undefined') {
  self.onmessage = async ({ data }: MessageEvent<Challenge>) => self.postMessage(await solve(data));
}
