/**
 * Proof of work, which makes mass submissions costly without a third party or a cookie. A challenge is signed and
 * stored nowhere; the signature that it was used for shows that it was used.
 *
 * The protocol is that of `altcha-lib`, version 2, which solves it in the browser. Here it is written with Node's own
 * hashes: those of the browser, which the library uses, take twenty times as long.
 * https://altcha.org/docs/v2/proof-of-work-algorithms
 */
import { createHmac, createSecretKey, type KeyObject, pbkdf2, randomBytes, randomInt } from 'node:crypto';
import { promisify } from 'node:util';
import * as z from 'zod';
import { makeSignatureId, type SignatureId } from '../../../shared/ids.ts';
import type { Keys } from '../../../shared/platform/token/keys.ts';
import { sameHash } from '../../../shared/platform/token/token.ts';

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

const solution = z.object({ counter: z.int(), derivedKey: z.string() });
const payload = z.object({ challenge, solution });
/** A solution that no solver makes is a wrong one. */
const possible = z.object({
  counter: z.int().min(0).max(0xffffffff),
  derivedKey: z.string().regex(/^(?:[0-9a-f]{2})+$/),
});

interface Secrets {
  readonly ofChallenge: KeyObject;
  readonly ofKey: KeyObject;
}

const known = new WeakMap<Keys, Secrets>();

function secretsOf(keys: Keys): Secrets {
  const found = known.get(keys);
  if (found) return found;
  const secret = (name: 'challenge' | 'key') => createSecretKey(keys.hash('proof', name), 'utf8');
  const made = { ofChallenge: secret('challenge'), ofKey: secret('key') };
  known.set(keys, made);
  return made;
}

const hmac = (key: KeyObject, data: string | Buffer) => createHmac('sha256', key).update(data).digest('hex');
const derive = promisify(pbkdf2);
const keyLength = 32;

/** The names in order, as what is signed must not depend on how it was sent. */
function signedText({ data, ...parameters }: Challenge['parameters']): string {
  const inOrder = Object.entries({ ...parameters, data }).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify(Object.fromEntries(inOrder));
}

/** @returns a new challenge, stored nowhere */
export async function makeChallenge(keys: Keys, now: Date): Promise<Challenge> {
  const secrets = secretsOf(keys);
  const nonce = randomBytes(16);
  const salt = randomBytes(16);
  const counter = Buffer.alloc(4);
  counter.writeUInt32BE(randomInt(work.fewestTries, work.maxTries + 1));
  const key = await derive(Buffer.concat([nonce, counter]), salt, work.cost, keyLength, 'sha256');
  const parameters = {
    algorithm: 'PBKDF2/SHA-256' as const,
    nonce: nonce.toString('hex'),
    salt: salt.toString('hex'),
    cost: work.cost,
    keyLength,
    keyPrefix: key.toString('hex', 0, keyLength / 2),
    keySignature: hmac(secrets.ofKey, key),
    expiresAt: Math.floor((now.getTime() + validFor) / 1000),
    data: { issuedAt: now.getTime() },
  };
  return { parameters, signature: hmac(secrets.ofChallenge, signedText(parameters)) };
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
export function readProof(keys: Keys, proof: string | undefined, now: Date): Shown {
  const read = payload.safeParse(decode(proof));
  if (!read.success) return { state: 'none' };
  const { parameters } = read.data.challenge;
  const { nonce, expiresAt, data } = parameters;
  if (expiresAt * 1000 <= now.getTime()) return { state: 'expired', nonce };
  const secrets = secretsOf(keys);
  const isOurs = sameHash(read.data.challenge.signature, hmac(secrets.ofChallenge, signedText(parameters)));
  const solved = possible.safeParse(read.data.solution).data;
  if (!isOurs || !solved) return { state: 'forged' };
  const isSolved = sameHash(parameters.keySignature, hmac(secrets.ofKey, Buffer.from(solved.derivedKey, 'hex')));
  return isSolved ? { state: 'solved', nonce, issuedAt: data.issuedAt } : { state: 'forged' };
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
