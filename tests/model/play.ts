/** Plays one history and looks after every step whether all is still true. */
import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';
import { expectAgreement, learnIds, noteGone } from './agreement.ts';
import { acts, events } from './commands/table.ts';
import { type Model, reach } from './expected.ts';
import { deliver, type Game, openGame, openMails, sendAll } from './game.ts';
import type { History, Turn } from './history.ts';
import { sweep } from './housekeeping.ts';
import {
  expectClaims,
  expectConfirmedStay,
  expectCounted,
  expectEvidence,
  expectForgotten,
  expectListed,
} from './invariants.ts';
import { drain, expectMailed, expectNoneTooMany } from './mails.ts';
import { readSnapshot, type Snapshot } from './snapshot.ts';
import { viewOf } from './view.ts';

/** @returns what was reached, for the tests of tests */
export async function play({ turns, faults, toTheEnd }: History): Promise<Model['reached']> {
  const game = await openGame(faults);
  for (const turn of turns) {
    const outcomes = await take(game, turn);
    if (!turn.lazy) await deliver(game);
    await check(game, await readSnapshot(game.observer.store), outcomes);
  }
  await check(game, await drain(game), [() => game.model]);
  expectMailed(game, game.snapshot);
  expect(game.snapshot.items.filter(({ sk }) => sk === 'LINKS')).toEqual([]);
  await expectListed(game, ['newest', 'name']);
  await expectViews(game, game.snapshot.records.keys());
  if (toTheEnd) await letEnd(game);
  expectNoneTooMany(game);
  return game.model.reached;
}

/** @returns what may be so after it: one outcome, or two where two things happened at once in one order or the other */
async function take(game: Game, { deeds }: Turn): Promise<readonly (() => Model)[]> {
  for (const deed of deeds) await events[deed.do]?.does(game, deed);
  const wanted = deeds.flatMap((deed, number) => {
    const act = acts[deed.do]?.does(game, deed);
    return act ? [{ act, instance: deed.instance + number }] : [];
  });
  const answers = await sendAll(game, wanted);
  const inOrder = (order: readonly number[]) => () =>
    order.reduce((model, number) => {
      const [act, answer] = [wanted[number]?.act, answers[number]];
      return act && answer ? act.becomes(model, answer) : model;
    }, game.model);
  return wanted.length < 2
    ? [inOrder([0])]
    : [inOrder([0, 1]), inOrder([1, 0])].map((one) => () => reach(one(), 'races'));
}

async function check(game: Game, snapshot: Snapshot, outcomes: readonly (() => Model)[]): Promise<void> {
  learnIds(game, snapshot);
  game.model = firstThatAgrees(game, snapshot, outcomes);
  openMails(game);
  const before = game.snapshot;
  game.snapshot = snapshot;
  await expectCounted(game, snapshot);
  if (!isDeepStrictEqual(listable(before), listable(snapshot))) await expectListed(game);
  expectClaims(game, snapshot);
  expectEvidence(snapshot);
  expectConfirmedStay(before, snapshot);
  expectForgotten(game, snapshot);
  const changed = [...snapshot.records].filter(([id, { revision }]) => before.records.get(id)?.revision !== revision);
  await expectViews(
    game,
    changed.map(([id]) => id),
  );
}

/** @throws what is wrong with the first outcome when none of them is what the table says */
function firstThatAgrees(game: Game, snapshot: Snapshot, outcomes: readonly (() => Model)[]): Model {
  const wrong: unknown[] = [];
  for (const outcome of outcomes) {
    try {
      const model = noteGone(game, outcome(), snapshot);
      expectAgreement(game, model, snapshot);
      return model;
    } catch (error) {
      wrong.push(error);
    }
  }
  throw wrong.length > 1
    ? new AggregateError(wrong, wrong.map(String).join('\n— and in the other order —\n'))
    : wrong[0];
}

/** All by which a list can change. */
const listable = ({ records }: Snapshot) =>
  [...records].map(([id, { confirmedAt, revision }]) => [id, confirmedAt, revision]);

/** Their owners see them as they must. */
async function expectViews({ arrived, ids, model, observer }: Game, which: Iterable<string>): Promise<void> {
  for (const id of which) {
    const number = ids.indexOf(id);
    const own = model.signatures[number];
    const link = arrived.findLast(({ of, purpose }) => of === number && purpose === 'manage');
    if (!own || !link) continue;
    const seen = await observer.app.request(`/manage/${link.token}`, { headers: { accept: 'application/json' } });
    expect(await seen.json()).toMatchObject(viewOf(own));
  }
}

/** After a month nothing is left of what was never confirmed. */
async function letEnd(game: Game): Promise<void> {
  game.observer.clock.now += 31 * 24 * 3600 * 1000;
  for (let round = 0; round < 3; round += 1) {
    await sweep(game);
    await drain(game);
  }
  const snapshot = await readSnapshot(game.observer.store);
  await check(game, snapshot, [() => game.model]);
  const left = [...snapshot.records.values()].filter(({ confirmedAt }) => !confirmedAt);
  expect(left).toEqual([]);
}
