/**
 * 5,000 people are told once, while mailers are killed, SES throttles, housekeeping runs twice at once, people unsubscribe
 * and others confirm.
 */

import { expect, it } from 'vitest';
import { commandLine } from '../../shared/audit/audit.ts';
import { letterSlug } from '../../shared/ids.ts';
import { hashMailbox } from '../../shared/mailbox/record.ts';
import { findSubscriber } from '../../shared/mailbox/subscriber.ts';
import { makeDerivedToken } from '../../shared/platform/token/derived.ts';
import { sendUpdate } from '../../shared/update/control.ts';
import { writeUpdate } from '../../shared/update/edit.ts';
import { listUpdates, readSending } from '../../shared/update/storage.ts';
import { updateFields } from '../../shared/update/update.ts';
import { freshStore } from '../fixtures/store.ts';
import { deliverAll, dyingMailer, memoryQueues, runUpdates, updateMails } from '../fixtures/updates.ts';
import { endorsement, keys, makeWorld, openTestLetter, type World } from '../fixtures/world.ts';
import { addressOf, addSigners } from './add-signers.ts';

const recipients = 5000;
const letter = letterSlug.parse('clean-air');

/** SES refuses every fifth mail as too many at once, as it answers. */
function throttling(world: World): World['mailing'] {
  const { ses } = world.mailing;
  let asked = 0;
  return {
    ...world.mailing,
    ses: new Proxy(ses, {
      get(target, name) {
        const found: unknown = Reflect.get(target, name, target);
        if (name !== 'send' || typeof found !== 'function') return found;
        return (...args: unknown[]) => {
          asked += 1;
          if (asked % 5 !== 0) return Reflect.apply(found, target, args);
          return Promise.reject(
            Object.assign(new Error('rate exceeded'), { name: 'ThrottlingException', $fault: 'client' }),
          );
        };
      },
    }),
  };
}

it('tells everyone who agreed once, and nobody else', async () => {
  const world = makeWorld(await freshStore());
  const found = await openTestLetter(world.store);
  await addSigners(world, found, { who: 'reader', count: recipients });
  // A second signature of some, and people who must get nothing.
  await addSigners(world, found, {
    who: 'reader',
    count: 100,
    change: { kind: 'organisation', organisationName: 'Choir' },
  });
  const without = { publication: true, updates: false, partner: false };
  await addSigners(world, found, { who: 'silent', count: 300, change: { consents: without } });
  await addSigners(world, found, {
    who: 'gone',
    count: 100,
    change: { withdrawnAt: new Date(world.clock.now).toISOString() },
  });
  await addSigners(world, found, { who: 'refused', count: 100, change: { moderation: 'rejected' } });
  const now = () => new Date(world.clock.now);
  const editing = { store: world.store, letter, by: commandLine, now: now() };
  const update = await writeUpdate(
    editing,
    updateFields.parse({ texts: { en: { subject: 'Told once', text: 'News.' } } }),
  );
  await sendUpdate({ store: world.store, update, by: commandLine, now: now() }, now(), false);

  const queues = memoryQueues();
  const urgent: { waits: number; atMost: number } = { waits: 0, atMost: 0 };
  let confirmations = 0;
  /** Mails of the update on the queue while somebody waited for one to confirm. */
  let waiting = 0;
  const unsubscribed = new Set<string>();
  const afterwards = new Map<string, number>();
  const throttled = throttling(world);
  const deaths = [recipients * 0.2, recipients * 0.5, recipients * 0.8].map(Math.round);
  const isOver = async () => (await listUpdates(world.store, letter, 'consistent'))[0]?.state === 'sent';
  const sentSoFar = () => updateMails(world).length;

  /** Two mailers take messages; the first is killed at times, with its batch in flight. */
  async function mail(): Promise<void> {
    const batches: (typeof queues.messages)[] = [];
    while (queues.messages.length > 0) batches.push(queues.messages.splice(0, 5));
    const change = { ...throttled, mustYield: async () => urgent.waits > 0 };
    const work = async (mailer: Parameters<typeof deliverAll>[0]) => {
      for (let batch = batches.shift(); batch; batch = batches.shift()) {
        // One that fails stays due, and is queued again.
        await Promise.all(
          batch.map((message) => deliverAll(mailer, [message], { mustYield: change.mustYield }).catch(() => {})),
        );
      }
    };
    const healthy = { ...world, mailing: throttled };
    const dies = deaths[0] !== undefined && sentSoFar() >= deaths[0];
    if (dies) deaths.shift();
    await Promise.all([work(dies ? dyingMailer(healthy, 3) : healthy), work(healthy)]);
    world.clock.now += dies ? 80_000 : 1_000;
  }

  /** Somebody signs while it runs: the mail to confirm must not wait for updates, but for those in flight. */
  async function confirmOne(): Promise<void> {
    confirmations += 1;
    await world.submit('clean-air', endorsement(confirmations));
    await runUpdates(world, queues, async () => {}, 1);
    waiting += queues.messages.length;
    urgent.waits += 1;
    const before = sentSoFar();
    await Promise.all([mail(), world.sendMails()]);
    urgent.atMost = Math.max(urgent.atMost, sentSoFar() - before);
    urgent.waits -= 1;
  }

  async function unsubscribeSome(round: number): Promise<void> {
    for (let number = round * 7; number < round * 7 + 3; number += 1) {
      const email = addressOf(number % recipients);
      const row = await findSubscriber(world.store, hashMailbox(keys, email), letter);
      if (!row || unsubscribed.has(email)) continue;
      const token = makeDerivedToken(keys, 'unsubscribe', row.id);
      const answer = await world.app.request(`/clean-air/unsubscribe/${token}`, { method: 'POST' });
      expect(answer.status).toBe(200);
      unsubscribed.add(email);
      afterwards.set(email, updateMails(world, email).length);
    }
  }

  let round = 0;
  while (!(await isOver())) {
    round += 1;
    if (round > recipients) throw new Error('it does not end');
    await Promise.all([runUpdates(world, queues, mail, 2), runUpdates(world, queues, mail, 2), unsubscribeSome(round)]);
    if (round % 2 === 0) await confirmOne();
    // Mails are queued again after a minute.
    world.clock.now += 60_000;
  }

  const perMailbox = new Map<string, number>();
  for (const { to } of updateMails(world)) perMailbox.set(to, (perMailbox.get(to) ?? 0) + 1);
  const expected = Array.from({ length: recipients }, (_, number) => addressOf(number));
  const missed = expected.filter((email) => !perMailbox.has(email) && !unsubscribed.has(email));
  const more = [...perMailbox].flatMap(([email, count]) => Array.from({ length: count - 1 }, () => email));
  expect(missed).toEqual([]);
  // A killed mailer had a batch in flight each time, and some of it perhaps twice.
  expect(more.length).toBeLessThanOrEqual(3 * 5);
  expect([...perMailbox.keys()].filter((to) => !to.startsWith('reader'))).toEqual([]);
  for (const [email, count] of afterwards) expect(perMailbox.get(email) ?? 0, email).toBe(count);
  expect(unsubscribed.size).toBeGreaterThan(10);
  expect(deaths).toEqual([]);
  expect(confirmations).toBeGreaterThan(0);
  expect(waiting).toBeGreaterThan(0);
  expect(urgent.atMost).toBe(0);
  const sums = await readSending(world.store, letter, update.id);
  expect(sums.chosen).toBe(sums.sent + sums.dropped + sums.refused);
}, 2_400_000);
