/**
 * No action of a stranger reveals anything about a hidden signer (rules 4 and 13), in the two most usual ways to
 * be hidden; `hidden-oracle.slow.test.ts` has the others.
 */
import { describe, expect, it } from 'vitest';
import { sign } from '../../fixtures/signing.ts';
import { freshStore } from '../../fixtures/store.ts';
import { makeWorld, type World } from '../../fixtures/world.ts';
import { doors, expectNothingShows, from, other, sayNothingOfSigners, walkThrough, wanted } from './hidden-walk.ts';

it('covers every endpoint of the app', async () => {
  const { app } = makeWorld(await freshStore());
  const routes = app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`);
  const known = [...doors.map(([door]) => door), ...sayNothingOfSigners];
  expect([...new Set(known)].toSorted()).toEqual([...new Set(routes)].toSorted());
});

describe.each(['withheld', 'held'])('somebody whose signature is %s', expectNothingShows);

it('would detect a signer who is shown', async () => {
  const show = (world: World, domain: string) => sign(world, from(domain, 'keeper@gmail.com'));
  const [there, elsewhere] = [await walkThrough(show, wanted), await walkThrough(show, other)];
  expect(there.answers).not.toEqual(elsewhere.answers);
  expect(there.mails).not.toEqual(elsewhere.mails);
});
