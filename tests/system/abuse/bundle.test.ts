import { beforeAll, expect, it } from 'vitest';
import { challenge } from '../../../functions/public-api/sign/proof.ts';
import type { Store } from '../../../shared/platform/store/store.ts';
import { secretsWith } from '../../fixtures/command-line.ts';
import { solve } from '../../fixtures/proof.ts';
import { publicApiBundle } from '../../fixtures/public-api-bundle.ts';
import { recordsOf } from '../../fixtures/records.ts';
import { freshStore } from '../../fixtures/store.ts';
import { endorsement, openTestLetter } from '../../fixtures/world.ts';

const secrets = await secretsWith();
let store: Store;
let call: Awaited<ReturnType<typeof publicApiBundle>>;

beforeAll(async () => {
  store = await freshStore();
  await openTestLetter(store);
  call = await publicApiBundle(store, secrets);
});

const submit = (body: object, from?: string) =>
  call('/v1/letters/clean-air/signatures', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    ...(from === undefined ? {} : { from }),
  });

it('the bundle issues challenges and accepts their solutions when run as on Lambda', async () => {
  const { statusCode, body } = await call('/v1/challenge');
  expect(statusCode).toBe(200);
  const proof = await solve(challenge.parse(JSON.parse(body)));
  expect(await submit(endorsement(1, { proof }), '192.0.2.1')).toMatchObject({
    statusCode: 202,
  });
  // Solved faster than a person can: the flag proves that the solution was read and not taken for a forgery.
  expect(await recordsOf(store)).toMatchObject([{ screening: '-t---' }]);
});

it('the bundle includes the files that partner sites load', async () => {
  const { statusCode, body } = await call('/embed/v1.js');
  expect(statusCode).toBe(200);
  expect(body).toContain('sign-on-');
});

it('the bundle only answers the edge', async () => {
  const { statusCode, body } = await call('/health', { edge: 'x'.repeat(44) });
  expect(statusCode).toBe(403);
  expect(body).toContain('not-through-edge');
  expect(await call('/health')).toMatchObject({ statusCode: 200 });
});

it('the bundle identifies networks by the viewer address that the edge passes on', async () => {
  for (let number = 10; number < 21; number += 1) {
    expect((await submit(endorsement(number))).statusCode).toBe(202);
  }
  const flags = (await recordsOf(store)).map(({ screening }) => screening);
  expect(flags.filter((flag) => flag === '----c')).toHaveLength(1);
});
