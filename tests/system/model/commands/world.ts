/**
 * Events without a request, or by the secretariat: time, the sweep, a stream replay, a new text. Never part of a race.
 */
import { expect } from 'vitest';
import { commandLine } from '../../../../shared/audit/audit.ts';
import { reopenLetter } from '../../../../shared/delivery/reopen-letter.ts';
import { letterSlug } from '../../../../shared/ids.ts';
import { importLetter, setState } from '../../../../shared/letter/lifecycle.ts';
import { leaseDuration } from '../../../../shared/mail/lease.ts';
import { runTask } from '../../../fixtures/functions.ts';
import { housekeepingContextOf } from '../../../fixtures/housekeeping-context.ts';
import { reach } from '../expected.ts';
import { revised } from '../expected-decisions.ts';
import { digits } from '../people.ts';
import { type Command, deliver, nextSlug, type Run, reworded, slug } from '../run.ts';
import { sweep } from '../shortcuts.ts';

const hour = 3600 * 1000;
/** Less than a day, a day, and several days: events limited to once a day need both sides of the limit. */
const waits = [hour, leaseDuration + 1000, 10 * hour, 20 * hour, 24 * hour, 49 * hour, 8 * 24 * hour, 31 * 24 * hour];

/** Time passes; then housekeeping runs, sometimes twice at once. */
export async function wait(run: Run, { who, how }: Command): Promise<void> {
  run.observer.clock.now += digits(who)(waits);
  await sweep(run, digits(how)([1, 1, 1, 2]));
}

/** The stream redelivers records, and all mailers get the resulting messages. */
export async function replay(run: Run, { who, how }: Command): Promise<void> {
  await run.post.replay(who, 1 + (how % 30), [5]);
  await deliver(run, { toAll: true });
  run.model = reach(run.model, 'replayed');
}

/** A substantive change: another version, with other words. */
export async function reword(run: Run): Promise<void> {
  const { store, clock } = run.observer;
  const plan = await importLetter(store, reworded(run.model.versions.length, run.model.policy), [], {
    now: new Date(clock.now),
    open: true,
  });
  if (plan.outcome !== 'new-version') throw new Error(plan.outcome);
  await run.post.listen();
  run.model = revised(run.model, plan.letter.versions.at(-1)?.id ?? '');
  // Instances cache a letter for two seconds.
  clock.now += 3_000;
}

/** The letter is closed by mistake, perhaps also marked as delivered, and opened again: nothing else may change. */
export async function reopen(run: Run, { how }: Command): Promise<void> {
  const { store, clock } = run.observer;
  const letter = letterSlug.parse(slug);
  const states = digits(how)([['closed'], ['closed', 'delivered']] as const);
  for (const state of states) expect((await setState(store, letter, state, new Date(clock.now))).ok).toBe(true);
  clock.now += 3_000;
  expect((await reopenLetter(store, letter, commandLine, new Date(clock.now))).ok).toBe(true);
  await run.post.listen();
  // Instances cache a letter for two seconds.
  clock.now += 3_000;
  run.model = reach(run.model, 'reopened');
}

/** Housekeeping asks the signers of older versions to confirm, sometimes from two instances at once. */
export async function askToCarry(run: Run, { how, instance }: Command): Promise<void> {
  const { observer, instances } = run;
  const stores = [observer.store, ...digits(how)([[], [instances[instance]?.world.store ?? observer.store]])];
  await Promise.all(
    stores.map((store) => runTask(housekeepingContextOf(observer, store), { task: 'letters' }).catch(() => undefined)),
  );
}

/** Opens every page, with GET or HEAD, which must not change anything. */
export async function openEveryPage(run: Run, { how }: Command): Promise<void> {
  const { observer, arrived } = run;
  const links = arrived.flatMap(({ purpose, token }) =>
    purpose === 'manage'
      ? [`/manage/${token}`, `/manage/${token}/data`]
      : [`${purpose === 'follow' ? `/${nextSlug}` : ''}/${purpose}/${token}`],
  );
  const public_ = ['', '/signatories', '/signatories?order=name', '/form', '/sent', '/badge.svg'];
  const api = ['', '/signatures', '/count'];
  const paths = [
    ...links.slice(-6),
    ...run.unsubscribing.slice(-1).map(({ path }) => path),
    ...public_.map((path) => `/${slug}${path}`),
    ...api.map((path) => `/v1/letters/${slug}${path}`),
    ...['/', '/confirm', '/manage', '/openapi.json', '/docs'],
  ];
  await run.post.listen();
  const methods = digits(how)([['GET'], ['HEAD']]);
  for (const path of paths) {
    for (const method of methods) {
      const { status, headers } = await observer.app.request(path, { method, headers: { accept: 'text/html' } });
      // The link of a forgotten signature leads to the page that undoes "no more mail", where its owner asked for that.
      const undoes = headers.get('location') === path.replace('/manage/', '/stop/');
      const expected = undoes && Object.values(run.model.silent).includes('asked') ? 303 : 200;
      expect(status, `${method} ${path.replace(/[a-z0-9]{46}/, '…')}`).toBe(expected);
    }
  }
  expect(await run.post.listen(), 'what was written by looking').toBe(0);
  run.model = reach(run.model, 'looked');
}
