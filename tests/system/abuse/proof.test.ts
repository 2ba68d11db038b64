import { createChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { beforeEach, describe, expect, it } from 'vitest';
import { challenge } from '../../../functions/public-api/sign/proof.ts';
import { solve, solvedProof } from '../../fixtures/proof.ts';
import { recordsOf } from '../../fixtures/records.ts';
import { freshStore } from '../../fixtures/store.ts';
import { endorsement, makeWorld, openTestLetter, tokenIn, type World } from '../../fixtures/world.ts';

let world: World;
beforeEach(async () => {
  world = makeWorld(await freshStore());
  await openTestLetter(world.store);
});

/** @returns the flags of the latest submission */
async function flagsOf(proof: string): Promise<string | undefined> {
  const before = new Set((await recordsOf(world.store)).map(({ id }) => id));
  expect((await world.submit('clean-air', endorsement(1, { proof }))).status).toBe(202);
  return (await recordsOf(world.store)).find(({ id }) => !before.has(id))?.screening;
}

const readable = (proof: string): Record<string, Record<string, unknown>> =>
  JSON.parse(Buffer.from(proof, 'base64').toString());
const written = (payload: unknown) => Buffer.from(JSON.stringify(payload)).toString('base64');

describe('a challenge', () => {
  it('is the plain output of altcha-lib and is not stored', async () => {
    const answer = await world.app.request('/v1/challenge');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const made = challenge.strict().parse(await answer.json());
    expect(made.parameters.expiresAt * 1000 - world.clock.now).toBeLessThanOrEqual(20 * 60 * 1000);
    expect(await (await world.app.request('/v1/challenge')).json()).not.toEqual(made);
  });

  it('raises no suspicion when solved, and its mail is sent', async () => {
    const proof = await solvedProof(world);
    world.clock.now += 3_000;
    expect(await flagsOf(proof)).toBe('-----');
    await world.sendMails();
    expect(world.mails).toHaveLength(1);
  });

  it('is held when it is solved and sent faster than a person can', async () => {
    const proof = await solvedProof(world);
    world.clock.now += 2_999;
    expect(await flagsOf(proof)).toBe('-t---');
    await world.sendMails();
    expect(world.mails).toEqual([]);
    expect(await recordsOf(world.store)).toMatchObject([{ heldBecause: 'too-fast', due: 'expiry' }]);
  });

  it('counts as forged with another solution, time or issuer', async () => {
    const good = readable(await solvedProof(world));
    world.clock.now += 5_000;
    const { parameters, signature } = challenge.parse(good['challenge']);
    const unsolved = { ...good, solution: { counter: 1, derivedKey: '00'.repeat(32) } };
    const older = { ...parameters, data: { issuedAt: parameters.data.issuedAt - 60_000 } };
    const later = { ...parameters, expiresAt: parameters.expiresAt + 3600 };
    const secrets = { hmacSignatureSecret: 'guessed', hmacKeySignatureSecret: 'guessed' };
    const options = { algorithm: 'PBKDF2/SHA-256', cost: 1, counter: 1, deriveKey, ...secrets };
    const { expiresAt, data } = parameters;
    const foreign = challenge.parse(await createChallenge({ ...options, expiresAt, data }));
    const forged = [
      written(unsolved),
      written({ ...good, challenge: { parameters: older, signature } }),
      written({ ...good, challenge: { parameters: later, signature } }),
      await solve(foreign),
    ];
    for (const proof of forged) expect(await flagsOf(proof)).toBe('--f--');
    // A forged proof cannot spend the genuine one.
    expect(await flagsOf(written(good))).toBe('-----');
  });

  it('does not change the answer to a repeat when it is spent, nor hold it', async () => {
    const proof = await solvedProof(world);
    world.clock.now += 5_000;
    const key = { 'idempotency-key': 'one-press' };
    const answers = [1, 2].map(() => world.submit('clean-air', endorsement(1, { proof }), key));
    const [one, other] = await Promise.all(answers);
    expect([one?.status, other?.status]).toEqual([202, 202]);
    expect(await one?.text()).toBe(await other?.text());
    expect(await recordsOf(world.store)).toMatchObject([{ screening: '-----' }]);
  });

  it('overwrites no signature when it is used again, not even by another signer', async () => {
    const proof = await solvedProof(world);
    world.clock.now += 5_000;
    await world.submit('clean-air', endorsement(1, { proof }));
    await world.sendMails();
    await world.confirm(tokenIn(world.mails[0] ?? expect.fail('no mail')));
    const [before] = await recordsOf(world.store);
    expect(before?.confirmedAt).toBeDefined();
    expect((await world.submit('clean-air', endorsement(2, { proof }))).status).toBe(202);
    const after = await recordsOf(world.store);
    expect(after).toHaveLength(2);
    expect(after).toContainEqual(before);
  });

  it.each(['%%%', 'bm90IGpzb24=', written([]), written({ challenge: {}, solution: {} }), 'x'.repeat(4000)])(
    'counts as missing when it cannot be read: %.20s',
    async (proof) => {
      expect(await flagsOf(proof)).toBe('-----');
    },
  );
});
