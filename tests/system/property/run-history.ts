/** Plays one history against a table of its own, and checks all invariants after every step. */
import { expect } from 'vitest';
import * as z from 'zod';
import { leaseDuration } from '../../../shared/mail/lease.ts';
import type { Store } from '../../../shared/platform/store/store.ts';
import { readToken } from '../../../shared/platform/token/token.ts';
import type { SignatureRecord } from '../../../shared/signature/record.ts';
import { isCounted } from '../../../shared/signature/states.ts';
import { injectFaults } from '../../fixtures/dynamodb-faults.ts';
import { anotherClient } from '../../fixtures/store.ts';
import { codeIn, type Mail, makeWorld, openTestLetter, tokenIn, type World } from '../../fixtures/world.ts';
import { bodyOf, type History, instances, type Press, type Signer, type Step } from './history.ts';
import { openPost, type Post } from './mail-pipeline.ts';
import { expectConsistent, expectListed, expectUnchanged, readTruth, type Truth } from './truth.ts';

const letter = 'clean-air';
const answer = z.object({ status: z.enum(['confirmed', 'already-confirmed', 'duplicate']) });

/** Time by which the clock advances after a mailer died with a lease, so that the lease is over. */
const longerThanALease = leaseDuration + 1000;

interface Instance {
  readonly world: World;
  readonly happened: readonly unknown[];
}

interface Play {
  /** Undisturbed, so it sees the true state. */
  readonly observer: World;
  readonly instances: readonly Instance[];
  readonly post: Post;
  /** The sender of each submission, by its role, and whether it was answered 202. */
  readonly sent: Map<string, { claimant: string; accepted: boolean }>;
  /** Answers to the presses for each signature. */
  readonly answered: Map<string, string[]>;
}

/** Summary of a history, to show that the histories cover enough. */
export interface Outcome {
  readonly counted: number;
  readonly duplicates: number;
  readonly mails: number;
  readonly faults: number;
}

/** @param store over a table of its own, with a stream */
export async function play(store: Store, { steps, faults }: History): Promise<Outcome> {
  const observer = makeWorld(store);
  await openTestLetter(observer.store);
  const disturbed = faults.api.map((plan) => {
    const world = makeWorld(anotherClient(observer.store), observer.clock);
    return { world, happened: injectFaults(world.store, plan) };
  });
  const mailers = [anotherClient(observer.store), anotherClient(observer.store)] as const;
  const mailerFaults = mailers.map((mailer, number) => injectFaults(mailer, faults.mailers[number] ?? []));
  const post = await openPost(observer, mailers, faults);
  const run: Play = { observer, instances: disturbed, post, sent: new Map(), answered: new Map() };

  let truth = await readTruth(observer);
  for (const step of steps) {
    await take(run, step);
    truth = await check(run, truth);
  }
  await drain(run);
  truth = await check(run, truth);
  expectMailed(run, truth);
  await expectListed(observer, letter, truth);
  for (const mail of confirmations(run)) {
    expect((await observer.confirm(tokenIn(mail))).status).toBe(200);
  }
  truth = await check(run, truth);
  await expectListed(observer, letter, truth);
  expectAllCounted(run, truth);
  return {
    counted: truth.records.filter(isCounted).length,
    duplicates: truth.records.filter(({ duplicateOf }) => duplicateOf).length,
    mails: observer.mails.length,
    faults: [...disturbed.map(({ happened }) => happened), ...mailerFaults].flat().length,
  };
}

async function take(run: Play, step: Step): Promise<void> {
  const { post, observer } = run;
  switch (step.do) {
    case 'submit':
      await Promise.all(step.signers.map((signer) => submit(run, signer, step.instance)));
      return;
    case 'post':
      await post.relayNews(step.sizes);
      return post.deliver(step);
    case 'press':
      return press(run, step.presses);
    case 'replay':
      return post.replay(step.from, step.length, step.sizes);
    case 'empty-queue':
      post.queued.splice(0);
      return;
    case 'wait':
      observer.clock.now += step.seconds * 1000;
  }
}

async function submit({ instances: all, sent }: Play, signer: Signer, number: number): Promise<void> {
  const body = bodyOf(signer, sent.size);
  const role = `Role ${sent.size}`;
  const submission = { claimant: signer.claimant, accepted: false };
  sent.set(role, submission);
  const headers: Record<string, string> = signer.insists ? { 'idempotency-key': `key-${sent.size}` } : {};
  // More often than any plan can refuse.
  for (let attempt = 0; attempt < (signer.insists ? 30 : 1) && !submission.accepted; attempt += 1) {
    const world = all[(number + attempt) % instances]?.world;
    const response = await world?.submit(letter, body, headers);
    expect(response?.status).toBeOneOf([202, 500, 503]);
    submission.accepted = response?.status === 202;
  }
  if (signer.insists) expect(submission.accepted).toBe(true);
}

/** Presses all at once, whoever they belong to. */
async function press(run: Play, presses: readonly Press[]): Promise<void> {
  const mails = confirmations(run);
  const before = run.instances.map(({ happened }) => happened.length);
  const answers = await Promise.all(
    presses.map(async ({ mail: pick, by, instance }) => {
      const mail = mails[pick % mails.length];
      const world = run.instances[instance]?.world;
      if (!mail || !world) return;
      const response = await (by === 'link' ? world.confirm(tokenIn(mail)) : typeCode(world, mail));
      return { mail, by, instance, status: response.status, body: await response.json() };
    }),
  );
  for (const given of answers) {
    if (!given) continue;
    const { mail, by, instance, status, body } = given;
    const failed = (run.instances[instance]?.happened.length ?? 0) > (before[instance] ?? 0);
    // A code is spent by an answer and void after ten attempts; a link always works.
    expect(status).toBeOneOf([200, ...(by === 'code' ? [422] : []), ...(failed ? [500, 503] : [])]);
    if (status !== 200) continue;
    const id = readToken(tokenIn(mail))?.id ?? '';
    run.answered.set(id, [...(run.answered.get(id) ?? []), answer.parse(body).status]);
  }
}

function typeCode(world: World, mail: Mail) {
  return world.app.request('/confirm', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ letter, email: mail.to, code: codeIn(mail) }),
  });
}

const confirmations = ({ observer }: Play) => observer.mails.filter(({ text }) => text.includes('/confirm/'));

async function check(run: Play, before: Truth): Promise<Truth> {
  const truth = await readTruth(run.observer);
  await expectConsistent(run.observer, letter, truth, (record) => claimantOf(run, record));
  expectUnchanged(before, truth);
  const byId = new Map(truth.records.map((record) => [String(record.id), record]));
  for (const [id, answers] of run.answered) {
    const record = byId.get(id);
    const truly = record && isCounted(record) ? ['confirmed', 'already-confirmed'] : ['duplicate'];
    for (const said of answers) expect(said).toBeOneOf(truly);
    expect(answers.filter((said) => said === 'confirmed').length).toBeLessThanOrEqual(1);
  }
  return truth;
}

function claimantOf({ sent }: Play, { signatoryRole = '' }: SignatureRecord): string {
  return z.string().parse(sent.get(signatoryRole)?.claimant);
}

/** Runs the mailers and, when they are idle, advances the time and runs the sweep, until no mail is due. */
async function drain({ observer, post }: Play): Promise<void> {
  for (let round = 0; round < 80; round += 1) {
    if (post.queued.length > 0) {
      await post.deliver();
      continue;
    }
    const { records } = await readTruth(observer);
    // Only reminders and ends are left, which are not due yet.
    if (records.every(({ due }) => due === undefined || due === 'reminder' || due === 'expiry')) return;
    observer.clock.now += longerThanALease;
    await post.sweep().catch(() => {});
  }
  expect.fail('mail stays due for ever');
}

/**
 * Everything accepted has its mails: each once, and once more for each time that its mailer failed after sending it.
 */
function expectMailed({ post, sent }: Play, { records }: Truth): void {
  const roles = new Set(records.map(({ signatoryRole }) => signatoryRole));
  for (const [role, { accepted }] of sent) {
    if (accepted) expect(roles).toContain(role);
  }
  for (const { id, heldBecause, confirmedAt } of records) {
    if (!heldBecause) expect(post.tallies.get(`${id} confirmation`)?.sent).toBeGreaterThanOrEqual(1);
    if (confirmedAt) expect(post.tallies.get(`${id} receipt`)?.sent).toBeGreaterThanOrEqual(1);
  }
  for (const { sent: times, failedAfterwards } of post.tallies.values()) {
    expect(times).toBeLessThanOrEqual(1 + failedAfterwards);
  }
}

/**
 * After everybody pressed, a signature is counted for each co-signatory who got a mail. `expectConsistent` checks how
 * many.
 */
function expectAllCounted(run: Play, { records }: Truth): void {
  const mailed = confirmations(run).map((mail) => readToken(tokenIn(mail))?.id);
  const asked = records.filter(({ id }) => mailed.includes(id));
  const all = (found: readonly SignatureRecord[]) => new Set(found.map((record) => claimantOf(run, record)));
  expect(all(records.filter(isCounted))).toEqual(all(asked));
}
