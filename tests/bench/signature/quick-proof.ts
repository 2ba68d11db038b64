import { createChallenge, solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import type { Keys } from '../../../shared/platform/token/keys.ts';

const minute = 60_000;

/**
 * A signer's browser spends a million rounds of PBKDF2 on a challenge, and its owner some time on the form. A benchmark
 * spends neither: it solves a challenge of its own, signed with the same key and issued a minute ago.
 *
 * @returns a value for `proof`
 */
export async function quickProof(keys: Keys): Promise<string> {
  const challenge = await createChallenge({
    ...{ algorithm: 'PBKDF2/SHA-256', cost: 1, counter: 1, deriveKey },
    expiresAt: new Date(Date.now() + 10 * minute),
    data: { issuedAt: Date.now() - minute },
    hmacSignatureSecret: keys.hash('proof', 'challenge'),
    hmacKeySignatureSecret: keys.hash('proof', 'key'),
  });
  const solution = await solveChallenge({ challenge, deriveKey });
  return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64');
}
