/** Plays one history and checks all invariants after every step. */
import { expect } from 'vitest';
import { letterSlug } from '../../../shared/ids.ts';
import { setState } from '../../../shared/letter/lifecycle.ts';
import { keepHouse } from '../../fixtures/functions.ts';
import { houseOf } from '../../fixtures/housekeeping-context.ts';
import { expectAgreement, learnIds, noteGone, openPages } from './agreement.ts';
import { ownLinks } from './commands/own.ts';
import { acts, events } from './commands/table.ts';
import { type Model, reach } from './expected.ts';
import { retained } from './expected-decisions.ts';
import type { History, Turn } from './history.ts';
import {
  expectChangesInReview,
  expectClaims,
  expectConfirmedStay,
  expectCountedRows,
  expectEvidence,
  expectFeatured,
  expectForgotten,
  expectPublic,
  expectSilence,
} from './invariants.ts';
import { drain, expectMailed, expectNoneTooMany, longerThanALease, openMails } from './mails.ts';
import { type Act, type Answer, deliver, type Game, openGame, sendAll, slug } from './run.ts';
import { sweep } from './shortcuts.ts';
import { clear, type Stage } from './table-pool.ts';
import type { Snapshot } from './table-snapshot.ts';
import { viewOf } from './view.ts';

/** @returns the counts of states that were reached, for the tests of tests */
export async function play({ turns, faults, policy, ending }: History, stage: Stage): Promise<Model['reached']> {
  const game = await openGame(faults, policy, stage);
  for (const turn of turns) {
    const outcomes = await take(game, turn);
    await (turn.lazy ? game.post.listen() : deliver(game));
    await check(game, outcomes).catch((error: unknown) => {
      throw new Error(`after ${turn.deeds.map((deed) => deed.do).join(' and ')}`, { cause: error });
    });
    if (turn.asks) await expectPublic(game);
  }
  await drain(game);
  await check(game);
  expectMailed(game, game.snapshot);
  expectSilence(game);
  expect(game.snapshot.items.filter(({ sk }) => sk === 'LINKS')).toEqual([]);
  await expectPublic(game, ['newest', 'name']);
  await expectViews(game);
  if (ending !== 'now') await letEnd(game);
  if (ending === 'over') await letBeOver(game);
  expectNoneTooMany(game);
  expectForgotten(game, game.snapshot);
  await game.mirror.expectTrue(stage.store);
  await clear(stage, game.mirror.look().items);
  return game.model.reached;
}

/** @returns the possible states afterwards: one, or two for simultaneous actions, which may happen in either order */
async function take(game: Game, { deeds, inFlight }: Turn): Promise<readonly (() => Model)[]> {
  for (const deed of deeds) await events[deed.do]?.does(game, deed);
  const wanted = deeds.flatMap((deed, number) => {
    const act = acts[deed.do]?.does(game, deed);
    return act ? [{ act, instance: deed.instance + number }] : [];
  });
  if (inFlight) return [await sendInFlight(game, wanted)];
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

/** Runs the second action while a mail caused by the first is being sent, or after it if there is none. */
async function sendInFlight(game: Game, wanted: readonly { act: Act; instance: number }[]): Promise<() => Model> {
  const [first, second] = wanted;
  const [answer] = first ? await sendAll(game, [first]) : [];
  let then: Answer | undefined;
  let isInFlight = true;
  const meanwhile = async () => {
    if (second) [then] = await sendAll(game, [second]);
  };
  await game.post.relayNews([7, 3]);
  await game.post.deliver({ meanwhile });
  game.underWay = game.observer.mails.length;
  if (second && !then) {
    isInFlight = false;
    await meanwhile();
  }
  return () => {
    const after = first && answer ? first.act.becomes(game.model, answer) : game.model;
    const last = second && then ? second.act.becomes(after, then) : after;
    return isInFlight ? reach(last, 'in flight') : last;
  };
}

async function check(game: Game, outcomes: readonly (() => Model)[] = [() => game.model]): Promise<void> {
  const snapshot = game.mirror.look();
  learnIds(game, snapshot);
  game.model = firstThatAgrees(game, snapshot, outcomes);
  const before = game.snapshot;
  game.snapshot = snapshot;
  openMails(game);
  openPages(game);
  expectCountedRows(game, snapshot);
  expectClaims(game, snapshot);
  expectFeatured(game, snapshot);
  expectChangesInReview(game, snapshot);
  expectEvidence(before, snapshot);
  expectConfirmedStay(before, snapshot);
}

/** @throws the mismatch of the first outcome when none of them matches the table */
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

/** Checks what their owners see. */
async function expectViews(game: Game): Promise<void> {
  const { model, observer } = game;
  for (const [number, own] of model.signatures.entries()) {
    const link = ownLinks(game).findLast(({ of }) => of === number);
    if (own.stage === 'forgotten' || !link) continue;
    const seen = await observer.app.request(`/manage/${link.token}`, { headers: { accept: 'application/json' } });
    expect(await seen.json()).toMatchObject(viewOf(own));
  }
}

/** After a month, nothing is left of unconfirmed and withdrawn signatures. */
async function letEnd(game: Game): Promise<void> {
  game.observer.clock.now += 31 * 24 * 3600 * 1000;
  const left = () =>
    [...game.mirror.look().records.values()].filter(({ confirmedAt, withdrawnAt }) => !confirmedAt || withdrawnAt);
  // A confirmation, a reminder and the end follow each other, and mailers may die with any of them.
  for (let round = 0; round < 8 && left().length > 0; round += 1) {
    await sweep(game);
    await drain(game);
    game.observer.clock.now += longerThanALease;
  }
  await game.post.listen();
  await check(game);
  expect(left()).toEqual([]);
}

/** A signature not counted when the letter was delivered is never counted, whatever is pressed. */
async function letBeDelivered(game: Game): Promise<void> {
  const { observer, arrived, model } = game;
  const pendings = arrived.filter(
    ({ of, purpose }) => purpose === 'confirm' && model.signatures[of]?.stage === 'pending',
  );
  await setState(observer.store, letterSlug.parse(slug), 'delivered', new Date(observer.clock.now));
  // Instances cache a letter for two seconds.
  observer.clock.now += 3_000;
  for (const { token } of pendings) expect((await observer.confirm(token)).status).toBeOneOf([409, 410, 404]);
  await game.post.listen();
  await check(game);
  game.model = reach(game.model, 'too late for the letter', pendings.length);
}

/** The letter closes, and after its retention time only published data is left. */
async function letBeOver(game: Game): Promise<void> {
  const { observer } = game;
  await setState(observer.store, letterSlug.parse(slug), 'closed', new Date(observer.clock.now));
  await letBeDelivered(game);
  observer.clock.now += 31 * 24 * 3600 * 1000;
  await game.post.listen();
  const keep = () => keepHouse(houseOf(observer), { task: 'retention' });
  await Promise.all([keep(), keep()]);
  await drain(game);
  await check(game, [() => retained(game.model)]);
  await expectPublic(game, ['newest', 'name']);
  expect(await keepHouse(houseOf(observer), { task: 'reconcile' })).toEqual({ drift: 0 });
  await game.post.listen();
}
