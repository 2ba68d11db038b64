/** Plays one history and checks all invariants after every step. */
import { expect } from 'vitest';
import { letterSlug } from '../../../shared/ids.ts';
import { setState } from '../../../shared/letter/lifecycle.ts';
import { runTask } from '../../fixtures/functions.ts';
import { housekeepingContextOf } from '../../fixtures/housekeeping-context.ts';
import { asTest } from '../../fixtures/permissions.ts';
import { expectAgreement, learnIds, noteEnded, noteGone, openPages } from './agreement.ts';
import { afterDelivery, deliverFinal, expectFrozen } from './commands/delivery.ts';
import { endTests, expectTestsApart } from './commands/drafts.ts';
import { ownLinks } from './commands/own.ts';
import { events, requests } from './commands/table.ts';
import { type Model, reach } from './expected.ts';
import { retained } from './expected-decisions.ts';
import { stillOwed } from './expected-mail.ts';
import type { History, Turn } from './history.ts';
import {
  expectChangesInReview,
  expectClaims,
  expectConfirmedStay,
  expectCountedRows,
  expectEvidence,
  expectFeatured,
  expectForgotten,
  expectNextSigned,
  expectPublic,
  expectSuppression,
} from './invariants.ts';
import { drain, expectMailed, expectNoneTooMany, longerThanALease, openMails } from './mails.ts';
import { expectNewsComplete, finishNews } from './news.ts';
import { type Answer, deliver, openRun, type PlannedRequest, type Run, sendAll, slug } from './run.ts';
import { sweep } from './shortcuts.ts';
import { clear, type PooledTable } from './table-pool.ts';
import type { Snapshot } from './table-snapshot.ts';
import { viewOf } from './view.ts';

/** @returns the counts of states that were reached, for the tests of tests */
export async function play(
  { turns, faults, policy, ending, late }: History,
  stage: PooledTable,
): Promise<Model['reached']> {
  const run = await openRun(faults, policy, stage);
  for (const turn of turns) {
    const outcomes = await take(run, turn);
    await (turn.lazy ? run.post.listen() : deliver(run));
    await check(run, outcomes).catch((error: unknown) => {
      throw new Error(`after ${turn.commands.map((command) => command.do).join(' and ')}`, { cause: error });
    });
    if (turn.asks) await expectPublic(run);
  }
  await drain(run);
  await finishNews(run);
  await check(run);
  expectMailed(run, run.snapshot);
  expectNewsComplete(run);
  expectSuppression(run);
  expect(run.snapshot.items.filter(({ sk }) => sk === 'LINKS')).toEqual([]);
  await expectPublic(run, ['newest', 'name']);
  await expectViews(run);
  if (ending === 'over') await letBeDelivered(run, late);
  if (ending !== 'now') await letEnd(run);
  if (ending === 'over') await letBeOver(run);
  expectNoneTooMany(run);
  expectForgotten(run, run.snapshot);
  await run.tableSnapshots.expectTrue(stage.store);
  await clear(stage, run.tableSnapshots.look().items);
  return run.model.reached;
}

/** @returns the possible states afterwards: one, or two for simultaneous actions, which may happen in either order */
async function take(run: Run, { commands, inFlight }: Turn): Promise<readonly (() => Model)[]> {
  // No two turns happen at the same moment.
  run.observer.clock.now += 1;
  for (const command of commands) await events[command.do]?.does(run, command);
  const wanted = commands.flatMap((command, number) => {
    const request = requests[command.do]?.does(run, command);
    return request ? [{ act: request, instance: command.instance + number }] : [];
  });
  if (inFlight) return [await sendInFlight(run, wanted)];
  const answers = await sendAll(run, wanted);
  const inOrder = (order: readonly number[]) => () =>
    order.reduce((model, number) => {
      const [request, answer] = [wanted[number]?.act, answers[number]];
      return request && answer ? request.becomes(model, answer) : model;
    }, run.model);
  return wanted.length < 2
    ? [inOrder([0])]
    : [inOrder([0, 1]), inOrder([1, 0])].map((one) => () => reach(one(), 'races'));
}

/** Runs the second action while a mail caused by the first is being sent, or after it if there is none. */
async function sendInFlight(
  run: Run,
  wanted: readonly { act: PlannedRequest; instance: number }[],
): Promise<() => Model> {
  const [first, second] = wanted;
  const [answer] = first ? await sendAll(run, [first]) : [];
  let then: Answer | undefined;
  let isInFlight = true;
  // Another function answers it, with permissions of its own, or the secretariat's command line.
  const meanwhile = () =>
    asTest(async () => {
      if (second) [then] = await sendAll(run, [second]);
    });
  await run.post.relayNews([7, 3]);
  await run.post.deliver({ meanwhile });
  run.underWay = run.observer.mails.length;
  if (second && !then) {
    isInFlight = false;
    await meanwhile();
  }
  return () => {
    const after = first && answer ? first.act.becomes(run.model, answer) : run.model;
    const last = second && then ? second.act.becomes(after, then) : after;
    return isInFlight ? reach(last, 'in flight') : last;
  };
}

async function check(run: Run, outcomes: readonly (() => Model)[] = [() => run.model]): Promise<void> {
  const snapshot = run.tableSnapshots.look();
  learnIds(run, snapshot);
  run.model = firstThatAgrees(run, snapshot, outcomes);
  const before = run.snapshot;
  run.snapshot = snapshot;
  openMails(run);
  openPages(run);
  expectCountedRows(run, snapshot);
  expectClaims(run, snapshot);
  expectFeatured(run, snapshot);
  expectChangesInReview(run, snapshot);
  expectEvidence(before, snapshot);
  expectConfirmedStay(before, snapshot);
  expectNextSigned(run, snapshot);
  expectTestsApart(run, snapshot);
}

/** @throws the mismatch of the first outcome when none of them matches the table */
function firstThatAgrees(run: Run, snapshot: Snapshot, outcomes: readonly (() => Model)[]): Model {
  const wrong: unknown[] = [];
  for (const outcome of outcomes) {
    try {
      const model = stillOwed(noteEnded(run, noteGone(run, outcome(), snapshot), snapshot));
      expectAgreement(run, model, snapshot);
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
async function expectViews(run: Run): Promise<void> {
  const { model, observer } = run;
  for (const [number, own] of model.signatures.entries()) {
    const link = ownLinks(run).findLast(({ of }) => of === number);
    if (own.stage === 'forgotten' || !link) continue;
    const seen = await observer.app.request(`/manage/${link.token}`, { headers: { accept: 'application/json' } });
    expect(await seen.json()).toMatchObject(viewOf(own));
  }
}

/** After a month, nothing is left of unconfirmed and withdrawn signatures. */
async function letEnd(run: Run): Promise<void> {
  run.observer.clock.now += 31 * 24 * 3600 * 1000;
  const left = () =>
    [...run.tableSnapshots.look().records.values()].filter(
      ({ confirmedAt, withdrawnAt }) => !confirmedAt || withdrawnAt,
    );
  // A confirmation, a reminder and the end follow each other, and mailers may die with any of them.
  for (let round = 0; round < 8 && left().length > 0; round += 1) {
    await sweep(run);
    await drain(run);
    run.observer.clock.now += longerThanALease;
  }
  await endTests(run);
  await run.post.listen();
  await check(run);
  expect(left()).toEqual([]);
  expect(run.snapshot.items.filter(({ pk }) => pk.startsWith('TEST'))).toEqual([]);
}

/** A signature not counted when the letter was delivered is never counted, whatever is pressed. */
async function letBeDelivered(run: Run, late: History['late']): Promise<void> {
  const { observer, arrived, model } = run;
  const pendings = arrived.filter(
    ({ of, purpose }) => purpose === 'confirm' && model.signatures[of]?.stage === 'pending',
  );
  await setState(observer.store, letterSlug.parse(slug), 'closed', new Date(observer.clock.now));
  const delivered = await deliverFinal(run);
  if (!delivered) await setState(observer.store, letterSlug.parse(slug), 'delivered', new Date(observer.clock.now));
  // Instances cache a letter for two seconds.
  observer.clock.now += 3_000;
  for (const { token } of pendings) expect((await observer.confirm(token)).status).toBeOneOf([409, 410, 404]);
  await run.post.listen();
  await check(run);
  run.model = reach(run.model, 'too late for the letter', pendings.length);
  if (!delivered) return;
  let before = await expectFrozen(run, delivered);
  for (const command of late) {
    const request = afterDelivery[command.do]?.(run, command);
    if (!request) continue;
    const [answer] = await sendAll(run, [{ act: request, instance: command.instance }]);
    await deliver(run);
    await check(run, [() => (answer ? request.becomes(run.model, answer) : run.model)]);
    const now = await expectFrozen(run, delivered);
    expect(now, command.do).toBeLessThanOrEqual(before);
    before = now;
  }
  run.model = reach(run.model, 'left after delivery', delivered.total - before);
}

/** After the retention time of the delivered letter, only published data is left. */
async function letBeOver(run: Run): Promise<void> {
  const { observer } = run;
  observer.clock.now += 31 * 24 * 3600 * 1000;
  await run.post.listen();
  const keep = () => runTask(housekeepingContextOf(observer), { task: 'retention' });
  await Promise.all([keep(), keep()]);
  await drain(run);
  await check(run, [() => retained(run.model)]);
  await expectPublic(run, ['newest', 'name']);
  expect(await runTask(housekeepingContextOf(observer), { task: 'reconcile' })).toEqual({ drift: 0 });
  await run.post.listen();
}
