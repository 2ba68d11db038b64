/** Sending an update: once for each mailbox whatever happens, to nobody who no longer wants it, and with a brake. */
import { beforeEach, describe, expect, it } from 'vitest';
import { rekeyed } from '../../cli/rekey/item.ts';
import { commandLine } from '../../shared/audit/audit.ts';
import { letterSlug } from '../../shared/ids.ts';
import { hashMailbox } from '../../shared/mailbox/record.ts';
import { findSubscriber, readSubscriber } from '../../shared/mailbox/subscriber.ts';
import { suppressMailbox } from '../../shared/mailbox/suppression.ts';
import { deriveKeys } from '../../shared/platform/token/keys.ts';
import { forget } from '../../shared/signature/forget.ts';
import { cancelUpdate, type Deciding, pauseUpdate, resumeUpdate, sendUpdate } from '../../shared/update/control.ts';
import { writeUpdate } from '../../shared/update/edit.ts';
import { whyToPause } from '../../shared/update/sending.ts';
import { listDueUpdates, readSending, readUpdate } from '../../shared/update/storage.ts';
import { type Update, updateFields } from '../../shared/update/update.ts';
import { handleFeedback } from '../fixtures/functions.ts';
import { moderated } from '../fixtures/secretariat.ts';
import { ask, recordOf, sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import {
  deliverAll,
  dyingMailer,
  Killed,
  memoryQueues,
  runUpdates,
  sendEverything,
  unsubscribePathIn,
  updateMails,
} from '../fixtures/updates.ts';
import { endorsement, keys, type Mail, makeWorld, masterKey, openTestLetter, type World } from '../fixtures/world.ts';

let world: World;
const letter = letterSlug.parse('clean-air');
const now = () => new Date(world.clock.now);
const asks = { publication: true, updates: true, partner: false };
const day = 24 * 3600 * 1000;

beforeEach(async () => {
  world = makeWorld(await freshStore());
  await openTestLetter(world.store);
});

const reader = (number: number, change: Readonly<Record<string, unknown>> = {}) =>
  sign(world, endorsement(number, { consents: asks, ...change }));
const person = (number: number) => `person${number}@org-${number}.example`;

const write = (subject = 'Shore power'): Promise<Update> =>
  writeUpdate(
    { store: world.store, letter, by: commandLine, now: now() },
    updateFields.parse({ texts: { en: { subject, text: 'News.' } } }),
  );

const deciding = (update: Update): Deciding => ({ store: world.store, update, by: commandLine, now: now() });

async function begin(update: Update, insists = false): Promise<Update> {
  const done = await sendUpdate(deciding(update), now(), insists);
  if (done.outcome !== 'done') throw new Error(JSON.stringify(done));
  return done.update;
}

const current = async ({ id }: Update): Promise<Update> => {
  const found = await readUpdate(world.store, letter, id);
  if (!found) throw new Error('the update is gone');
  return found;
};
const numbers = ({ id }: Update) => readSending(world.store, letter, id);
function onlyMail(): Mail {
  const [mail, another] = updateMails(world);
  if (!mail || another) throw new Error('not one mail');
  return mail;
}

const recipients = () => updateMails(world).map(({ to }) => to);

describe('each mailbox', () => {
  it('gets one mail for several signatures, also when messages and runs come twice at once', async () => {
    const email = person(1);
    await reader(1);
    await reader(2, { signatory: { name: 'Person 1', role: 'Chair', email } });
    await reader(3);
    const update = await begin(await write());
    const queues = memoryQueues();
    // Each run may lose a few of its looks to the other. It has ended when both have queued both mailboxes.
    const pause = async () => queues.messages.length >= 4 && 'enough';
    const run = () => runUpdates(world, queues, pause, 50);
    await Promise.all([run(), run()]);
    const messages = queues.messages.splice(0);
    expect(messages.length).toBeGreaterThan(2);
    await Promise.all([deliverAll(world, messages), deliverAll(world, messages)]);
    await sendEverything(world);

    expect(recipients().sort()).toEqual([email, person(3)].sort());
    expect(await numbers(update)).toMatchObject({ chosen: 2, sent: 2, dropped: 0 });
    expect((await current(update)).state).toBe('sent');
    expect(await listDueUpdates(world.store)).toEqual([]);
  });

  it('gets two at most when mailers are killed while SES is asked, however often', async () => {
    await reader(1);
    const update = await begin(await write());
    for (let kill = 1; kill <= 4; kill += 1) await dieAt(1);
    await sendEverything(world);
    expect(recipients()).toEqual([person(1), person(1)]);
    expect((await numbers(update)).sent).toBe(1);
  });

  it('gets its mail when mailers are killed before SES is asked, however often', async () => {
    await reader(1);
    await begin(await write());
    for (let kill = 1; kill <= 3; kill += 1) {
      const turn = () => Promise.reject(new Killed());
      await dieAt(99, { turn });
    }
    await sendEverything(world);
    expect(recipients()).toEqual([person(1)]);
  });
});

/** A run of housekeeping, and a mailer that is killed at a mail. Then its lease ends. */
async function dieAt(mail: number, change: Partial<World['mailing']> = {}): Promise<void> {
  const queues = memoryQueues();
  await runUpdates(world, queues);
  await deliverAll(dyingMailer(world, mail), queues.messages, change).catch(() => {});
  world.clock.now += 70_000;
}

describe('nobody gets it who', () => {
  const ways: readonly (readonly [string, (token: string) => Promise<unknown>])[] = [
    ['unsubscribes', () => click()],
    ['takes the consent back', async (token) => ask(world, { token }, consentsWithout)],
    ['withdraws', async (token) => ask(world, { token }, { action: 'withdraw' })],
    ['is forgotten', async (token) => ask(world, { token }, { action: 'forget', sure: true })],
    [
      'blocks all mail',
      () =>
        suppressMailbox(world.store, keys, person(1), { at: now().toISOString(), because: 'asked' }, world.clock.now),
    ],
  ];
  it.each(ways)('%s after being chosen, also while the mail waits for its turn', async (_, leave) => {
    const { token } = await reader(1);
    await begin(await write('First'));
    await sendEverything(world);
    world.clock.now += 2 * day;
    const update = await begin(await write('Second'));
    const queues = memoryQueues();
    await runUpdates(world, queues);
    let left = false;
    const turn = async () => {
      if (!left) await leave(token);
      left = true;
    };
    await deliverAll(world, queues.messages.splice(0), { turn });
    expect(left).toBe(true);
    await sendEverything(world);

    expect(updateMails(world).map(({ subject }) => subject)).toEqual(['First']);
    expect((await current(update)).state).toBe('sent');
  });

  const consentsWithout = {
    action: 'consents',
    display: 'public',
    consents: { publication: true, updates: false, partner: false },
  };
  const click = async () => {
    const [mail] = updateMails(world, person(1));
    if (!mail) throw new Error('no mail came');
    await world.app.request(unsubscribePathIn(mail), { method: 'POST' });
  };

  it('was rejected by the secretariat meanwhile', async () => {
    const { id } = await reader(1);
    const update = await begin(await write());
    const queues = memoryQueues();
    await runUpdates(world, queues);
    await moderated(world, { id }, { do: 'reject', why: 'spam' });
    await deliverAll(world, queues.messages);
    await sendEverything(world);
    expect(recipients()).toEqual([]);
    expect(await numbers(update)).toMatchObject({ chosen: 1, sent: 0, dropped: 1 });
  });
});

describe('unsubscribing', () => {
  it('ends it for every signature of the mailbox under the letter, and for nothing else, for good', async () => {
    const email = person(1);
    await openTestLetter(world.store, { 'slug: clean-air': 'slug: cleaner-air' });
    const one = await reader(1);
    const other = await reader(2, { signatory: { name: 'Person 1', role: 'Chair', email } });
    const elsewhere = await sign(world, endorsement(1, { consents: asks }), 'cleaner-air');
    await reader(3);
    await begin(await write());
    await sendEverything(world);
    const [mail] = updateMails(world, email);
    if (!mail) throw new Error('no mail came');
    // The signature of the link is erased; the link still ends the updates of the other one.
    await forget(world.store, keys, one.id, now());
    world.clock.now += 1000 * day;
    const answer = await world.app.request(unsubscribePathIn(mail), { method: 'POST' });
    expect(answer.status).toBe(200);
    expect(answer.redirected).toBe(false);
    expect((await recordOf(world, other)).consents).toEqual({ ...asks, updates: false });
    expect((await recordOf(world, elsewhere)).consents).toEqual(asks);

    await begin(await write('Second'));
    await sendEverything(world);
    expect(updateMails(world, email)).toHaveLength(1);
    expect(updateMails(world, person(3))).toHaveLength(2);
  });

  it('answers the same for a token that is unknown, forged, of another letter, or used before', async () => {
    await openTestLetter(world.store, { 'slug: clean-air': 'slug: cleaner-air' });
    await reader(1);
    await begin(await write());
    await sendEverything(world);
    const [mail] = updateMails(world);
    if (!mail) throw new Error('no mail came');
    const path = unsubscribePathIn(mail);
    const forged = `${path.slice(0, -1)}${path.endsWith('0') ? '1' : '0'}`;
    const elsewhere = path.replace('clean-air', 'cleaner-air');
    const told = async (to: string) => {
      const answer = await world.app.request(to, { method: 'POST' });
      return [answer.status, (await answer.text()).replaceAll('cleaner-air', 'clean-air'), [...answer.headers]];
    };
    const unknown = await told(`/clean-air/unsubscribe/${'0'.repeat(46)}`);
    expect(await told(forged)).toEqual(unknown);
    expect(await told(elsewhere)).toEqual(unknown);
    const hash = hashMailbox(keys, person(1));
    expect((await findSubscriber(world.store, hash, letter))?.unsubscribedAt).toBeUndefined();
    expect(await told(path)).toEqual(unknown);
    expect(await told(path)).toEqual(unknown);
    expect((await findSubscriber(world.store, hash, letter))?.unsubscribedAt).toBeDefined();
  });

  it('holds no mailbox in its address, and leaves no row when the last signature is erased', async () => {
    const { id } = await reader(1);
    await begin(await write());
    await sendEverything(world);
    const hash = hashMailbox(keys, person(1));
    const row = await findSubscriber(world.store, hash, letter);
    if (!row) throw new Error('there is no subscriber');
    const path = unsubscribePathIn(onlyMail());
    expect(path).not.toContain(hash.toLowerCase());
    await forget(world.store, keys, id, now());
    expect(await findSubscriber(world.store, hash, letter)).toBeUndefined();
    expect(await readSubscriber(world.store, row.id)).toBeUndefined();
  });

  it('keeps no link from a signature that was erased to a mailbox that has another one', async () => {
    const gone = await reader(1);
    const other = await reader(2, { signatory: { name: 'Person 1', role: 'Chair', email: person(1) } });
    await begin(await write());
    await sendEverything(world);
    const found = async () => (await findSubscriber(world.store, hashMailbox(keys, person(1)), letter))?.foundBy;
    for (const one of [gone, other]) {
      if ((await found()) !== one.id) continue;
      const left = one === gone ? other : gone;
      await forget(world.store, keys, one.id, now());
      expect(await found()).toBe(left.id);
      world.clock.now += 2 * day;
      await begin(await write('Second'));
      await sendEverything(world);
      expect(updateMails(world, person(1))).toHaveLength(2);
      return;
    }
    expect.fail('neither was found');
  });

  it('is found under a new master key, and its links go on working', () => {
    const fresh = deriveKeys('another master key for tests, which opens nothing', [masterKey]);
    const rekey = fresh.since(keys.hash('backup'));
    if (!rekey) throw new Error('the former key is unknown');
    const hash = hashMailbox(keys, person(1));
    const subscription = rekeyed({ pk: { S: `MAILBOX#${hash}` }, sk: { S: 'UPDATES#clean-air' } }, rekey);
    expect(subscription.pk.S).toBe(`MAILBOX#${hashMailbox(fresh, person(1))}`);
    const row = rekeyed({ pk: { S: 'SUBSCRIBER#x' }, sk: { S: 'SUBSCRIBER' }, subscribedMailbox: { S: hash } }, rekey);
    expect(row['subscribedMailbox']).toEqual({ S: hashMailbox(fresh, person(1)) });
  });
});

describe('a decision', () => {
  it('to pause holds what is on the queue; to resume sends the rest; to cancel sends nothing more', async () => {
    for (const number of [1, 2, 3]) await reader(number);
    const update = await begin(await write());
    const queues = memoryQueues();
    await runUpdates(world, queues);
    await deliverAll(world, queues.messages.slice(0, 1));
    await pauseUpdate(deciding(await current(update)), 'secretariat');
    await deliverAll(world, queues.messages.splice(0));
    await sendEverything(world);
    expect(recipients()).toHaveLength(1);
    await resumeUpdate(deciding(await current(update)));
    await runUpdates(world, queues);
    await deliverAll(world, queues.messages.splice(0, 1));
    expect(recipients()).toHaveLength(2);
    await cancelUpdate(deciding(await current(update)));
    await deliverAll(world, queues.messages.splice(0));
    await sendEverything(world);
    expect(recipients()).toHaveLength(2);
    expect((await current(update)).state).toBe('cancelled');
    expect(await listDueUpdates(world.store)).toEqual([]);

    // Mails due for the cancelled update do not block the next one.
    world.clock.now += 2 * day;
    await begin(await write('Second'));
    await sendEverything(world);
    expect(updateMails(world).filter(({ subject }) => subject === 'Second')).toHaveLength(3);
  });

  it('to send is refused within a day of another, also a scheduled one, unless an owner insists', async () => {
    await reader(1);
    const [first, second, third] = [await write('1'), await write('2'), await write('3')];
    await begin(first);
    await sendEverything(world);
    expect((await sendUpdate(deciding(second), now(), false)).outcome).toBe('too-soon');
    const inTwoDays = new Date(world.clock.now + 2 * day);
    expect((await sendUpdate(deciding(second), inTwoDays, false)).outcome).toBe('done');
    world.clock.now += 1.5 * day;
    expect((await sendUpdate(deciding(third), now(), false)).outcome).toBe('too-soon');
    await cancelUpdate(deciding(await current(second)));
    expect((await current(second)).state).toBe('draft');
    const both = await Promise.all([
      sendUpdate(deciding(third), now(), false),
      sendUpdate(deciding(await current(second)), now(), false),
    ]);
    expect(both.map(({ outcome }) => outcome).filter((outcome) => outcome === 'done')).toHaveLength(1);
    await sendEverything(world);
    expect((await sendUpdate(deciding(await current(second)), now(), true)).outcome).not.toBe('too-soon');
  });

  it('to send later waits for its time, and for another that is still being sent', async () => {
    await reader(1);
    const update = await write();
    await sendUpdate(deciding(update), new Date(world.clock.now + 3600_000), false);
    await sendEverything(world);
    expect(recipients()).toEqual([]);
    world.clock.now += 3600_000;
    await sendEverything(world);
    expect(recipients()).toEqual([person(1)]);
  });
});

describe('the brake', () => {
  const bounce = async (number: number, update: Update, what: 'bounced' | 'complained' = 'bounced') => {
    const row = await findSubscriber(world.store, hashMailbox(keys, person(number)), letter);
    if (!row) throw new Error('there is no subscriber');
    const subscribed = { id: update.id, subscriber: row.id };
    const event = { what, at: now().toISOString(), mailboxes: [person(number)], about: undefined, update: subscribed };
    await handleFeedback({ store: world.store, keys, now: now() }, event);
    await handleFeedback({ store: world.store, keys, now: now() }, event);
  };

  it('counts each mail that came back once, and blocks its mailbox', async () => {
    await reader(1);
    await reader(2);
    const update = await begin(await write());
    await sendEverything(world);
    await bounce(1, update);
    expect(await numbers(update)).toMatchObject({ sent: 2, bounced: 1, complained: 0 });
    world.clock.now += 2 * day;
    await begin(await write('Second'));
    await sendEverything(world);
    expect(updateMails(world, person(1))).toHaveLength(1);
    expect(updateMails(world, person(2))).toHaveLength(2);
  });

  it.each([
    [{ sent: 99, bounced: 50, complained: 50 }, undefined],
    [{ sent: 100, bounced: 2, complained: 0 }, undefined],
    [{ sent: 100, bounced: 3, complained: 0 }, 'bounces'],
    [{ sent: 1000, bounced: 29, complained: 0 }, undefined],
    [{ sent: 1000, bounced: 30, complained: 0 }, 'bounces'],
    [{ sent: 1000, bounced: 0, complained: 1 }, 'complaints'],
    [{ sent: 1001, bounced: 0, complained: 1 }, undefined],
    [{ sent: 2000, bounced: 0, complained: 2 }, 'complaints'],
  ] as const)('judges %o', (sums, because) => {
    expect(whyToPause(sums)).toBe(because);
  });

  it('judges only later mails once somebody resumed it', () => {
    const before = { sent: 200, bounced: 10, complained: 1 };
    expect(whyToPause({ sent: 299, bounced: 20, complained: 1 }, before)).toBeUndefined();
    expect(whyToPause({ sent: 300, bounced: 12, complained: 1 }, before)).toBeUndefined();
    expect(whyToPause({ sent: 300, bounced: 13, complained: 1 }, before)).toBe('bounces');
  });
});

it('leaves the rate to confirmations while any wait', async () => {
  await reader(1);
  await begin(await write());
  const queues = memoryQueues();
  await runUpdates(world, queues);
  await deliverAll(world, queues.messages.splice(0), { mustYield: async () => true });
  expect(recipients()).toEqual([]);
  await sendEverything(world);
  expect(recipients()).toEqual([person(1)]);
});

it('takes none of the mails that strangers may cause', async () => {
  await reader(1);
  for (let number = 1; number <= 7; number += 1) {
    world.clock.now += 1000;
    await begin(await write(String(number)), true);
    await sendEverything(world);
  }
  expect(recipients()).toHaveLength(7);
  // Five unanswered confirmations a day are still possible.
  for (let number = 1; number <= 5; number += 1) {
    await world.submit(
      'clean-air',
      endorsement(10 + number, { signatory: { name: `P ${number}`, role: 'x', email: person(1) } }),
    );
    await world.sendMails();
  }
  const asked = world.mails.filter(({ to, about }) => to === person(1) && about['mail'] === 'confirmation');
  expect(asked.length).toBe(5);
});
