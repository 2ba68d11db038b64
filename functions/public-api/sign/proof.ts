/**
 * Proof of work, which makes mass submissions costly without a third party or a cookie. A challenge is signed and
 * stored nowhere; the signature that it was used for shows that it was used.
 */
import { createChallenge, randomInt, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import * as z from 'zod';
import { makeSignatureId, type SignatureId } from '../../../shared/ids.ts';
import type { Keys } from '../../../shared/platform/token/keys.ts';

/** Long enough to read a letter before signing it, in milliseconds. */
const validFor = 20 * 60 * 1000;

/**
 * A million rounds of PBKDF2 on average, at most 1.5 million: a third of a second on a phone that does three or four
 * million a second, about one second on an old phone. The number of tries has an upper limit, because without it some
 * people would wait very long.
 */
const work = { cost: 5_000, fewestTries: 100, maxTries: 300 } as const;

/** A challenge as `altcha-lib` makes it. Its time of issue serves as the time trap. */
export const challenge = z.object({
  parameters: z.object({
    algorithm: z.literal('PBKDF2/SHA-256'),
    nonce: z.string().regex(/^[0-9a-f]{32}$/),
    salt: z.string().regex(/^[0-9a-f]{32}$/),
    cost: z.int(),
    keyLength: z.int(),
    keyPrefix: z.string().regex(/^([0-9a-f]{2})+$/),
    keySignature: z.string(),
    expiresAt: z.int().describe('Seconds since 1970'),
    data: z.object({ issuedAt: z.int().describe('Milliseconds since 1970') }),
  }),
  signature: z.string(),
});
type Challenge = z.infer<typeof challenge>;

const payload = z.object({ challenge, solution: z.object({ counter: z.int(), derivedKey: z.string() }) });

function secrets(keys: Keys) {
  return { hmacSignatureSecret: keys.hash('proof', 'challenge'), hmacKeySignatureSecret: keys.hash('proof', 'key') };
}

/** @returns a new challenge, stored nowhere */
export async function makeChallenge(keys: Keys, now: Date): Promise<Challenge> {
  const made = await createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost: work.cost,
    counter: randomInt(work.maxTries, work.fewestTries),
    deriveKey,
    expiresAt: new Date(now.getTime() + validFor),
    data: { issuedAt: now.getTime() },
    ...secrets(keys),
  });
  return challenge.parse(made);
}

/**
 * - `none`: absent or unreadable
 * - `expired`: worth no more than none; not checked for a solution
 * - `forged`: the challenge is not ours, or not solved
 */
export type Shown =
  | { state: 'none' }
  | { state: 'expired'; nonce: string }
  | { state: 'forged' }
  | { state: 'solved'; nonce: string; issuedAt: number };

/** @param proof base64 of `{ challenge, solution }` in JSON, as it was sent */
export async function readProof(keys: Keys, proof: string | undefined, now: Date): Promise<Shown> {
  const read = payload.safeParse(decode(proof));
  if (!read.success) return { state: 'none' };
  const { parameters } = read.data.challenge;
  const { verified, expired } = await verifySolution({ ...read.data, deriveKey, ...secrets(keys) });
  const { nonce, expiresAt, data } = parameters;
  if (expired || expiresAt * 1000 <= now.getTime()) return { state: 'expired', nonce };
  if (!verified) return { state: 'forged' };
  return { state: 'solved', nonce, issuedAt: data.issuedAt };
}

function decode(proof: string | undefined): unknown {
  if (proof === undefined) return undefined;
  try {
    return JSON.parse(Buffer.from(proof, 'base64').toString('utf8'));
  } catch {
    return undefined; // not JSON
  }
}

/**
 * A signature takes its id from the challenge that it used, so a second use, on any instance, finds that signature.
 * Only our own challenges count: nobody can use up another person's challenge with a forged one.
 *
 * @returns an id that nobody can guess; a random one when no challenge was solved
 */
export function idFromProof(keys: Keys, shown: Shown): SignatureId {
  return shown.state === 'solved' ? idFromNonce(keys, shown.nonce) : makeSignatureId();
}

/** @returns the id of the signature that used the challenge with that nonce, if any */
export function idFromNonce(keys: Keys, nonce: string): SignatureId {
  return makeSignatureId(Buffer.from(keys.hash('proof', 'signature', nonce), 'base64url'));
}

export const nonceShape = challenge.shape.parameters.shape.nonce;
