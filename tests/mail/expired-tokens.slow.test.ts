/** Expired links are dropped when another one is sent, so that the row of a signature does not grow for ever. */
import { beforeEach, expect, it } from 'vitest';
import { ask, mailsTo, manageTokenIn, organisationFrom, recordOf, sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { makeWorld, openTestLetter, type World } from '../fixtures/world.ts';

const day = 24 * 3600 * 1000;
const email = 'chair@harbour.example';

let world: World;
beforeEach(async () => {
  world = makeWorld(await freshStore(), { now: Date.UTC(2026, 4, 1) });
  await openTestLetter(world.store);
});

const askForLinks = async () => {
  await world.app.request('/manage', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email }),
  });
  await world.sendMails();
};
const opens = async (token: string) =>
  (await ask(world, { token }, { action: 'carry-over', letterVersion: '0'.repeat(64) })).status;

it('after two years, the links of the last month and the receipts of the last year are kept', async () => {
  const own = await sign(world, organisationFrom('harbour.example', email));
  for (let month = 0; month < 24; month += 1) {
    world.clock.now += 31 * day;
    await askForLinks();
  }
  const { manageTokens } = await recordOf(world, own);
  expect(manageTokens.every(({ expiresAt }) => expiresAt > world.clock.now)).toBe(true);
  expect(manageTokens).toHaveLength(1);
  expect(await opens(manageTokenIn(mailsTo(world, email).at(-1) ?? expect.fail()))).toBe(200);
});

it.each(['a receipt', 'a second submission'])('the next mail may be %s', async (mail) => {
  const own = await sign(world, organisationFrom('harbour.example', email));
  world.clock.now += 300 * day;
  await askForLinks();
  const link = manageTokenIn(mailsTo(world, email).at(-1) ?? expect.fail());
  world.clock.now += 40 * day;
  if (mail === 'a receipt') {
    const organisation = { name: 'Harbour Friends', website: 'https://harbour.example', country: 'KZ' };
    const correction = { action: 'correct', kind: 'organisation', organisation, attestation: true };
    await ask(world, own, { ...correction, signatory: { name: 'Jo Doe', role: 'Treasurer' } });
  } else await world.submit('clean-air', organisationFrom('harbour.example', email));
  await world.sendMails();
  const { manageTokens } = await recordOf(world, own);
  // The link expired after a month; the first receipt works for a year, and so does the new mail.
  expect(manageTokens).toHaveLength(2);
  expect(await opens(own.token)).toBe(200);
  expect(await opens(link)).toBeGreaterThanOrEqual(404);
  expect(await opens(manageTokenIn(mailsTo(world, email).at(-1) ?? expect.fail()))).toBe(200);
});

it('nothing is written when all of them work', async () => {
  const own = await sign(world, organisationFrom('harbour.example', email));
  for (let time = 0; time < 4; time += 1) {
    world.clock.now += 3600 * 1000;
    await askForLinks();
  }
  expect((await recordOf(world, own)).manageTokens).toHaveLength(5);
});
