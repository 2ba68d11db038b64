/** Challenges and solutions are those of altcha-lib, which solves them in the browser. */
import { createChallenge, solveChallenge, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { makeChallenge, readProof } from '../../functions/public-api/sign/proof.ts';
import { deriveKeys } from '../../shared/platform/token/keys.ts';

const keys = deriveKeys('a master key of sixty-four characters that only this test knows.');
const others = deriveKeys('another master key that belongs to another deployment of the same.');
const secrets = {
  hmacSignatureSecret: keys.hash('proof', 'challenge'),
  hmacKeySignatureSecret: keys.hash('proof', 'key'),
};
const now = new Date();
const minute = 60_000;

/** A challenge that the library signs with our keys. */
const theirs = () =>
  createChallenge({
    ...{ algorithm: 'PBKDF2/SHA-256', cost: 3, counter: 2, deriveKey, ...secrets },
    expiresAt: new Date(now.getTime() + minute),
    data: { issuedAt: now.getTime() },
  });
type Made = Awaited<ReturnType<typeof theirs>>;
const solved = async (challenge: Made) => ({ challenge, solution: await solveChallenge({ challenge, deriveKey }) });
const sent = (payload: unknown) => Buffer.from(JSON.stringify(payload)).toString('base64');
const stateOf = (payload: unknown, at = now) => readProof(keys, sent(payload), at).state;

describe('a challenge of ours', () => {
  it('is solved and accepted by the library, and its solution by us', async () => {
    const ours = await makeChallenge(keys, now);
    const challenge: Made = z.any().parse(ours);
    const { solution } = await solved(challenge);
    if (!solution) throw new Error('no solution was found');
    expect(solution.counter).toBeGreaterThanOrEqual(100);
    expect(solution.counter).toBeLessThanOrEqual(300);
    expect(await verifySolution({ challenge, solution, deriveKey, ...secrets })).toMatchObject({ verified: true });
    expect(readProof(keys, sent({ challenge, solution }), now)).toEqual({
      ...{ state: 'solved', nonce: ours.parameters.nonce },
      issuedAt: now.getTime(),
    });
    expect(readProof(others, sent({ challenge, solution }), now).state).toBe('forged');
  });
});

describe('a challenge of the library', () => {
  it('is accepted when it is signed with our keys, in whatever order its parts come', async () => {
    const proof = await solved(await theirs());
    expect(stateOf(proof)).toBe('solved');
    const { parameters, ...rest } = proof.challenge;
    const turned = Object.fromEntries(Object.entries(parameters).toReversed());
    expect(stateOf({ ...proof, challenge: { ...rest, parameters: turned } })).toBe('solved');
  });

  it('has expired when its time is over, whatever its solution', async () => {
    expect(stateOf(await solved(await theirs()), new Date(now.getTime() + 2 * minute))).toBe('expired');
  });

  it.each([
    ['a longer time', { expiresAt: 9_999_999_999 }],
    ['less work', { cost: 1 }],
    ['another nonce', { nonce: 'a'.repeat(32) }],
    ['another issue time', { data: { issuedAt: 1 } }],
    ['another signature of the key', { keySignature: 'a'.repeat(64) }],
  ])('is forged with %s', async (_, changed) => {
    const { challenge, solution } = await solved(await theirs());
    const parameters = { ...challenge.parameters, ...changed };
    expect(stateOf({ solution, challenge: { ...challenge, parameters } })).toBe('forged');
  });

  it.each([
    ['another key', { derivedKey: 'ab'.repeat(32) }],
    ['capitals', { derivedKey: 'AB' }],
    ['no key', { derivedKey: '' }],
    ['half a byte', { derivedKey: 'abc' }],
    ['a negative counter', { counter: -1 }],
    ['a counter beyond four bytes', { counter: 2 ** 32 }],
  ])('is forged with a solution that has %s', async (_, changed) => {
    const { challenge, solution } = await solved(await theirs());
    expect(stateOf({ challenge, solution: { ...solution, ...changed } })).toBe('forged');
  });
});
