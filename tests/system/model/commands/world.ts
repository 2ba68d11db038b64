/**
 * Events without a request, or by the secretariat: time, the sweep, a stream replay, a new text. Never part of a race.
 */
import { expect } from 'vitest';
import { importLetter } from '../../../../shared/letter/lifecycle.ts';
import { leaseFor } from '../../../../shared/mail/lease.ts';
import { keepHouse } from '../../../fixtures/functions.ts';
import { houseOf } from '../../../fixtures/housekeeping-context.ts';
import { reach } from '../expected.ts';
import { revised } from '../expected-decisions.ts';
import { digits } from '../people.ts';
import { type Deed, deliver, type Game, reworded, slug } from '../run.ts';
import { sweep } from '../shortcuts.ts';

const hour = 3600 * 1000;
/** Less than a day, a day, and several days: events limited to once a day need both sides of the limit. */
const waits = [hour, leaseFor + 1000, 10 * hour, 20 * hour, 24 * hour, 49 * hour, 8 * 24 * hour, 31 * 24 * hour];

/** Time passes; then housekeeping runs, sometimes twice at once. */
export async function wait(game: Game, { who, how }: Deed): Promise<void> {
  game.observer.clock.now += digits(who)(waits);
  await sweep(game, digits(how)([1, 1, 1, 2]));
}

/** The stream redelivers records, and all mailers get the resulting messages. */
export async function replay(game: Game, { who, how }: Deed): Promise<void> {
  await game.post.replay(who, 1 + (how % 30), [5]);
  await deliver(game, { toAll: true });
  game.model = reach(game.model, 'replayed');
}

/** A substantive change: another version, with other words. */
export async function reword(game: Game): Promise<void> {
  const { store, clock } = game.observer;
  const plan = await importLetter(store, reworded(game.model.versions.length, game.model.policy), [], {
    now: new Date(clock.now),
    open: true,
  });
  if (plan.outcome !== 'new-version') throw new Error(plan.outcome);
  await game.post.listen();
  game.model = revised(game.model, plan.letter.versions.at(-1)?.id ?? '');
  // Instances cache a letter for two seconds.
  clock.now += 3_000;
}

/** Housekeeping asks the signers of older versions to confirm, sometimes from two instances at once. */
export async function askToCarry(game: Game, { how, instance }: Deed): Promise<void> {
  const { observer, instances } = game;
  const stores = [observer.store, ...digits(how)([[], [instances[instance]?.world.store ?? observer.store]])];
  await Promise.all(
    stores.map((store) => keepHouse(houseOf(observer, store), { task: 'letters' }).catch(() => undefined)),
  );
}

/** Opens every page, with GET or HEAD, which must not change anything. */
export async function look(game: Game, { how }: Deed): Promise<void> {
  const { observer, arrived } = game;
  const links = arrived.flatMap(({ purpose, token }) =>
    purpose === 'manage' ? [`/manage/${token}`, `/manage/${token}/data`] : [`/${purpose}/${token}`],
  );
  const public_ = ['', '/signatories', '/signatories?order=name', '/form', '/sent', '/badge.svg'];
  const api = ['', '/signatures', '/count'];
  const paths = [
    ...links.slice(-6),
    ...public_.map((path) => `/${slug}${path}`),
    ...api.map((path) => `/v1/letters/${slug}${path}`),
    ...['/', '/confirm', '/manage', '/openapi.json', '/docs'],
  ];
  await game.post.listen();
  const methods = digits(how)([['GET'], ['HEAD']]);
  for (const path of paths) {
    for (const method of methods) {
      const { status, headers } = await observer.app.request(path, { method, headers: { accept: 'text/html' } });
      // The link of a forgotten signature leads to the page that undoes "no more mail", where its owner asked for that.
      const undoes = headers.get('location') === path.replace('/manage/', '/stop/');
      const expected = undoes && Object.values(game.model.silent).includes('asked') ? 303 : 200;
      expect(status, `${method} ${path.replace(/[a-z0-9]{46}/, '…')}`).toBe(expected);
    }
  }
  expect(await game.post.listen(), 'what was written by looking').toBe(0);
  game.model = reach(game.model, 'looked');
}
